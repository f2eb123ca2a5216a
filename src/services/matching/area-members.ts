// Everybody of a case's area with the first gate that a query can see, as SQL: read once for the search and for the counts.
import { type SQL, sql } from "drizzle-orm";
import { blockedFor } from "../../db/is-blocked.ts";
import { NEAR_KM } from "../../domain/matching/gates.ts";
import { EARTH_RADIUS_KM } from "../../domain/matching/geography.ts";
import type { CaseFacts } from "../../domain/matching/types.ts";
import { casesHeld, isAway } from "../equity/ledger-sql.ts";

const DAY_MS = 86_400_000;

export interface MembersInput {
  facts: CaseFacts;
  now: Date;
  maxOffersPerDay: number;
  /** Over alias `p`: who gets a receipt at all. */
  considered: SQL;
}

/**
 * CTEs `member` (id, last_offered_at, gate, is_open) and `area_size` (everybody, open, by_gate), to stand after WITH. What needs the
 * ledger of a day or the open offers is summed once for all, not asked for each.
 */
export function areaMembers({ facts, now, maxOffersPerDay, considered }: MembersInput): SQL {
  const dayAgo = sql`${new Date(now.getTime() - DAY_MS).toISOString()}::timestamptz`;
  return sql`
    rate_limited AS MATERIALIZED (
      SELECT professional_id FROM ledger WHERE kind = 'offered' AND at > ${dayAgo}
      GROUP BY professional_id HAVING count(*) >= ${maxOffersPerDay}
    ),
    blocked_for AS MATERIALIZED (SELECT professional_id FROM ${blockedFor(facts.id)}),
    waiting_offers AS MATERIALIZED (
      SELECT professional_id, count(*)::int AS n FROM offers WHERE status IN ('pending', 'seen') GROUP BY professional_id
    ),
    member AS MATERIALIZED (
      SELECT id, last_offered_at, gate, gate = 'open' AS is_open FROM (
        SELECT p.id, p.last_offered_at, ${visibleGate(facts, now)} AS gate
        FROM professionals p LEFT JOIN waiting_offers w ON w.professional_id = p.id
        WHERE p.vertical = 'legal' AND p.areas @> ARRAY[${facts.area}]::text[] AND ${considered}
        OFFSET 0
      ) gated
    ),
    area_size AS MATERIALIZED (
      SELECT coalesce(sum(n), 0)::int AS everybody, coalesce(sum(n) FILTER (WHERE gate = 'open'), 0)::int AS open,
        json_object_agg(gate, n) AS by_gate
      FROM (SELECT gate, count(*)::int AS n FROM member GROUP BY gate) counted
    )`;
}

/** The first closed gate in the order of GATES, but for names (conflict), which no query can compare; "open" for none. */
function visibleGate(facts: CaseFacts, now: Date): SQL {
  const asked = sql`p.id = ANY(${textArray(facts.declinedBy)}::text[])`;
  const languages = sql`${textArray(facts.languages)}::text[]`;
  const waiting = sql`coalesce(w.n, 0)`;
  return sql`CASE
    WHEN p.status <> 'active' THEN 'inactive'
    WHEN p.licence_status <> 'valid' THEN 'licence'
    WHEN p.opted_out_at IS NOT NULL THEN 'opted_out'
    WHEN ${isAway(now)} THEN 'on_leave'
    WHEN ${asked} THEN 'already_asked'
    WHEN p.id IN (SELECT professional_id FROM blocked_for) THEN 'blocked'
    WHEN cardinality(${languages}) > 0 AND NOT p.languages && ${languages} THEN 'language'
    WHEN NOT ${inReach(facts)} THEN 'distance'
    WHEN p.cases_30d + ${waiting} >= p.capacidade_mensal AND ${casesHeld(sql`p.id`, now)} + ${waiting} >= p.capacidade_mensal THEN 'at_capacity'
    WHEN p.id IN (SELECT professional_id FROM rate_limited) THEN 'rate_limited'
    ELSE 'open' END`;
}

function textArray(values: readonly string[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(",")}}`;
}

/** The distance gate of domain/matching/gates.ts, as SQL over alias `p`. */
function inReach(facts: CaseFacts): SQL {
  const remote = facts.remoteOk ? sql`p.remote` : sql`false`;
  if (facts.uf !== null) return sql`(${remote} OR p.uf = ${facts.uf} OR ${near(facts)})`;
  return facts.lat === null ? sql`true` : sql`(p.lat IS NULL OR p.lon IS NULL OR ${remote} OR ${near(facts)})`;
}

/** Haversine, as in domain/matching/geography.ts. */
function near({ lat, lon }: CaseFacts): SQL {
  if (lat === null || lon === null) return sql`false`;
  const half = (delta: SQL) => sql`power(sin(radians(${delta}) / 2), 2)`;
  const h = sql`${half(sql`p.lat - ${lat}::float8`)} + cos(radians(${lat}::float8)) * cos(radians(p.lat)) * ${half(sql`p.lon - ${lon}::float8`)}`;
  return sql`coalesce(${2 * EARTH_RADIUS_KM}::float8 * asin(least(1, sqrt(${h}))) <= ${NEAR_KM}, false)`;
}
