// Finds cases that wait for a wave which nobody is going to send, and asks for it anew; where the client chooses nobody does.
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** A wave takes seconds; a case that has waited so long without a message about it is stranded. */
const STRANDED_AFTER_SECONDS = 120;
const MOST_CASES = 200;

/** Number of searches that were asked for. A parked message is an operator's: such a case is left to him. */
export async function restartSearches(ctx: ServiceContext): Promise<{ restarted: number }> {
  const now = ctx.now();
  const at = now.toISOString();
  const before = new Date(now.getTime() - STRANDED_AFTER_SECONDS * 1000).toISOString();
  const rows = insertedRows(
    await ctx.db.execute(sql`
      INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
      SELECT 'out_' || substr(c.id, 5) || '_s' || extract(epoch FROM ${at}::timestamptz)::bigint, 'high', 'case.next_wave', 1,
        'case.next_wave:' || c.id || ':stranded:' || ${at}::text, jsonb_build_object('caseId', c.id, 'afterWave', c.last),
        ${ctx.traceId}, 'pending', 0, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
      FROM (
        SELECT k.id, greatest(k.wave, coalesce((SELECT max(round) FROM shortlists s WHERE s.case_id = k.id), 0)) AS last
        FROM cases k
        WHERE k.mode = 'matching' AND k.status IN ('matching', 'offering') AND k.updated_at < ${before}::timestamptz
          AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.case_id = k.id AND o.status IN ('pending', 'seen'))
          AND NOT EXISTS (
            SELECT 1 FROM outbox b
            WHERE b.name IN ('case.match', 'case.next_wave') AND b.body ->> 'caseId' = k.id
              AND (b.status IN ('pending', 'dead') OR b.created_at > ${before}::timestamptz))
        ORDER BY k.updated_at LIMIT ${MOST_CASES}
      ) c
      ON CONFLICT (key) DO NOTHING
      RETURNING id, lane, name, trace_id`),
  );
  await ctx.enqueue(rows);
  return { restarted: rows.length };
}
