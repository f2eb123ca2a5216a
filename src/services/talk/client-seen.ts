// The client was here: whoever waits for an answer counts from now on.
import { type SQL, sql } from "drizzle-orm";

/** Where `condition` holds; reminders of a silence begin anew. */
export function seenSql(caseId: string, now: Date, condition: SQL): SQL {
  return sql`
    UPDATE cases SET client_seen_at = ${now.toISOString()}::timestamptz, silence_reminders = 0
    WHERE id = ${caseId} AND ${condition}`;
}
