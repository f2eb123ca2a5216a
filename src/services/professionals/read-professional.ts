// A professional's own profile, whom they represent, and whether offers reach them now.
import { asc, eq } from "drizzle-orm";
import { representedParties } from "../../db/schema.ts";
import { capacityBounds } from "../../domain/equity/capacity.ts";
import { isOnLeave } from "../../domain/leave.ts";
import { licenceText } from "../../domain/registration/licence.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { readCapacityByTable } from "../equity/capacity-sql.ts";
import { ownProfessional, type ProfessionalRow } from "./own-professional.ts";

/** Times are ISO 8601, money is in cents of a real. Throws `not_found` for someone who has no profile. */
export async function readProfessional(ctx: ServiceContext, actor: Extract<Actor, { kind: "person" }>) {
  const row = await ownProfessional(ctx, actor);
  const [parties, byTable] = await Promise.all([
    ctx.db
      .select({ key: representedParties.partyKey })
      .from(representedParties)
      .where(eq(representedParties.professionalId, row.id))
      .orderBy(asc(representedParties.partyKey)),
    readCapacityByTable(ctx, row.id),
  ]);
  const represents = parties.map(({ key }) => key);
  return professionalView(row, { represents, byTable: byTable ?? row.capacityMonthly, now: ctx.now() });
}

export type ProfessionalView = ReturnType<typeof professionalView>;

function professionalView(row: ProfessionalRow, facts: { represents: string[]; byTable: number; now: Date }) {
  const { represents, byTable, now } = facts;
  return {
    id: row.id,
    status: row.status,
    name: row.name,
    vertical: row.vertical,
    licence: licenceText(row.vertical, row.licenceUf, row.licenceNumber),
    licence_uf: row.licenceUf,
    other_licences: row.otherLicences.map((one) => licenceText(row.vertical, one.slice(0, 2), one.slice(3))),
    uf: row.uf,
    municipality: row.municipality,
    areas: row.areas,
    subareas: row.subareas,
    profile: row.profile,
    years_of_practice: row.yearsOfPractice,
    qualifications: row.qualifications,
    fee_cents: row.feeCents,
    languages: row.languages,
    remote: row.remote,
    capacity_monthly: row.capacityMonthly,
    /** `declared`: their own word, or null; then the table's value counts. `least` to `most`, or 0, may be declared. */
    capacity: { declared: row.capacityDeclared, by_table: byTable, ...capacityBounds(byTable) },
    practice: row.practice,
    opted_out: row.optedOutAt !== null,
    licence_status: row.licenceStatus,
    joined_at: row.joinedAt.toISOString(),
    cases_closed: row.casesClosed,
    /** 1..5; null without reviews. */
    review_mean: row.reviewCount === 0 ? null : row.reviewSum / row.reviewCount,
    review_count: row.reviewCount,
    leave_from: row.leaveFrom?.toISOString() ?? null,
    /** The moment of the return; null while it is open. */
    leave_until: row.leaveUntil?.toISOString() ?? null,
    on_leave: isOnLeave(row, now),
    /** Names in the form in which they are compared, see domain/matching/conflict.ts. */
    represents,
    fictitious: row.fictitious,
    updated_at: row.updatedAt.toISOString(),
  };
}
