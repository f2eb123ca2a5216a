// No one can take the case now: it says so honestly to the client and calls the operators.
import { and, eq, inArray, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, cases, receipts, shortlists } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import { conflictReviewSql } from "../conflicts/review-rows.ts";
import type { ServiceContext } from "../context.ts";
import type { Match } from "../matching/match-case.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { waveRows } from "./wave-rows.ts";

/** Idempotent: the search of round `wave` ends once. The receipts of who was considered are kept all the same. */
export async function nobodyLeft(ctx: ServiceContext, match: Match, wave: number): Promise<void> {
  const now = ctx.now();
  const made = { now, traceId: ctx.traceId };
  const { row } = match;
  const rows = waveRows(ctx, match, wave);
  const news = [
    outboxRow(
      "conversation.publish",
      `unmatched:${row.id}:${wave}`,
      {
        conversationId: row.conversationId,
        events: [{ type: "offer_update", key: `unmatched:${wave}`, data: { case_id: row.id, status: "unmatched" } }],
      },
      made,
    ),
    outboxRow(
      "conversation.publish",
      `operators:unmatched:${row.id}:${wave}`,
      {
        conversationId: OPERATORS_INBOX,
        events: [
          { type: "offer_update", key: `unmatched:${row.id}:${wave}`, data: { case_id: row.id, status: "unmatched" } },
        ],
      },
      made,
    ),
    outboxRow(
      "person.notify",
      `unmatched:${row.id}:${wave}:client`,
      { userId: row.clientId, kind: "case_unmatched", params: { case_id: row.id } },
      made,
    ),
    outboxRow(
      "operators.notify",
      `unmatched:${row.id}:${wave}:operators`,
      { kind: "case_unmatched", params: { case_id: row.id } },
      made,
    ),
  ];
  const insertReceipts =
    rows.receipts.length > 0 ? [ctx.db.insert(receipts).values(rows.receipts).onConflictDoNothing()] : [];
  const endedNow = sql`EXISTS (
    SELECT 1 FROM cases WHERE id = ${row.id} AND status = 'unmatched' AND updated_at = ${now.toISOString()}::timestamptz)`;
  const results = await ctx.db.batch([
    ctx.db
      .update(cases)
      .set({ status: stateAfterSql("nobody_left"), updatedAt: now })
      .where(and(eq(cases.id, row.id), inArray(cases.status, [...statesBefore("nobody_left")]))),
    ctx.db.execute(insertOutbox(news, sql`EXISTS (SELECT 1 FROM cases WHERE id = ${row.id} AND status = 'unmatched')`)),
    insertIf(ctx.db, audit, auditRow("system", "case.unmatched", row.id, now, { wave }), endedNow),
    ctx.db.insert(shortlists).values(rows.shortlist).onConflictDoNothing(),
    ...conflictReviewSql(ctx, match).map((statement) => ctx.db.execute(statement)),
    ...insertReceipts,
  ]);
  await ctx.enqueue([...insertedRows(results[1]), ...insertedRows(results[5])]);
}
