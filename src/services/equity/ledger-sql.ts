// What the ledger and a profile say of a professional at a moment, as SQL: everybody who asks gets the same answer.
import { type SQL, sql } from "drizzle-orm";
import { WINDOW_DAYS } from "../../domain/equity/pool.ts";

const DAY_MS = 86_400_000;

/** ISO time after which a row is in the rolling window of `now`. */
export function windowStart(now: Date): string {
  return new Date(now.getTime() - WINDOW_DAYS * DAY_MS).toISOString();
}

/**
 * Cases that `id` accepted in the window up to `now` and that were not taken back, over all areas: one index range. What
 * another machine booked by a clock that is ahead counts as well: a cap that misses a case is no cap.
 */
export function casesHeld(id: SQL, now: Date): SQL {
  return sql`(
    SELECT count(*)::int FROM ledger held
    WHERE held.professional_id = ${id} AND held.kind = 'accepted' AND held.at > ${windowStart(now)}::timestamptz AND ${stands("held")})`;
}

/** Offers of `id` that can still be answered. */
export function openOffers(id: SQL): SQL {
  return sql`(SELECT count(*)::int FROM offers open WHERE open.professional_id = ${id} AND open.status IN ('pending', 'seen'))`;
}

/** Offers that `id` got in the last 24 hours. */
export function offersOfDay(id: SQL, now: Date): SQL {
  const since = new Date(now.getTime() - DAY_MS).toISOString();
  return sql`(
    SELECT count(*)::int FROM ledger sent
    WHERE sent.professional_id = ${id} AND sent.kind = 'offered' AND sent.at > ${since}::timestamptz)`;
}

/** True for an accepted row of `alias` whose acceptance was not taken back. */
export function stands(alias: "held" | "taken"): SQL {
  const row = sql.raw(alias);
  return sql`NOT EXISTS (SELECT 1 FROM ledger back WHERE back.offer_id = ${row}.offer_id AND back.kind = 'returned')`;
}

/** True while professional `p` is on leave. */
export function isAway(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`coalesce(p.leave_from <= ${at} AND (p.leave_until IS NULL OR p.leave_until > ${at}), false)`;
}

/** True for a professional `p` whose turns are taken: verified, licensed, and wants offers. Also while on leave. */
export const isMember: SQL = sql`(p.status = 'active' AND p.licence_status = 'valid' AND p.opted_out_at IS NULL)`;
