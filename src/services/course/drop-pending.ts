// What was about to be done for a case whose course changed is not done any more.
import { type SQL, sql } from "drizzle-orm";
import type { Standing } from "./standing.ts";

/** Waves that are not sent yet, a contract that is not made yet, notices about a contract that does not stand any more. */
export function dropPending({ row, taken }: Standing, at: string, condition: SQL): SQL {
  return sql`
    UPDATE outbox SET status = 'done', done_at = ${at}::timestamptz, last_error = 'course_changed'
    WHERE status = 'pending' AND ${condition} AND (
      (name IN ('case.match', 'case.next_wave', 'wave.announce') AND body->>'caseId' = ${row.id})
      OR starts_with(key, ${`unmatched:${row.id}:`})
      OR (name = 'contract.open' AND body->>'offerId' = ${taken?.offerId ?? ""})
      OR (name = 'person.notify' AND body->'params'->>'contract_id' = ${taken?.contract?.id ?? ""}))`;
}
