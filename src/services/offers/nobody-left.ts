// No one can take the case now: it says so honestly to the client and calls the operators.
import { and, eq, inArray, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases, receipts, shortlists } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import { conflictReviewSql } from "../conflicts/review-rows.ts";
import type { ServiceContext } from "../context.ts";
import type { Match } from "../matching/match-case.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { unmatchedNews } from "./unmatched-news.ts";
import { waveRows } from "./wave-rows.ts";

/** Idempotent: the search of round `wave` ends once. The receipts of who was considered are kept all the same. */
export async function nobodyLeft(ctx: ServiceContext, match: Match, wave: number): Promise<void> {
  const now = ctx.now();
  const { row } = match;
  const rows = waveRows(ctx, match, wave);
  const news = unmatchedNews(ctx, row, String(wave));
  const insertReceipts =
    rows.receipts.length > 0 ? [ctx.db.insert(receipts).values(rows.receipts).onConflictDoNothing()] : [];
  const nobodyAsked = sql`NOT EXISTS (SELECT 1 FROM offers WHERE case_id = ${row.id} AND status IN ('pending', 'seen'))`;
  const endedNow = sql`EXISTS (
    SELECT 1 FROM cases WHERE id = ${row.id} AND status = 'unmatched' AND updated_at = ${now.toISOString()}::timestamptz)`;
  const results = await ctx.db.batch([
    // A second message of the same round finds nobody because the first has just asked them: locked, it sees their offers.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${row.id} FOR UPDATE`),
    ctx.db
      .update(cases)
      .set({ status: stateAfterSql("nobody_left"), updatedAt: now })
      .where(and(eq(cases.id, row.id), inArray(cases.status, [...statesBefore("nobody_left")]), nobodyAsked)),
    ctx.db.execute(insertOutbox(news, sql`EXISTS (SELECT 1 FROM cases WHERE id = ${row.id} AND status = 'unmatched')`)),
    insertIf(ctx.db, audit, auditRow("system", "case.unmatched", row.id, now, { wave }), endedNow),
    ctx.db.insert(shortlists).values(rows.shortlist).onConflictDoNothing(),
    ...conflictReviewSql(ctx, match).map((statement) => ctx.db.execute(statement)),
    ...insertReceipts,
  ]);
  await ctx.enqueue([...insertedRows(results[2]), ...insertedRows(results[6])]);
}
