// The people of the own organisation: who is invited, who belongs, and how much each carries now.
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { organisationMembers, professionals, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { casesHeld, isAway, openOffers } from "../equity/ledger-sql.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { type OrganisationRow, ownOrganisation } from "./own-organisation.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** Newest first. Of an invitation only the address is known; of a coordinator there is no load. */
export async function listPeople(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  const organisation = await ownOrganisation(ctx, actor);
  return peopleOf(ctx, organisation, parseInput(input, raw));
}

/** The same of any organisation; the caller has checked who asks. */
export async function peopleOf(ctx: ServiceContext, of: Pick<OrganisationRow, "id">, page: z.output<typeof input>) {
  const { limit, cursor } = page;
  const now = ctx.now();
  const known = sql`CASE WHEN p.id IS NULL THEN NULL`;
  const rows = await ctx.db
    .select({
      member: organisationMembers,
      name: sql<string | null>`coalesce(p.name, nullif(${users.name}, ''))`,
      professionalId: sql<string | null>`p.id`,
      licence: sql<string | null>`p.licence_uf || ' ' || p.licence_number`,
      status: sql<string | null>`p.status`,
      away: sql<boolean | null>`${known} ELSE ${isAway(now)} END`,
      held: sql<number | null>`${known} ELSE ${casesHeld(sql`p.id`, now)} END`,
      open: sql<number | null>`${known} ELSE ${openOffers(sql`p.id`)} END`,
      capacity: sql<number | null>`p.capacidade_mensal`,
    })
    .from(organisationMembers)
    .leftJoin(users, eq(users.id, organisationMembers.userId))
    .leftJoin(
      sql`${professionals} AS p`,
      sql`p.user_id = ${organisationMembers.userId} AND ${organisationMembers.role} = 'professional'`,
    )
    .where(
      and(
        eq(organisationMembers.organisationId, of.id),
        inArray(organisationMembers.state, ["invited", "member"]),
        afterCursor(organisationMembers.invitedAt, organisationMembers.id, cursor),
      ),
    )
    .orderBy(desc(organisationMembers.invitedAt), desc(organisationMembers.id))
    .limit(limit + 1);
  const found = pageOf(rows, limit, ({ member }) => ({ at: member.invitedAt, id: member.id }));
  return {
    items: found.items.map(({ member, ...row }) => ({
      id: member.id,
      role: member.role,
      state: member.state,
      email: member.email,
      name: row.name,
      professional_id: row.professionalId,
      licence: row.licence,
      status: row.status,
      on_leave: row.away,
      /** Accepted in the rolling 30 days, open offers now, and the most cases of 30 days. */
      cases_30d: row.held,
      open_offers: row.open,
      capacity_monthly: row.capacity,
      invited_at: member.invitedAt.toISOString(),
      joined_at: member.joinedAt?.toISOString() ?? null,
    })),
    next: found.next,
  };
}

export type OrganisationPerson = Awaited<ReturnType<typeof peopleOf>>["items"][number];
