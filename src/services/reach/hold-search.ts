// A search waits a bounded time for the client to say how to be reached: its first wave is held back until then.
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

const MINUTE_MS = 60_000;

/**
 * Until when a case waits, for the `SET` of the update that completes its triage; null for one that does not: urgent ones, those of
 * the API, those whose client has said it already, and a directory's, where the client himself writes to whom he chose.
 */
export function reachByOf(ctx: ServiceContext, urgencyHours: number, now: Date): SQL | null {
  const { reachWaitMinutes, urgentHours } = ctx.settings;
  if (reachWaitMinutes === 0 || urgencyHours <= urgentHours) return null;
  const until = new Date(now.getTime() + reachWaitMinutes * MINUTE_MS).toISOString();
  return sql`CASE
    WHEN cases.asks_reach AND cases.mode = 'matching'
      AND NOT EXISTS (SELECT 1 FROM client_reach r WHERE r.user_id = cases.client_id)
    THEN ${until}::timestamptz END`;
}

/**
 * Two statements for the same batch, after the outbox rows of `now`: the case's first search is held back, and the page hears that
 * it is asked for something. The second returns its outbox row.
 */
export function holdSearch(ctx: ServiceContext, caseId: string, now: Date): [SQL, SQL] {
  const at = now.toISOString();
  return [
    // Not handed to a queue now; the relay does it when its time has come.
    sql`
      UPDATE outbox SET available_at = c.reach_by, queued_at = NULL
      FROM cases c
      WHERE outbox.key = ${`case.match:${caseId}:1`} AND outbox.status = 'pending' AND outbox.created_at = ${at}::timestamptz
        AND c.id = ${caseId} AND c.reach_by > ${at}::timestamptz
      RETURNING outbox.id, outbox.lane, outbox.name, outbox.trace_id`,
    sql`
      INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
      SELECT 'out_' || substr(c.id, 5) || '_rq', 'high', 'conversation.publish', 1, 'reach:' || c.id || ':asked',
        jsonb_build_object('conversationId', c.conversation_id, 'events', jsonb_build_array(jsonb_build_object(
          'type', 'client_asked', 'key', 'reach:' || c.id || ':asked',
          'data', jsonb_build_object('about', 'reach', 'until', c.reach_by)))),
        ${ctx.traceId}, 'pending', 0, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
      FROM cases c WHERE c.id = ${caseId} AND c.reach_by > ${at}::timestamptz AND c.triaged_at = ${at}::timestamptz
      ON CONFLICT (key) DO NOTHING
      RETURNING id, lane, name, trace_id`,
  ];
}
