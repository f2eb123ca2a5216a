// The next rows of lines that have moved on are handed to their queue: they may have come too early and been sent back.
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { insertedRows } from "./inserted-rows.ts";

/** As many as one delivery of the interactive lane. */
const AT_ONCE = 10;

/** Nothing of a line whose first row is being waited for. What a kill keeps from here the relay hands on. */
export async function wakeLines(ctx: ServiceContext, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const now = ctx.now().toISOString();
  const woken = await ctx.db.execute(sql`
    UPDATE outbox SET queued_at = ${now}::timestamptz
    WHERE id IN (
      SELECT o.id FROM outbox o
      WHERE o.status = 'pending' AND o.id IN (
        SELECT next.id FROM jsonb_array_elements_text(${JSON.stringify([...new Set(lines)])}::jsonb) AS given(line)
        CROSS JOIN LATERAL (
          SELECT id, bool_and(available_at <= ${now}::timestamptz) OVER (ORDER BY created_at, id) AS due
          FROM outbox WHERE status = 'pending' AND line = given.line
          ORDER BY created_at, id LIMIT ${AT_ONCE}
        ) next
        WHERE next.due
      )
      ORDER BY o.id FOR UPDATE SKIP LOCKED
    )
    RETURNING id, lane, name, trace_id`);
  await ctx.enqueue(insertedRows(woken));
}
