// An operator takes an invite back: its link opens nothing from that moment.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, invites, notifications } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({ id: z.string().min(1).max(100) });

/** Twice is once. Throws `not_found`, and `invite_accepted` (409) where it is too late. */
export async function revokeInvite(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ id: string; status: "revoked" }> {
  const operator = asOperator(actor);
  const { id } = parseInput(input, raw);
  const now = ctx.now();
  const entry = auditRow(operator.userId, "invite.revoked", id, now);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const isOpen = sql`EXISTS (SELECT 1 FROM invites WHERE id = ${id} AND accepted_at IS NULL AND revoked_at IS NULL)`;
  const [, , , , [row]] = await ctx.db.batch([
    ctx.db.select({ id: invites.id }).from(invites).where(eq(invites.id, id)).for("update"),
    insertIf(ctx.db, audit, entry, isOpen),
    ctx.db.update(invites).set({ revokedAt: now }).where(sql`id = ${id} AND ${mine}`),
    ctx.db
      .update(notifications)
      .set({ text: "" })
      .where(sql`key = ${`invite:${id}`} AND ${mine}`),
    ctx.db.select({ revokedAt: invites.revokedAt }).from(invites).where(eq(invites.id, id)),
  ]);
  if (row === undefined) throw notFound("invite");
  if (row.revokedAt === null)
    throw conflict("invite_accepted", "This invite was accepted already. Remove the person instead.");
  return { id, status: "revoked" };
}
