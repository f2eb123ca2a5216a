// Whose turn it is in an area, as SQL for the one query that finds candidates: TurnFacts of each, and the area's pool.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { type AreaPool, type TurnFacts, WINDOW_DAYS } from "../../domain/equity/pool.ts";
import { FURTHEST_DAYS } from "../../domain/equity/turn.ts";
import { stands, windowStart } from "./ledger-sql.ts";

export interface TurnSql {
  /** CTEs `area_pool` and `area_time`, to stand after WITH; both are one row at most, read once and only when asked. */
  ctes: SQL;
  /** Laterals over alias `p` of professionals, to stand after the FROM that binds it. */
  joins: SQL;
  /** `turn_accepted, turn_credit, turn_weight, turn_offered, turn_open, turn_reach, pool`: what `turnRow` reads. */
  columns: SQL;
}

/**
 * Virtual time of the area (domain/equity/credit.ts) is summed once into two arrays, times and sums; an absence then costs
 * two binary searches. Who has no absence in the window costs one index range of absences and nothing of that.
 *
 * Joined like this:
 *   WITH ${turn.ctes}, found AS (...) SELECT p.id, ${turn.columns} FROM found JOIN professionals p ON p.id = found.id ${turn.joins}
 */
export function turnFactsSql(input: { vertical: string; area: string; now: Date }): TurnSql {
  const { vertical, area } = input;
  const since = sql`${windowStart(input.now)}::timestamptz`;
  const now = sql`${input.now.toISOString()}::timestamptz`;
  const furthest = sql`${new Date(input.now.getTime() - FURTHEST_DAYS * 86_400_000).toISOString()}::timestamptz`;
  return {
    ctes: sql`
      area_pool AS MATERIALIZED (
        SELECT cases, credits, weight, professionals FROM area_pools WHERE vertical = ${vertical} AND area = ${area}
      ),
      area_time AS MATERIALIZED (
        SELECT array_agg(at ORDER BY at) AS at, array_agg(passed ORDER BY at) AS passed FROM (
          SELECT taken.at, sum(${shareOfOne(sql`(SELECT weight FROM area_pool)`)}) OVER (ORDER BY taken.at) AS passed
          FROM ledger taken
          WHERE taken.area = ${area} AND taken.kind = 'accepted' AND taken.at > ${since} AND taken.at <= ${now}
            AND taken.offer_id NOT IN (SELECT offer_id FROM ledger WHERE area = ${area} AND kind = 'returned' AND at > ${since})
        ) running
      )`,
    joins: sql`
      CROSS JOIN LATERAL (
        SELECT p.capacidade_mensal::float8 / greatest(1, cardinality(p.areas)) AS weight
      ) turn_share
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE taken.at > ${since} AND taken.kind = 'accepted' AND ${stands("taken")})::int AS accepted,
          count(*) FILTER (WHERE taken.at > ${since} AND taken.kind = 'offered')::int AS offered,
          max(taken.at) FILTER (WHERE taken.at <= ${since} AND taken.kind = 'accepted' AND ${stands("taken")}) AS before
        FROM ledger taken
        WHERE taken.professional_id = p.id AND taken.kind IN ('accepted', 'offered') AND taken.area = ${area}
          AND taken.at > ${furthest} AND taken.at <= ${now}
      ) turn_ledger ON true
      LEFT JOIN LATERAL (
        SELECT turn_share.weight * sum(${passedBy(sql`away.until`)} - ${passedBy(sql`away."from"`)}) AS credit
        FROM (${awayTimes(since, now)}) away
        WHERE away.until > away."from"
      ) turn_credit ON true`,
    columns: sql`
      turn_ledger.accepted AS turn_accepted, turn_ledger.offered AS turn_offered, turn_share.weight AS turn_weight,
      coalesce(turn_credit.credit, 0) AS turn_credit,
      extract(epoch FROM ${now} - greatest(turn_ledger.before, p.joined_at,
        (SELECT max(least(coalesce(a.until, ${now}), ${now})) FROM absences a WHERE a.professional_id = p.id AND a."from" < ${now})))::float8
        / 86400 AS turn_reach,
      (SELECT count(*)::int FROM offers o JOIN cases c ON c.id = o.case_id
        WHERE o.professional_id = p.id AND o.status IN ('pending', 'seen') AND c.area = ${area}) AS turn_open,
      (SELECT json_build_object('cases', cases, 'credits', credits, 'weight', weight, 'professionals', professionals) FROM area_pool) AS pool`,
  };
}

/** Share of one case that passes for a weight of 1; acceptances that hold no weight are taken at today's. */
export function shareOfOne(todaysWeight: SQL): SQL {
  return sql`coalesce(1 / nullif(coalesce(taken.weight_present, ${todaysWeight}), 0), 0)`;
}

/** When `p` was away in the window: before joining, and on leaves that were not over before it. Apart from each other. */
export function awayTimes(since: SQL, now: SQL): SQL {
  return sql`
    SELECT ${since} AS "from", least(p.joined_at, ${now}) AS until WHERE p.joined_at > ${since}
    UNION ALL
    SELECT greatest(a."from", p.joined_at, ${since}), least(coalesce(a.until, ${now}), ${now})
    FROM absences a
    WHERE a.professional_id = p.id AND (a.until IS NULL OR a.until > ${since}) AND a."from" < ${now}`;
}

/** Virtual time that had passed before `moment`. */
function passedBy(moment: SQL): SQL {
  // width_bucket counts the times up to its operand by binary search; a case of that very moment is not before it.
  const before = sql`width_bucket(${moment} - interval '1 microsecond', (SELECT at FROM area_time))`;
  return sql`coalesce((SELECT passed FROM area_time)[${before}], 0)`;
}

/** The columns of `turnFactsSql` as they come back. */
export const turnRow = z.object({
  turn_accepted: z.coerce.number(),
  turn_offered: z.coerce.number(),
  turn_weight: z.coerce.number(),
  turn_credit: z.coerce.number(),
  turn_open: z.coerce.number(),
  turn_reach: z.coerce.number(),
  /** Null until the first count of the pools. */
  pool: z.object({ cases: z.number(), credits: z.number(), weight: z.number(), professionals: z.number() }).nullable(),
});

export function turnFactsOf(row: z.infer<typeof turnRow>): TurnFacts {
  return {
    accepted: row.turn_accepted,
    credit: row.turn_credit,
    weight: row.turn_weight,
    offered: row.turn_offered,
    open: row.turn_open,
    reachDays: Math.min(FURTHEST_DAYS, Math.max(WINDOW_DAYS, row.turn_reach)),
  };
}

/** The pool that the rows of one query share; undefined before the pools were first counted, or without rows. */
export function poolOf(area: string, rows: readonly z.infer<typeof turnRow>[]): AreaPool | undefined {
  const pool = rows[0]?.pool ?? null;
  return pool === null ? undefined : { area, ...pool };
}
