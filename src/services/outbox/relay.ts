// Sends again what was committed but is not done: after a kill, a lost queue or a queue that was away.
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { insertedRows } from "./inserted-rows.ts";

/** A message that a queue has held for so long is taken for lost; doing it twice has one effect. */
const LOST_AFTER_SECONDS = 60;
const MOST_ROWS = 500;

/**
 * Number of rows handed to their queues, what a person waits for first; of a line only its first row. `atStart` takes all that is not
 * done, claimed or not: a fresh process has empty queues, and whoever claimed is gone.
 */
export async function relay(ctx: ServiceContext, input: { atStart: boolean }): Promise<number> {
  const now = ctx.now();
  const lostBefore = new Date(now.getTime() - (input.atStart ? 0 : LOST_AFTER_SECONDS * 1000)).toISOString();
  const rows = insertedRows(
    await ctx.db.execute(sql`
      UPDATE outbox SET queued_at = ${now.toISOString()}::timestamptz, claimed_until = NULL
      -- An array: as a plain subquery it may be asked again for each row, and its limit then bounds nothing.
      WHERE id = ANY(ARRAY(
        SELECT o.id FROM outbox o
        WHERE o.status = 'pending' AND o.available_at <= ${now.toISOString()}::timestamptz
          AND (o.queued_at IS NULL OR o.queued_at <= ${lostBefore}::timestamptz)
          AND (${input.atStart} OR o.claimed_until IS NULL OR o.claimed_until <= ${now.toISOString()}::timestamptz)
          AND (o.line IS NULL OR NOT EXISTS (
            SELECT 1 FROM outbox e
            WHERE e.line = o.line AND e.status = 'pending' AND (e.created_at, e.id) < (o.created_at, o.id)
          ))
        ORDER BY o.lane = 'low', o.available_at LIMIT ${MOST_ROWS} FOR UPDATE OF o SKIP LOCKED
      ))
      RETURNING id, lane, name, trace_id`),
  );
  await ctx.enqueue(rows);
  return rows.length;
}
