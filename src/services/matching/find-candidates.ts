// Who might take a case: nearest in the lexical space within area and reach, in one round trip.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { LEXICAL_SPACE } from "../../domain/embedding/lexical.ts";
import { mayConflict } from "../../domain/matching/conflict.ts";
import type { Candidate, CaseFacts } from "../../domain/matching/types.ts";
import type { ServiceContext } from "../context.ts";

/** The ranker sees so many who could take the case now... */
const MOST_FREE = 150;
/** ...and, of so many of the nearest, those who could not, so that they too have a receipt. */
const MOST_NEAR = 200;

const foundRow = z.object({
  id: z.string(),
  /** Null where a text without words has the zero vector. */
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
  capacity: z.coerce.number(),
  cases_30d: z.coerce.number(),
  pending: z.coerce.number(),
  last_offered_at: z.coerce.date().nullable(),
  on_leave: z.boolean(),
  priority: z.coerce.number(),
  parties: z.array(z.string()),
});

/** Never throws for "nobody": an empty list is an answer. A failed query throws, so that no gate is silently open. */
export async function findCandidates(
  ctx: ServiceContext,
  facts: CaseFacts,
  embedding: Float32Array,
): Promise<Candidate[]> {
  const vector = `[${Array.from(embedding, (x) => x.toFixed(6)).join(",")}]`;
  const now = ctx.now().toISOString();
  const reach = facts.uf === null ? sql`true` : sql`(p.uf = ${facts.uf} OR p.remote)`;
  const asked = `{${facts.declinedBy.join(",")}}`;
  const away = sql`coalesce(p.leave_from <= ${now}::timestamptz AND (p.leave_until IS NULL OR p.leave_until > ${now}::timestamptz), false)`;
  const nearest = (condition: SQL, most: number) => sql`
    SELECT v.professional_id AS id, nullif(1 - (v.embedding <=> (SELECT embedding FROM told)), 'NaN'::float8) AS similarity
    FROM professional_vectors_lexical v
    JOIN professionals p ON p.id = v.professional_id
    WHERE v.space = ${LEXICAL_SPACE} AND p.vertical = 'legal' AND p.status = 'active'
      AND p.areas @> ARRAY[${facts.area}]::text[] AND ${reach} AND ${condition}
    ORDER BY v.embedding <=> (SELECT embedding FROM told)
    LIMIT ${most}`;
  const free = sql`p.cases_30d < p.capacidade_mensal AND NOT ${away} AND p.id <> ALL(${asked}::text[])`;
  const [, found] = await ctx.db.batch([
    // The index goes on until enough rows pass the filters: a rare area is not starved by the nearest of other areas.
    ctx.db.execute(
      sql`SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.max_scan_tuples', '40000', true)`,
    ),
    ctx.db.execute(sql`
      WITH told AS MATERIALIZED (SELECT ${vector}::vector AS embedding),
      found AS ((${nearest(free, MOST_FREE)}) UNION (${nearest(sql`true`, MOST_NEAR)}))
      SELECT p.id, similarity, areas, subareas, uf, lat, lon, remote, years_of_practice AS years,
        cardinality(qualifications) AS qualifications, fee_cents, languages, cases_won AS won, cases_closed AS closed,
        review_sum, review_count, response_minutes_median AS response_minutes, capacidade_mensal AS capacity, cases_30d,
        last_offered_at, ${away} AS on_leave, priority,
        (SELECT count(*)::int FROM offers o WHERE o.professional_id = p.id AND o.status IN ('pending', 'seen')) AS pending,
        ARRAY(SELECT party_key FROM represented_parties r WHERE r.professional_id = p.id LIMIT 500) AS parties
      FROM found JOIN professionals p ON p.id = found.id`),
  ]);
  return z
    .array(foundRow)
    .parse(found.rows)
    .map((row) => candidateOf(row, facts));
}

function candidateOf(row: z.infer<typeof foundRow>, facts: CaseFacts): Candidate {
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
    capacityMonthly: row.capacity,
    cases30d: row.cases_30d,
    pendingOffers: row.pending,
    lastOfferedAt: row.last_offered_at,
    active: true,
    onLeave: row.on_leave,
    conflict: mayConflict(facts.adverseParties, row.parties),
    priority: row.priority,
  };
}
