// One side of a talk tells the team about the other, also once they have parted.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, caseChanges, caseReports, cases, offers, professionals } from "../../db/schema.ts";
import { MOST_REPORT_CHARACTERS, REPORT_REASONS } from "../../domain/talk/report-reasons.ts";
import type { Side } from "../../domain/talk/sides.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { plainText } from "../plain-text.ts";
import { heldTalkOf, type Person } from "./talk-of.ts";

export const reportInput = z
  .object({
    reason: z.enum(REPORT_REASONS, { error: `reason is one of ${REPORT_REASONS.join(", ")}.` }),
    words: plainText().trim().max(MOST_REPORT_CHARACTERS).default(""),
    /** An acceptance of this case that is over: whoever parted may still say why. */
    offer_id: z.string().max(100).nullish(),
  })
  .refine(({ reason, words }) => reason !== "other" || words !== "", {
    path: ["words"],
    error: "Say in a few words what happened.",
  });

/**
 * While one of the same side is open, another call is the same report. The other side hears nothing of it. Throws `not_found` for
 * whoever is, or was, neither of the two; `talk_not_open` (409) where nobody holds the case and no former acceptance is named.
 */
export async function reportOther(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  { reason, words, offer_id: former }: z.infer<typeof reportInput>,
): Promise<{ id: string; status: "open"; created_at: string }> {
  const { offerId, side } =
    former == null ? await heldTalkOf(ctx, actor, caseId) : await acceptanceOf(ctx, actor, caseId, former);
  const now = ctx.now();
  const id = newId("rpt", now.getTime());
  const mine = sql`EXISTS (SELECT 1 FROM case_reports WHERE id = ${id})`;
  const news = outboxRow(
    "operators.notify",
    `talk_reported:${id}`,
    { kind: "talk_reported", params: { case_id: caseId } },
    { now, traceId: ctx.traceId },
  );
  const [, , queued, [kept]] = await ctx.db.batch([
    ctx.db
      .insert(caseReports)
      .values({ id, caseId, offerId, side, reason, words, createdAt: now })
      .onConflictDoNothing(),
    insertIf(ctx.db, audit, auditRow(actor.userId, "talk.reported", id, now, { case_id: caseId, reason }), mine),
    ctx.db.execute(insertOutbox([news], mine)),
    ctx.db
      .select({ id: caseReports.id, at: caseReports.createdAt })
      .from(caseReports)
      .where(and(eq(caseReports.offerId, offerId), eq(caseReports.side, side), eq(caseReports.status, "open"))),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { id: kept?.id ?? id, status: "open", created_at: (kept?.at ?? now).toISOString() };
}

/** One that stands or was undone, and which of its two the actor is. */
async function acceptanceOf(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  offerId: string,
): Promise<{ offerId: string; side: Side }> {
  const wasHeld = sql`(${offers.status} = 'accepted' OR EXISTS (
    SELECT 1 FROM ${caseChanges} WHERE ${caseChanges.offerId} = ${offers.id}))`;
  const [row] = await ctx.db
    .select({ clientId: cases.clientId, professionalUserId: professionals.userId })
    .from(offers)
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(and(eq(offers.id, offerId), eq(offers.caseId, caseId), wasHeld));
  if (row?.clientId === actor.userId) return { offerId, side: "client" };
  if (row?.professionalUserId === actor.userId) return { offerId, side: "professional" };
  throw notFound("case");
}
