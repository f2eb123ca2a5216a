// The search of a case waits no longer for its client: what was held back is due now.
import { type SQL, sql } from "drizzle-orm";

/**
 * Two statements for a batch: the cases that `condition` (on `cases`) names stop waiting, and their searches are due at `at`; the
 * second returns their outbox rows for the queue. Nothing where none waits.
 */
export function endWait(condition: SQL, at: string): [SQL, SQL] {
  return [
    sql`
      UPDATE outbox SET available_at = ${at}::timestamptz, queued_at = ${at}::timestamptz
      FROM cases
      WHERE outbox.key = 'case.match:' || cases.id || ':1' AND outbox.status = 'pending'
        AND outbox.available_at > ${at}::timestamptz AND cases.reach_by > ${at}::timestamptz AND ${condition}
      RETURNING outbox.id, outbox.lane, outbox.name, outbox.trace_id`,
    sql`
      UPDATE cases SET reach_by = NULL, updated_at = ${at}::timestamptz
      WHERE reach_by > ${at}::timestamptz AND ${condition}`,
  ];
}
