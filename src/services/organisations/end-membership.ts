// A membership ends: its coordinator takes somebody off, or somebody leaves; the cases stay with whoever took them.
import { and, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, organisationMembers, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { ownOrganisation } from "./own-organisation.ts";

type Person = Extract<Actor, { kind: "person" }>;

const input = z.object({ id: z.string().min(1).max(80) });

/**
 * Takes an invitation back, or somebody off the own organisation; twice is once. Throws `not_found`, for oneself as well:
 * whoever coordinates alone would lock the house out of itself by one press.
 */
export async function removeMember(ctx: ServiceContext, actor: Person, raw: Unchecked<typeof input>): Promise<void> {
  const { id } = parseInput(input, raw);
  const organisation = await ownOrganisation(ctx, actor);
  const theirs = and(
    eq(organisationMembers.organisationId, organisation.id),
    sql`${organisationMembers.userId} IS DISTINCT FROM ${actor.userId}`,
  );
  if (!(await end(ctx, actor, { id, theirs, action: "organisation.member_removed" }))) throw notFound("person");
}

/** Leaving twice is leaving once. Throws `not_found`. */
export async function leaveOrganisation(
  ctx: ServiceContext,
  actor: Person,
  raw: Unchecked<typeof input>,
): Promise<void> {
  const { id } = parseInput(input, raw);
  const theirs = eq(organisationMembers.userId, actor.userId);
  if (!(await end(ctx, actor, { id, theirs, action: "organisation.left" }))) throw notFound("organisation");
}

async function end(ctx: ServiceContext, actor: Person, which: { id: string; theirs: SQL | undefined; action: string }) {
  const now = ctx.now();
  const at = now.toISOString();
  const [ended] = await ctx.db.batch([
    ctx.db
      .update(organisationMembers)
      .set({ state: "left", leftAt: sql`coalesce(${organisationMembers.leftAt}, ${at}::timestamptz)` })
      .where(and(eq(organisationMembers.id, which.id), which.theirs, sql`${organisationMembers.state} <> 'declined'`))
      .returning({ id: organisationMembers.id }),
    // Who coordinates nothing any more is a client like anybody.
    ctx.db
      .update(users)
      .set({ role: "client", updatedAt: now })
      .where(
        and(
          eq(users.role, "coordinator"),
          sql`${users.id} = (SELECT user_id FROM organisation_members WHERE id = ${which.id} AND left_at = ${at}::timestamptz)`,
          sql`NOT EXISTS (
            SELECT 1 FROM organisation_members m WHERE m.user_id = ${users.id} AND m.role = 'coordinator' AND m.state = 'member')`,
        ),
      ),
    insertIf(
      ctx.db,
      audit,
      auditRow(actor.userId, which.action, which.id, now),
      sql`EXISTS (SELECT 1 FROM organisation_members WHERE id = ${which.id} AND left_at = ${at}::timestamptz)`,
    ),
  ]);
  return ended.length > 0;
}
