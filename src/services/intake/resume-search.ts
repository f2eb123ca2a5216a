// A client who had said stop is back: he is written to again, and a case that was searched for is searched for anew.
import { type SQL, sql } from "drizzle-orm";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import type { ServiceContext } from "../context.ts";

/** Takes the mark of "stop" from the client and from his case; nothing where it was never set. */
export function unmarkStopped(caseId: string, at: string): [SQL, SQL] {
  return [
    sql`UPDATE users SET opted_out_at = NULL
      WHERE id = (SELECT client_id FROM cases WHERE id = ${caseId} AND stopped_at IS NOT NULL)`,
    sql`UPDATE cases SET stopped_at = NULL, updated_at = ${at}::timestamptz WHERE id = ${caseId} AND stopped_at IS NOT NULL`,
  ];
}

/** True of a case whose triage found a legal problem. */
const WAS_SEARCHED = sql`triaged_at IS NOT NULL AND area <> 'nenhuma'`;

/**
 * Moves a case that was searched for before "stop" back into the search, with a wave of its own: `seq` makes one return one
 * search. Who was asked before is not asked again. Returns the outbox row.
 */
export function resumeSearch(ctx: ServiceContext, caseId: string, seq: number, at: string): SQL {
  return sql`
    WITH resumed AS (
      UPDATE cases SET status = ${stateAfterSql("search_resumed")}, reach_by = NULL, updated_at = ${at}::timestamptz
      WHERE id = ${caseId} AND ${isBefore("search_resumed")} AND ${WAS_SEARCHED}
      RETURNING id, wave, mode
    )
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(r.id, 5) || '_b' || ${seq}::int, 'high', 'case.next_wave', 1, 'case.next_wave:' || r.id || ':back:' || ${seq}::int,
      jsonb_build_object('caseId', r.id, 'afterWave',
        greatest(r.wave, coalesce((SELECT max(round) FROM shortlists s WHERE s.case_id = r.id), 0))),
      ${ctx.traceId}, 'pending', 0, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    FROM resumed r WHERE r.mode = 'matching'
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
