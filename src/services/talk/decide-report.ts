// An operator decides a report: nothing to be done, a warning to the other side, or he looks after the case himself.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, caseReports, cases, offers, professionals } from "../../db/schema.ts";
import { REPORT_DECISIONS, type ReportStatus } from "../../domain/talk/report-reasons.ts";
import { otherSide } from "../../domain/talk/sides.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

export const decideReportInput = z.object({
  decision: z.enum(["dismiss", "warn", "take_over"], { error: "The decision is dismiss, warn or take_over." }),
});

/** The same decision twice is one; another one later is a 409 `decided_already`. A warning is a notice to the other side. */
export async function decideReport(
  ctx: ServiceContext,
  actor: Actor,
  reportId: string,
  { decision }: z.infer<typeof decideReportInput>,
): Promise<{ id: string; case_id: string; status: ReportStatus }> {
  const operator = asOperator(actor);
  const status = REPORT_DECISIONS[decision];
  const now = ctx.now();
  const [found] = await ctx.db
    .select({ report: caseReports, clientId: cases.clientId, professionalUserId: professionals.userId })
    .from(caseReports)
    .innerJoin(cases, eq(cases.id, caseReports.caseId))
    .innerJoin(offers, eq(offers.id, caseReports.offerId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(eq(caseReports.id, reportId));
  if (found === undefined) throw notFound("report");
  const { report, clientId, professionalUserId } = found;
  const side = otherSide(report.side);
  const warning = outboxRow(
    "person.notify",
    `talk_warning:${reportId}`,
    {
      userId: side === "client" ? clientId : professionalUserId,
      kind: "talk_warning",
      params: { case_id: report.caseId, side },
    },
    { now, traceId: ctx.traceId },
  );
  const entry = auditRow(operator.userId, `report.${status}`, reportId, now, { case_id: report.caseId });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const [, , , queued, [kept]] = await ctx.db.batch([
    ctx.db.select({ id: caseReports.id }).from(caseReports).where(eq(caseReports.id, reportId)).for("update"),
    insertIf(ctx.db, audit, entry, sql`EXISTS (SELECT 1 FROM case_reports WHERE id = ${reportId} AND status = 'open')`),
    ctx.db
      .update(caseReports)
      .set({ status, decidedBy: operator.userId, decidedAt: now })
      .where(and(eq(caseReports.id, reportId), mine)),
    ctx.db.execute(insertOutbox(status === "warned" ? [warning] : [], mine)),
    ctx.db.select({ status: caseReports.status }).from(caseReports).where(eq(caseReports.id, reportId)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (kept?.status !== status) throw conflict("decided_already", "Someone has decided this report. Reload the list.");
  return { id: reportId, case_id: report.caseId, status };
}
