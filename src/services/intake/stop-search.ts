// The client said stop: the case stops, open offers are taken back, and nothing more is done or sent in his name.
import { type SQL, sql } from "drizzle-orm";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import type { ServiceContext } from "../context.ts";
import { bookWithdrawn, tellWithdrawn } from "../offers/withdraw-open-offers.ts";

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
    ), booked AS (${bookWithdrawn(at)}
    ), dropped AS (
      UPDATE outbox SET status = 'done', done_at = ${at}::timestamptz, last_error = 'person_stopped'
      FROM moved
      WHERE outbox.status = 'pending' AND (
        (outbox.name IN ('case.match', 'case.next_wave', 'wave.announce') AND outbox.body->>'caseId' = moved.id)
        OR starts_with(outbox.key, 'unmatched:' || moved.id || ':'))
    )
    ${tellWithdrawn(ctx, at)}`;
}
