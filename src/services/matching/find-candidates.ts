// Who might take a case: the nearest in one embedding space and those who wait longest, with all that is ranked, in one round trip.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type EmbeddedText, SPACES } from "../../domain/embedding/space.ts";
import type { AreaPool } from "../../domain/equity/pool.ts";
import { NEAR_KM } from "../../domain/matching/gates.ts";
import { EARTH_RADIUS_KM } from "../../domain/matching/geography.ts";
import type { Candidate, CaseFacts } from "../../domain/matching/types.ts";
import type { ServiceContext } from "../context.ts";
import { VECTOR_TABLES } from "../embedding/vector-tables.ts";
import { candidateGates, gateRow, gatesOf } from "../equity/candidate-gates.ts";
import { isAway, isMember } from "../equity/ledger-sql.ts";
import { poolOf, turnFactsOf, turnFactsSql, turnRow } from "../equity/turn-facts.ts";

/** The ranker sees so many of the nearest who could take the case now... */
const MOST_FREE = 120;
/** ...so many who could and were not offered anything for longest, however far their words are: turns reach everybody... */
const MOST_WAITING = 40;
/** ...and of the nearest so many whoever they are, so that those behind a gate have a receipt too. */
const MOST_NEAR = 60;

const foundRow = z
  .object({
    id: z.string(),
    /** Null where a text without words has the zero vector, or no vector in this space yet. */
    similarity: z.coerce.number().nullable(),
    areas: z.array(z.string()),
    subareas: z.array(z.string()),
    uf: z.string(),
    lat: z.coerce.number().nullable(),
    lon: z.coerce.number().nullable(),
    remote: z.boolean(),
    years: z.coerce.number(),
    qualifications: z.coerce.number(),
    fee_cents: z.coerce.number(),
    languages: z.array(z.string()),
    won: z.coerce.number(),
    closed: z.coerce.number(),
    review_sum: z.coerce.number(),
    review_count: z.coerce.number(),
    response_minutes: z.coerce.number().nullable(),
    last_offered_at: z.coerce.date().nullable(),
    priority: z.coerce.number(),
    /** Of everybody in the area by the first gate that a query can see; the same on every row. */
    everybody: z.record(z.string(), z.number()),
  })
  .extend(gateRow.shape)
  .extend(turnRow.shape);

type FoundRow = z.infer<typeof foundRow>;

export interface Found {
  candidates: Candidate[];
  /** The area's totals; undefined before they were first counted, or when nobody was found. */
  pool: AreaPool | undefined;
  /** Everybody of the area, found or not, by the first gate that a query can see; "open" for those who fail none of these. */
  everybody: Record<string, number>;
}

/** Never throws for "nobody": an empty list is an answer. A failed query throws, so that no gate is silently open. */
export async function findCandidates(ctx: ServiceContext, facts: CaseFacts, told: EmbeddedText): Promise<Found> {
  const now = ctx.now();
  const turn = turnFactsSql({ vertical: "legal", area: facts.area, now });
  const gates = candidateGates({ caseId: facts.id, now, maxOffersPerDay: ctx.settings.maxOffersPerDay });
  const inArea = sql`p.vertical = 'legal' AND p.areas @> ARRAY[${facts.area}]::text[] AND ${gates.considered}`;
  const asked = sql`p.id = ANY(${`{${facts.declinedBy.join(",")}}`}::text[])`;
  const free = sql`${gates.free} AND ${inReach(facts)} AND NOT ${asked}`;
  const vectors = VECTOR_TABLES[told.key];
  const space = SPACES[told.key].name;
  const distance = sql`v.embedding <=> (SELECT embedding FROM told)`;
  const similarity = sql`nullif(1 - (${distance}), 'NaN'::float8) AS similarity`;
  const nearest = (condition: SQL, most: number) => sql`
    SELECT p.id, ${similarity} FROM ${vectors} v JOIN professionals p ON p.id = v.professional_id
    WHERE v.space = ${space} AND ${inArea} AND ${condition} ORDER BY ${distance} LIMIT ${most}`;
  const [, result] = await ctx.db.batch([
    // The index goes on until enough rows pass the filters: a rare area is not starved by the nearest of other areas.
    ctx.db.execute(
      sql`SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.max_scan_tuples', '40000', true)`,
    ),
    ctx.db.execute(sql`
      WITH told AS MATERIALIZED (SELECT ${vectorText(told)}::vector AS embedding), ${turn.ctes},
      found AS MATERIALIZED (
        (${nearest(free, MOST_FREE)}) UNION (${nearest(sql`true`, MOST_NEAR)}) UNION (
          SELECT p.id, ${similarity}
          FROM professionals p LEFT JOIN ${vectors} v ON v.professional_id = p.id AND v.space = ${space}
          WHERE ${inArea} AND ${free} ORDER BY p.last_offered_at NULLS FIRST, p.id LIMIT ${MOST_WAITING})
      ),
      everybody AS MATERIALIZED (
        SELECT json_object_agg(gate, n) AS counts FROM (
          SELECT ${visibleGate(facts, asked, now)} AS gate, count(*) AS n FROM professionals p WHERE ${inArea} GROUP BY 1) counted
      )
      SELECT p.id, similarity, areas, subareas, uf, lat, lon, remote, years_of_practice AS years,
        cardinality(qualifications) AS qualifications, fee_cents, languages, cases_won AS won, cases_closed AS closed,
        review_sum, review_count, response_minutes_median AS response_minutes, last_offered_at, priority,
        (SELECT counts FROM everybody) AS everybody, ${gates.columns}, ${turn.columns}
      FROM found JOIN professionals p ON p.id = found.id ${turn.joins}`),
  ]);
  const rows = z.array(foundRow).parse(result.rows);
  return {
    candidates: rows.map((row) => candidateOf(row, facts)),
    pool: poolOf(facts.area, rows),
    everybody: rows[0]?.everybody ?? {},
  };
}

/** The distance gate of domain/matching/gates.ts, as SQL over alias `p`. */
function inReach(facts: CaseFacts): SQL {
  if (facts.uf === null)
    return facts.lat === null ? sql`true` : sql`(p.lat IS NULL OR ${near(facts)} OR ${remote(facts)})`;
  return sql`(${remote(facts)} OR p.uf = ${facts.uf} OR ${near(facts)})`;
}

function remote(facts: CaseFacts): SQL {
  return facts.remoteOk ? sql`p.remote` : sql`false`;
}

/** Haversine, as in domain/matching/geography.ts. */
function near({ lat, lon }: CaseFacts): SQL {
  if (lat === null || lon === null) return sql`false`;
  const half = (delta: SQL) => sql`power(sin(radians(${delta}) / 2), 2)`;
  const h = sql`${half(sql`p.lat - ${lat}::float8`)} + cos(radians(${lat}::float8)) * cos(radians(p.lat)) * ${half(sql`p.lon - ${lon}::float8`)}`;
  return sql`coalesce(${2 * EARTH_RADIUS_KM}::float8 * asin(least(1, sqrt(${h}))) <= ${NEAR_KM}, false)`;
}

/** The first gate that needs neither names nor the ledger, in the order of GATES; "open" where none of these is closed. */
function visibleGate(facts: CaseFacts, asked: SQL, now: Date): SQL {
  const languages = `{${facts.languages.map((language) => JSON.stringify(language)).join(",")}}`;
  return sql`CASE
    WHEN p.status <> 'active' THEN 'inactive'
    WHEN p.licence_status <> 'valid' THEN 'licence'
    WHEN NOT ${isMember} THEN 'opted_out'
    WHEN ${isAway(now)} THEN 'on_leave'
    WHEN ${asked} THEN 'already_asked'
    WHEN cardinality(${languages}::text[]) > 0 AND NOT p.languages && ${languages}::text[] THEN 'language'
    WHEN NOT ${inReach(facts)} THEN 'distance'
    WHEN p.cases_30d >= p.capacidade_mensal THEN 'at_capacity'
    ELSE 'open' END`;
}

function vectorText({ vector }: EmbeddedText): string {
  return `[${Array.from(vector, (x) => x.toFixed(6)).join(",")}]`;
}

function candidateOf(row: FoundRow, facts: CaseFacts): Candidate {
  return {
    id: row.id,
    similarity: row.similarity,
    areas: row.areas,
    subareas: row.subareas,
    uf: row.uf,
    lat: row.lat,
    lon: row.lon,
    remote: row.remote,
    yearsOfPractice: row.years,
    qualifications: row.qualifications,
    feeCents: row.fee_cents,
    languages: row.languages,
    casesWon: row.won,
    casesClosed: row.closed,
    reviewMean: row.review_count > 0 ? row.review_sum / row.review_count : null,
    reviewCount: row.review_count,
    responseMinutesMedian: row.response_minutes,
    lastOfferedAt: row.last_offered_at,
    priority: row.priority,
    turnFacts: turnFactsOf(row),
    ...gatesOf(row, facts.adverseParties),
  };
}
