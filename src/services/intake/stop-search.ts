// The client said stop: the case stops, open offers are taken back, and nothing more is done or sent in his name.
import { type SQL, sql } from "drizzle-orm";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import { INBOX_PREFIX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";

/** Marks case and client, on whatever the case has come to; the first "stop" counts. */
export function markStopped(caseId: string, at: string): [SQL, SQL] {
  return [
    sql`UPDATE cases SET stopped_at = ${at}::timestamptz, updated_at = ${at}::timestamptz
      WHERE id = ${caseId} AND stopped_at IS NULL AND status <> 'forgotten'`,
    sql`UPDATE users SET opted_out_at = ${at}::timestamptz
      WHERE id = (SELECT client_id FROM cases WHERE id = ${caseId} AND status <> 'forgotten') AND opted_out_at IS NULL`,
  ];
}

/**
 * Moves a case that nobody has accepted to `stopped`; its open offers are withdrawn with their ledger rows, what was about
 * to be done for it is dropped. Returns the outbox rows with the news to those who had been asked.
 * Runs with the case's row locked, as an answer to an offer does.
 */
export function stopSearch(ctx: ServiceContext, caseId: string, at: string): SQL {
  return sql`
    WITH moved AS (
      UPDATE cases SET status = ${stateAfterSql("person_stopped")}, updated_at = ${at}::timestamptz
      WHERE id = ${caseId} AND ${isBefore("person_stopped")}
      RETURNING id, area
    ), withdrawn AS (
      UPDATE offers SET status = 'withdrawn', answered_at = ${at}::timestamptz
      FROM moved WHERE offers.case_id = moved.id AND offers.status IN ('pending', 'seen')
      RETURNING offers.id, offers.professional_id, offers.case_id
    ), booked AS (
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_' || substr(w.id, 5) || '_withdrawn', w.professional_id, w.case_id, w.id, coalesce(moved.area, 'nenhuma'), 'withdrawn', ${at}::timestamptz
      FROM withdrawn w JOIN moved ON moved.id = w.case_id
      ON CONFLICT (offer_id, kind) DO NOTHING
    ), dropped AS (
      UPDATE outbox SET status = 'done', done_at = ${at}::timestamptz, last_error = 'person_stopped'
      FROM moved
      WHERE outbox.status = 'pending' AND (
        (outbox.name IN ('case.match', 'case.next_wave', 'wave.announce') AND outbox.body->>'caseId' = moved.id)
        OR starts_with(outbox.key, 'unmatched:' || moved.id || ':'))
    )
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(n.id, 5) || n.suffix, n.lane, n.name, 1, n.key, n.body, ${ctx.traceId}, 'pending', 0,
      ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    FROM (
      SELECT w.id, '_sp' AS suffix, 'high' AS lane, 'conversation.publish' AS name, 'offer:' || w.id || ':withdrawn' AS key,
        jsonb_build_object('conversationId', ${INBOX_PREFIX}::text || p.user_id, 'events', jsonb_build_array(jsonb_build_object(
          'type', 'offer_update', 'key', 'offer:' || w.id || ':withdrawn',
          'data', jsonb_build_object('offer_id', w.id, 'status', 'withdrawn')))) AS body
      FROM withdrawn w JOIN professionals p ON p.id = w.professional_id
      UNION ALL
      SELECT w.id, '_sn', 'low', 'person.notify', 'offer:' || w.id || ':stopped',
        jsonb_build_object('userId', p.user_id, 'kind', 'offer_stopped', 'params', jsonb_build_object('offer_id', w.id))
      FROM withdrawn w JOIN professionals p ON p.id = w.professional_id
    ) n
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
