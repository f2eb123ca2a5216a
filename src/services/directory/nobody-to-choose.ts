// Nobody is left from whom the client could choose: the case says so, and the operators look at it.
import { sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases } from "../../db/schema.ts";
import { stateAfter } from "../../domain/case-state.ts";
import type { ServiceContext } from "../context.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import { unmatchedNews } from "../offers/unmatched-news.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** Nothing happens where the case is not `choosing` any more, or somebody can still answer. */
export async function endChoosing(ctx: ServiceContext, row: CaseRow): Promise<void> {
  const now = ctx.now();
  const entry = auditRow("system", "case.unmatched", row.id, now, { mode: "directory" });
  const ended = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const open = sql`EXISTS (
    SELECT 1 FROM cases WHERE id = ${row.id} AND mode = 'directory' AND status = 'choosing' AND NOT EXISTS (
      SELECT 1 FROM offers WHERE case_id = ${row.id} AND status IN ('pending', 'seen')))`;
  const [, , , queued] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${row.id} FOR UPDATE`),
    insertIf(ctx.db, audit, entry, open),
    ctx.db
      .update(cases)
      .set({ status: stateAfter("nobody_left", "directory"), updatedAt: now })
      .where(sql`${cases.id} = ${row.id} AND ${ended}`),
    ctx.db.execute(insertOutbox(unmatchedNews(ctx, row, entry.id), ended)),
  ]);
  await ctx.enqueue(insertedRows(queued));
}
