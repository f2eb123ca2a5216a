// The next wave is due when the last open offer of a case ended without an acceptance.
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

/**
 * One `case.next_wave` outbox row per wave of a case that is still searched for and has no open offer left.
 * Runs after the statement that ended the offer, in the same batch, with the case's row locked.
 */
export function nextWaveWhenOver(ctx: ServiceContext, caseId: string, at: string): SQL {
  return sql`
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(c.id, 5) || '_w' || c.wave, 'high', 'case.next_wave', 1, 'case.next_wave:' || c.id || ':' || c.wave,
      jsonb_build_object('caseId', c.id, 'afterWave', c.wave), ${ctx.traceId}, 'pending', 0, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    FROM cases c
    WHERE c.id = ${caseId} AND c.status = 'offering'
      AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.case_id = c.id AND o.status IN ('pending', 'seen'))
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
