// The search of a case waits no longer for its client: what was held back is due now.
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

/**
 * Two statements for a batch: the searches of the waiting cases that `condition` (on `cases`) names are due at `at` and their pages
 * hear it; then the cases wait no longer. The first returns the outbox rows for the queue. Nothing where none waits.
 */
export function endWait(ctx: ServiceContext, condition: SQL, at: string): [SQL, SQL] {
  return [
    sql`
      WITH waiting AS (
        SELECT id, conversation_id FROM cases WHERE reach_by > ${at}::timestamptz AND ${condition}
      ), due AS (
        UPDATE outbox SET available_at = ${at}::timestamptz, queued_at = ${at}::timestamptz
        FROM waiting w
        WHERE outbox.key = 'case.match:' || w.id || ':1' AND outbox.status = 'pending' AND outbox.available_at > ${at}::timestamptz
        RETURNING outbox.id, outbox.lane, outbox.name, outbox.trace_id
      ), told AS (
        INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
        SELECT 'out_' || substr(w.id, 5) || '_rn', 'high', 'conversation.publish', 1, 'reach:' || w.id || ':answered',
          jsonb_build_object('conversationId', w.conversation_id, 'events', jsonb_build_array(jsonb_build_object(
            'type', 'client_asked', 'key', 'reach:' || w.id || ':answered',
            'data', jsonb_build_object('about', 'reach', 'until', NULL)))),
          ${ctx.traceId}, 'pending', 0, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
        FROM waiting w
        ON CONFLICT (key) DO NOTHING
        RETURNING id, lane, name, trace_id
      )
      SELECT * FROM due UNION ALL SELECT * FROM told`,
    sql`
      UPDATE cases SET reach_by = NULL, updated_at = ${at}::timestamptz
      WHERE reach_by > ${at}::timestamptz AND ${condition}`,
  ];
}
