// One professional with everything an operator decides by; that it was read is in the audit.
import { and, desc, eq, inArray } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { audit, professionals, suspensions, users, verificationReviews } from "../../db/schema.ts";
import { isOnLeave } from "../../domain/leave.ts";
import { licenceText } from "../../domain/registration/licence.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { auditReading } from "../operations/audit-reading.ts";

const MOST_ROWS = 20;
/** What of the audit tells the story of a professional. */
const ACTIONS = [
  "professional.applied",
  "professional.updated",
  "professional.suspended",
  "professional.suspension_lifted",
  "professional.priority",
];

/** Throws `not_found` for an unknown one, and for anybody but operators. */
export async function readForOperator(ctx: ServiceContext, actor: Actor, id: string) {
  const operator = asOperator(actor);
  const [found] = await ctx.db
    .select({ row: professionals, email: users.email })
    .from(professionals)
    .innerJoin(users, eq(users.id, professionals.userId))
    .where(eq(professionals.id, id));
  if (found === undefined) throw notFound("professional");
  const [reviews, pauses, story] = await Promise.all([
    ctx.db
      .select()
      .from(verificationReviews)
      .where(eq(verificationReviews.professionalId, id))
      .orderBy(desc(verificationReviews.createdAt), desc(verificationReviews.id))
      .limit(MOST_ROWS),
    ctx.db
      .select()
      .from(suspensions)
      .where(eq(suspensions.professionalId, id))
      .orderBy(desc(suspensions.createdAt))
      .limit(MOST_ROWS),
    ctx.db
      .select()
      .from(audit)
      .where(and(eq(audit.subject, id), inArray(audit.action, ACTIONS)))
      .orderBy(desc(audit.at))
      .limit(MOST_ROWS),
    auditReading(ctx, operator, "professional.read", id),
  ]);
  const { row, email } = found;
  return {
    id: row.id,
    name: row.name,
    email,
    vertical: row.vertical,
    licence: licenceText(row.vertical, row.licenceUf, row.licenceNumber),
    other_licences: row.otherLicences.map((one) => licenceText(row.vertical, one.slice(0, 2), one.slice(3))),
    status: row.status,
    licence_status: row.licenceStatus,
    opted_out: row.optedOutAt !== null,
    on_leave: isOnLeave(row, ctx.now()),
    leave_from: row.leaveFrom?.toISOString() ?? null,
    leave_until: row.leaveUntil?.toISOString() ?? null,
    uf: row.uf,
    municipality: row.municipality,
    areas: row.areas,
    qualifications: row.qualifications,
    years_of_practice: row.yearsOfPractice,
    capacity_monthly: row.capacityMonthly,
    cases_30d: row.cases30d,
    priority: row.priority,
    fictitious: row.fictitious,
    joined_at: row.joinedAt.toISOString(),
    created_at: row.createdAt.toISOString(),
    reviews: reviews.map((one) => ({
      id: one.id,
      kind: one.kind,
      status: one.status,
      created_at: one.createdAt.toISOString(),
      decided_at: one.decidedAt?.toISOString() ?? null,
    })),
    suspensions: pauses.map((one) => ({
      id: one.id,
      reason: one.reason,
      words: one.words,
      since: one.createdAt.toISOString(),
      until: one.until?.toISOString() ?? null,
      lifted_at: one.liftedAt?.toISOString() ?? null,
    })),
    story: story.map(({ action, at, detail }) => ({ action, at: at.toISOString(), detail })),
  };
}

export type ProfessionalDesk = Awaited<ReturnType<typeof readForOperator>>;
