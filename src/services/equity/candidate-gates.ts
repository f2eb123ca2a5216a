// The gates that a query can see, as SQL for the one that finds candidates: whoever is behind one is read with it.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { isBlocked } from "../../db/is-blocked.ts";
import { mayConflict } from "../../domain/matching/conflict.ts";
import type { Candidate } from "../../domain/matching/types.ts";
import { casesHeld, isAway, isMember, offersOfDay, openOffers } from "./ledger-sql.ts";

/** Names of represented parties that are compared; whoever has more cannot be checked in full, and a person decides. */
export const MOST_PARTIES = 500;

export interface GateSql {
  /** Over alias `p`: could be asked now, as far as their own state goes. For the search that must not starve. */
  free: SQL;
  /**
   * Over alias `p`: who gets a receipt at all. Everyone whose licence was ever checked; newcomers before that have no turn, and
   * nobody is asked to take what they opened themselves as a client.
   */
  considered: SQL;
  /** `active, licensed, opted_out, on_leave, rate_limited, blocked, capacity, cases_30d, pending, parties, conflict_review`: see `gateRow`. */
  columns: SQL;
}

/**
 * `free` asks the cheap column first: it is never lower than the truth by more than what a defect made it, and the exact
 * count of the candidate row, then the one under lock, stand behind it. Only where it says "full" is the ledger asked.
 */
export function candidateGates(input: { caseId: string; now: Date; maxOffersPerDay: number }): GateSql {
  const { caseId, now, maxOffersPerDay } = input;
  const id = sql`p.id`;
  return {
    free: sql`(${isMember} AND NOT ${isAway(now)} AND (p.cases_30d < p.capacidade_mensal OR ${casesHeld(id, now)} < p.capacidade_mensal)
      AND ${offersOfDay(id, now)} < ${maxOffersPerDay})`,
    considered: sql`(p.status <> 'pending' AND p.user_id IS DISTINCT FROM (SELECT client_id FROM cases WHERE id = ${caseId}))`,
    columns: sql`
      p.status = 'active' AS active, p.licence_status AS licence, p.opted_out_at IS NOT NULL AS opted_out, ${isAway(now)} AS on_leave,
      ${offersOfDay(id, now)} >= ${maxOffersPerDay} AS rate_limited, p.capacidade_mensal AS capacity,
      ${isBlocked(caseId)} AS blocked, ${casesHeld(id, now)} AS cases_30d, ${openOffers(id)} AS pending,
      ARRAY(SELECT party_key FROM represented_parties r WHERE r.professional_id = p.id LIMIT ${MOST_PARTIES + 1}) AS parties,
      (SELECT status FROM conflict_reviews v WHERE v.case_id = ${caseId} AND v.professional_id = p.id) AS conflict_review`,
  };
}

/** The columns of `candidateGates` as they come back. */
export const gateRow = z.object({
  active: z.boolean(),
  licence: z.enum(["valid", "suspended", "unchecked"]),
  opted_out: z.boolean(),
  on_leave: z.boolean(),
  rate_limited: z.boolean(),
  blocked: z.boolean(),
  capacity: z.coerce.number(),
  cases_30d: z.coerce.number(),
  pending: z.coerce.number(),
  parties: z.array(z.string()),
  conflict_review: z.enum(["open", "cleared", "confirmed"]).nullable(),
});

type Gated = Pick<
  Candidate,
  | "active"
  | "licensed"
  | "optedOut"
  | "onLeave"
  | "rateLimited"
  | "blocked"
  | "capacityMonthly"
  | "cases30d"
  | "pendingOffers"
  | "conflict"
>;

/** A candidate's gates out of a row; `adverse` are the names on the other side of the case. */
export function gatesOf(row: z.infer<typeof gateRow>, adverse: readonly string[]): Gated {
  return {
    active: row.active,
    licensed: row.licence === "unchecked" ? null : row.licence === "valid",
    optedOut: row.opted_out,
    onLeave: row.on_leave,
    rateLimited: row.rate_limited,
    blocked: row.blocked,
    capacityMonthly: row.capacity,
    cases30d: row.cases_30d,
    pendingOffers: row.pending,
    conflict: conflictOf(row, adverse),
  };
}

/** What an operator decided about this pair counts; else true where a name is alike, null where not all could be compared. */
function conflictOf(
  { parties, conflict_review: review }: z.infer<typeof gateRow>,
  adverse: readonly string[],
): boolean | null {
  if (review === "cleared") return false;
  if (review === "confirmed") return true;
  if (mayConflict(adverse, parties)) return true;
  return parties.length > MOST_PARTIES && adverse.length > 0 ? null : false;
}
