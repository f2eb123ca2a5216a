// When the last open offer of a case ended without an acceptance: the next wave is due, or its client chooses again.
import { type SQL, sql } from "drizzle-orm";
import { stateAfter } from "../../domain/case-state.ts";
import type { ServiceContext } from "../context.ts";

/**
 * One `case.next_wave` outbox row per wave of a case that is still searched for and has no open offer left. In directory mode
 * no wave: the case goes back to its client, who is told, once for each time.
 * Runs after the statement that ended the offer, in the same batch, with the case's row locked.
 */
export function nextWaveWhenOver(ctx: ServiceContext, caseId: string, at: string): SQL {
  return sql`
    WITH done AS (
      SELECT c.id, c.wave, c.mode, c.client_id, c.conversation_id,
        (SELECT count(*) FROM offers k WHERE k.case_id = c.id) AS asked
      FROM cases c
      WHERE c.id = ${caseId} AND c.status = 'offering'
        AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.case_id = c.id AND o.status IN ('pending', 'seen'))
    ), back AS (
      UPDATE cases SET status = ${stateAfter("contacts_over", "directory")}, updated_at = ${at}::timestamptz
      FROM done WHERE cases.id = done.id AND done.mode = 'directory'
      RETURNING cases.id
    )
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(n.id, 5) || n.suffix, n.lane, n.name, 1, n.key, n.body, ${ctx.traceId}, 'pending', 0,
      ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    FROM (
      SELECT d.id, '_w' || d.wave AS suffix, 'high' AS lane, 'case.next_wave' AS name,
        'case.next_wave:' || d.id || ':' || d.wave AS key, jsonb_build_object('caseId', d.id, 'afterWave', d.wave) AS body
      FROM done d WHERE d.mode = 'matching'
      UNION ALL
      SELECT d.id, '_c' || d.asked, 'high', 'conversation.publish', 'contacts_over:' || d.id || ':' || d.asked,
        jsonb_build_object('conversationId', d.conversation_id, 'events', jsonb_build_array(jsonb_build_object(
          'type', 'offer_update', 'key', 'contacts_over:' || d.asked,
          'data', jsonb_build_object('case_id', d.id, 'status', 'choosing', 'after', d.asked))))
      FROM done d JOIN back ON back.id = d.id
      UNION ALL
      SELECT d.id, '_n' || d.asked, 'high', 'person.notify', 'contacts_over:' || d.id || ':' || d.asked || ':client',
        jsonb_build_object('userId', d.client_id, 'kind', 'contacts_over', 'params', jsonb_build_object('case_id', d.id))
      FROM done d JOIN back ON back.id = d.id
    ) n
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
