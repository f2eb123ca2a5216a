// In danger nothing is assumed of how to be reached: the number that somebody wrote from is written to only by his own word.
import { type SQL, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";

/** True of a person (an SQL expression of the id) who has told of violence in any case. */
export function hasToldOfViolence(userId: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM cases k WHERE k.client_id = ${userId} AND 'violence' = ANY(k.flags))`;
}

/** A statement for the batch that has written a case's flags, after them: as if nothing had been said, for professionals too. */
export function forgetAssumed(userId: SQL, now: Date): SQL {
  return sql`
    WITH gone AS (
      DELETE FROM client_reach r
      WHERE r.user_id = ${userId} AND r.assumed AND ${hasToldOfViolence(sql`r.user_id`)}
      RETURNING r.user_id, r.address
    ), unseen AS (
      UPDATE contracts SET client_contact = NULL, updated_at = ${now.toISOString()}::timestamptz FROM gone
      WHERE contracts.client_id = gone.user_id AND contracts.client_contact = gone.address AND contracts.status NOT IN ('voided', 'closed')
    )
    INSERT INTO audit (id, actor, action, subject, detail, at)
    SELECT ${newId("aud", now.getTime())}, 'system', 'client.reach_not_assumed', user_id, '{}'::jsonb, ${now.toISOString()}::timestamptz
    FROM gone`;
}
