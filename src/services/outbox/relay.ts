// Sends again what was committed but is not done: after a kill, a lost queue or a queue that was away.
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { insertedRows } from "./inserted-rows.ts";

/** A message that a queue has held for so long is taken for lost; doing it twice has one effect. */
const LOST_AFTER_SECONDS = 60;
const MOST_ROWS = 500;

/** Number of rows handed to their queues. `atStart` takes all that is not done: a fresh process has empty queues. */
export async function relay(ctx: ServiceContext, input: { atStart: boolean }): Promise<number> {
  const now = ctx.now();
  const lostBefore = new Date(now.getTime() - (input.atStart ? 0 : LOST_AFTER_SECONDS * 1000)).toISOString();
  const rows = insertedRows(
    await ctx.db.execute(sql`
      UPDATE outbox SET queued_at = ${now.toISOString()}::timestamptz
      WHERE id IN (
        SELECT id FROM outbox
        WHERE status = 'pending' AND available_at <= ${now.toISOString()}::timestamptz
          AND (queued_at IS NULL OR queued_at <= ${lostBefore}::timestamptz)
        ORDER BY available_at LIMIT ${MOST_ROWS} FOR UPDATE SKIP LOCKED
      )
      RETURNING id, lane, name, trace_id`),
  );
  await ctx.enqueue(rows);
  return rows.length;
}
