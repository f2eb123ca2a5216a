// Outbox rows as one SQL statement, alone or inside the statement of the change that they follow.
import { type SQL, sql } from "drizzle-orm";
import type { NewOutboxRow } from "../../db/outbox.ts";

/** `INSERT ... RETURNING id, lane, name, trace_id` for `rows` where `condition` holds; a known key is passed over. */
export function insertOutbox(rows: readonly NewOutboxRow[], condition: SQL = sql`true`): SQL {
  const values = rows.map((row) => ({
    id: row.id,
    lane: row.lane,
    name: row.name,
    key: row.key,
    body: row.body,
    trace_id: row.traceId,
    line: row.line ?? null,
    at: row.createdAt.toISOString(),
    available_at: row.availableAt.toISOString(),
  }));
  return sql`
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, line, status, attempts, available_at, queued_at, created_at)
    SELECT id, lane, name, 1, key, body, trace_id, line, 'pending', 0, available_at, at, at
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      AS row(id text, lane text, name text, key text, body jsonb, trace_id text, line text, at timestamptz, available_at timestamptz)
    WHERE ${condition}
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
