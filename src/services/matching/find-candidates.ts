// Who might take a case: the nearest in one embedding space and those who wait longest, with all that is ranked, in one round trip.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type EmbeddedText, SPACES } from "../../domain/embedding/space.ts";
import type { AreaPool } from "../../domain/equity/pool.ts";
import type { Candidate, CaseFacts } from "../../domain/matching/types.ts";
import type { ServiceContext } from "../context.ts";
import { VECTOR_TABLES } from "../embedding/vector-tables.ts";
import { candidateGates, gateRow, gatesOf } from "../equity/candidate-gates.ts";
import { poolOf, turnFactsOf, turnFactsSql, turnRow } from "../equity/turn-facts.ts";
import { areaMembers } from "./area-members.ts";

/** The ranker sees so many of the nearest who could take the case now... */
const MOST_OPEN = 100;
/** ...so many who could and were not offered anything for longest, however far their words are: turns reach everybody... */
const MOST_WAITING = 40;
/** ...so many who could and have no vector in this space yet, so that a space on its way hides nobody... */
const MOST_UNSEEN = 20;
/** Where there are many, among so many who wait longest: whoever is not found is not offered anything, and comes to the front. */
const MOST_UNSEEN_LOOKED_AT = 1000;
/** ...and of the nearest so many whoever they are, so that those behind a gate have a receipt too: 200 in all. */
const MOST_NEAR = 40;

/**
 * Up to so many vectors are compared one by one: exact, 10 ms, and never starved however rare those are who fit. Of more,
 * the index finds enough: they are no needle in its haystack.
 */
const MOST_COMPARED = 4000;

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
  const { maxOffersPerDay } = ctx.settings;
  const turn = turnFactsSql({ vertical: "legal", area: facts.area, now });
  const gates = candidateGates({ caseId: facts.id, now, maxOffersPerDay });
  const vector = sql`v.professional_id = p.id AND v.space = ${SPACES[told.key].name}`;
  const [, result] = await ctx.db.batch([
    // The index goes on until enough rows pass the filters: nobody is starved by the nearest who cannot take the case.
    ctx.db.execute(sql`
      SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.max_scan_tuples', '40000', true),
        set_config('hnsw.scan_mem_multiplier', '4', true), set_config('hnsw.ef_search', '100', true)`),
    ctx.db.execute(sql`
      WITH told AS MATERIALIZED (SELECT ${vectorText(told)}::vector AS embedding), ${turn.ctes},
      ${areaMembers({ facts, now, maxOffersPerDay, considered: gates.considered })},
      ${foundCtes(told)}
      SELECT p.id, nullif(1 - (v.embedding <=> (SELECT embedding FROM told)), 'NaN'::float8) AS similarity,
        areas, subareas, uf, lat, lon, remote, years_of_practice AS years,
        cardinality(qualifications) AS qualifications, fee_cents, languages, cases_won AS won, cases_closed AS closed,
        review_sum, review_count, response_minutes_median AS response_minutes, last_offered_at, priority,
        (SELECT by_gate FROM area_size) AS everybody, ${gates.columns}, ${turn.columns}
      FROM found JOIN professionals p ON p.id = found.id LEFT JOIN ${VECTOR_TABLES[told.key]} v ON ${vector} ${turn.joins}`),
  ]);
  const rows = z.array(foundRow).parse(result.rows);
  return {
    candidates: rows.map((row) => candidateOf(row, facts)),
    pool: poolOf(facts.area, rows),
    everybody: rows[0]?.everybody ?? {},
  };
}

/**
 * CTE `found`: ids. Beside each other stand what compares one by one and what asks the index; by the size of the area one
 * of the two is a filter that is false at once.
 */
function foundCtes(told: EmbeddedText): SQL {
  const vectors = VECTOR_TABLES[told.key];
  const space = SPACES[told.key].name;
  const distance = sql`v.embedding <=> (SELECT embedding FROM told)`;
  const everybodyFits = sql`(SELECT everybody FROM area_size) <= ${MOST_COMPARED}`;
  const openFit = sql`(SELECT open FROM area_size) <= ${MOST_COMPARED}`;
  // A filter that is no join: joined, the planner reads every vector rather than follow the index.
  const byIndex = (tooMany: SQL, among: SQL, most: number) => sql`
    SELECT v.professional_id AS id FROM ${vectors} v
    WHERE ${tooMany} AND v.space = ${space} AND (v.professional_id IN (${among})) IS TRUE
    ORDER BY ${distance} LIMIT ${most}`;
  return sql`
    compared AS MATERIALIZED (
      SELECT m.id, m.is_open, m.last_offered_at, v.professional_id IS NOT NULL AS seen, ${distance} AS distance
      FROM member m LEFT JOIN ${vectors} v ON v.professional_id = m.id AND v.space = ${space}
      WHERE ${everybodyFits} OR (m.is_open AND ${openFit})
    ),
    found AS MATERIALIZED (
      (SELECT id FROM compared WHERE is_open AND seen ORDER BY distance LIMIT ${MOST_OPEN})
      UNION (SELECT id FROM compared WHERE ${everybodyFits} AND seen ORDER BY distance LIMIT ${MOST_NEAR})
      UNION (${byIndex(sql`NOT ${openFit}`, sql`SELECT id FROM member WHERE is_open`, MOST_OPEN)})
      UNION (${byIndex(sql`NOT ${everybodyFits}`, sql`SELECT id FROM member`, MOST_NEAR)})
      UNION (SELECT id FROM member WHERE is_open ORDER BY last_offered_at NULLS FIRST, id LIMIT ${MOST_WAITING})
      UNION (SELECT id FROM compared WHERE is_open AND NOT seen ORDER BY last_offered_at NULLS FIRST, id LIMIT ${MOST_UNSEEN})
      UNION (
        SELECT id FROM (
          SELECT id, last_offered_at FROM member WHERE is_open AND NOT ${openFit}
          ORDER BY last_offered_at NULLS FIRST, id LIMIT ${MOST_UNSEEN_LOOKED_AT}) m
        WHERE NOT EXISTS (SELECT 1 FROM ${vectors} v WHERE v.professional_id = m.id AND v.space = ${space})
        ORDER BY last_offered_at NULLS FIRST, id LIMIT ${MOST_UNSEEN})
    )`;
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
