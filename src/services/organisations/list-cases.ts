// The cases that the people of an organisation took while they belong to it, as their coordinator may see them.
import { and, desc, eq, gte, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, cases, contracts, offers, organisationMembers, professionals } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { ownOrganisation } from "./own-organisation.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
});

/** Newest acceptance first. Who the client is, what was written and the files stay between client and professional. */
export async function listOrganisationCases(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  const { limit, cursor } = parseInput(input, raw);
  const organisation = await ownOrganisation(ctx, actor);
  const rows = await ofOrganisation(ctx, organisation.id, afterCursor(offers.createdAt, offers.id, cursor))
    .orderBy(desc(offers.createdAt), desc(offers.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ offer }) => ({ at: offer.createdAt, id: offer.id }));
  return { items: page.items.map(viewOf), next: page.next };
}

/** One of them, with its summary (which names nobody) and its days; the reading is audited. Throws `not_found`. */
export async function readOrganisationCase(ctx: ServiceContext, actor: Actor, caseId: string) {
  const organisation = await ownOrganisation(ctx, actor);
  const [row] = await ofOrganisation(ctx, organisation.id, eq(cases.id, caseId)).limit(1);
  if (row === undefined || actor.kind !== "person") throw notFound("case");
  await ctx.db
    .insert(audit)
    .values(auditRow(actor.userId, "case.read", caseId, ctx.now(), { organisation_id: organisation.id }));
  return {
    ...viewOf(row),
    summary: row.case.summary ?? "",
    deadlines: row.case.deadlines.map(({ kind, date, label, source, passed }) => ({
      kind,
      date,
      label,
      source,
      passed,
    })),
  };
}

export type OrganisationCase = Awaited<ReturnType<typeof listOrganisationCases>>["items"][number];
export type OrganisationCaseDetail = Awaited<ReturnType<typeof readOrganisationCase>>;

/** What somebody took before he came is not the house's, and nothing of him is once he has left. */
function ofOrganisation(ctx: ServiceContext, organisationId: string, which: Parameters<typeof and>[0]) {
  return ctx.db
    .select({
      offer: offers,
      case: cases,
      professional: { id: professionals.id, name: professionals.name },
      contractStatus: contracts.status,
    })
    .from(organisationMembers)
    .innerJoin(professionals, eq(professionals.userId, organisationMembers.userId))
    .innerJoin(
      offers,
      and(
        eq(offers.professionalId, professionals.id),
        eq(offers.status, "accepted"),
        gte(offers.answeredAt, organisationMembers.joinedAt),
      ),
    )
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .leftJoin(contracts, and(eq(contracts.offerId, offers.id), ne(contracts.status, "voided")))
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        eq(organisationMembers.role, "professional"),
        eq(organisationMembers.state, "member"),
        sql`${cases.status} <> 'forgotten'`,
        which,
      ),
    )
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof ofOrganisation>>[number];

function viewOf({ offer, case: row, professional, contractStatus }: Row) {
  return {
    case_id: row.id,
    status: row.status,
    professional_id: professional.id,
    professional: professional.name,
    area: row.area,
    subarea: row.subarea,
    uf: row.uf,
    municipality: row.municipality,
    urgency_hours: row.urgencyHours,
    complexity: row.complexity,
    accepted_at: offer.answeredAt?.toISOString() ?? null,
    contract_status: contractStatus,
  };
}
