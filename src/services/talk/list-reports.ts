// What one side of a talk told the team about the other, for the console, newest first.
import { and, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { caseReports, cases, offers, professionals } from "../../db/schema.ts";
import { REPORT_STATUSES } from "../../domain/talk/report-reasons.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { auditReading } from "../operations/audit-reading.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const listReportsInput = z.object({
  status: z.enum(REPORT_STATUSES).default("open"),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
});

/** The reading is audited once for a sitting. Throws `not_found` for anyone but operators. */
export async function listReports(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof listReportsInput> = {}) {
  const operator = asOperator(actor);
  const { status, limit, cursor } = parseInput(listReportsInput, raw);
  const rows = await ctx.db
    .select({
      report: caseReports,
      caseStatus: cases.status,
      professionalId: professionals.id,
      professional: professionals.name,
    })
    .from(caseReports)
    .innerJoin(cases, eq(cases.id, caseReports.caseId))
    .innerJoin(offers, eq(offers.id, caseReports.offerId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(and(eq(caseReports.status, status), afterCursor(caseReports.createdAt, caseReports.id, cursor)))
    .orderBy(desc(caseReports.createdAt), desc(caseReports.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ report }) => ({ at: report.createdAt, id: report.id }));
  if (page.items.length > 0) await auditReading(ctx, operator, "reports.read", "reports");
  return {
    items: page.items.map(({ report, caseStatus, professionalId, professional }) => ({
      id: report.id,
      case_id: report.caseId,
      case_status: caseStatus,
      /** Who reports; the other side is reported. */
      by: report.side,
      professional: { id: professionalId, name: professional },
      reason: report.reason,
      words: report.words,
      status: report.status,
      decided_at: report.decidedAt?.toISOString() ?? null,
      created_at: report.createdAt.toISOString(),
    })),
    next: page.next,
  };
}

export type ReportItem = Awaited<ReturnType<typeof listReports>>["items"][number];
