// An organisation in figures: for its coordinator the own one, for operators every one.
import { desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, organisations } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { peopleOf } from "./list-people.ts";
import { ownOrganisation } from "./own-organisation.ts";

const members = (role: string, state: string) =>
  sql<number>`(SELECT count(*)::int FROM organisation_members m
    WHERE m.organisation_id = organisations.id AND m.role = ${role} AND m.state = ${state})`;

const openCases = sql<number>`(
  SELECT count(*)::int FROM organisation_members m
  JOIN professionals p ON p.user_id = m.user_id
  JOIN offers o ON o.professional_id = p.id AND o.status = 'accepted' AND o.answered_at >= m.joined_at
  JOIN cases c ON c.id = o.case_id AND c.status IN ('accepted', 'signed')
  WHERE m.organisation_id = organisations.id AND m.role = 'professional' AND m.state = 'member')`;

const FIGURES = {
  organisation: organisations,
  coordinators: members("coordinator", "member"),
  professionals: members("professional", "member"),
  openCases,
};

/** The own one. Throws `not_found` for whoever coordinates none. */
export async function readOrganisation(ctx: ServiceContext, actor: Actor) {
  const { id } = await ownOrganisation(ctx, actor);
  const [row] = await ctx.db.select(FIGURES).from(organisations).where(eq(organisations.id, id));
  if (row === undefined) throw notFound("organisation");
  return viewOf(row);
}

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** All of them, newest first; for operators. */
export async function listOrganisations(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select(FIGURES)
    .from(organisations)
    .where(afterCursor(organisations.createdAt, organisations.id, cursor))
    .orderBy(desc(organisations.createdAt), desc(organisations.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ organisation }) => ({ at: organisation.createdAt, id: organisation.id }));
  return { items: page.items.map(viewOf), next: page.next };
}

/** One with its people; for operators. Throws `not_found`. */
export async function readAnyOrganisation(ctx: ServiceContext, actor: Actor, id: string) {
  asOperator(actor);
  const [row] = await ctx.db.select(FIGURES).from(organisations).where(eq(organisations.id, id));
  if (row === undefined) throw notFound("organisation");
  const people = await peopleOf(ctx, { id }, { limit: 100 });
  return { ...viewOf(row), people: people.items };
}

/** Nobody coordinates it from now on; its people keep their cases. Closing twice is closing once. Throws `not_found`. */
export async function closeOrganisation(ctx: ServiceContext, actor: Actor, id: string) {
  const operator = asOperator(actor);
  const now = ctx.now();
  const at = now.toISOString();
  await ctx.db.batch([
    ctx.db
      .update(organisations)
      .set({ closedAt: sql`coalesce(${organisations.closedAt}, ${at}::timestamptz)` })
      .where(eq(organisations.id, id)),
    insertIf(
      ctx.db,
      audit,
      auditRow(operator.userId, "organisation.closed", id, now),
      sql`EXISTS (SELECT 1 FROM organisations WHERE id = ${id} AND closed_at = ${at}::timestamptz)`,
    ),
    ctx.db.execute(sql`
      UPDATE organisation_members SET state = 'left', left_at = ${at}::timestamptz
      WHERE organisation_id = ${id} AND state IN ('invited', 'member')`),
    ctx.db.execute(sql`
      UPDATE users SET role = 'client', updated_at = ${at}::timestamptz
      FROM organisation_members m
      WHERE m.organisation_id = ${id} AND m.left_at = ${at}::timestamptz AND users.id = m.user_id AND users.role = 'coordinator'`),
  ]);
  return readAnyOrganisation(ctx, actor, id);
}

export type OrganisationView = Awaited<ReturnType<typeof readOrganisation>>;

function viewOf(row: {
  organisation: typeof organisations.$inferSelect;
  coordinators: number;
  professionals: number;
  openCases: number;
}) {
  const { organisation, coordinators, professionals, openCases } = row;
  return {
    id: organisation.id,
    name: organisation.name,
    kind: organisation.kind,
    uf: organisation.uf,
    municipality: organisation.municipality,
    coordinators,
    professionals,
    /** Taken and not yet closed. */
    open_cases: openCases,
    created_at: organisation.createdAt.toISOString(),
    closed_at: organisation.closedAt?.toISOString() ?? null,
  };
}
