// The areas' pools: totals over everybody whose turns are taken there, so that one match need not count them all.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";
import { isAway, isMember, stands, windowStart } from "./ledger-sql.ts";
import { shareOfOne } from "./turn-facts.ts";

const counted = z.object({ rows: z.array(z.object({ pools: z.coerce.number(), changed: z.coerce.number() })) });

/** Counts every pool anew in one statement, whatever their number. `changed` are those that held other figures. */
export async function refreshPools(ctx: ServiceContext): Promise<{ pools: number; changed: number }> {
  const result = await ctx.db.execute(countPools(ctx.now()));
  return counted.parse(result).rows[0] ?? { pools: 0, changed: 0 };
}

/**
 * Pools of `areas` (absent: all) at `now`, for the batch of a change that they follow; returns `pools, changed`.
 * Its rows are locked last and in one order: no batch takes another lock after it.
 */
export function countPools(now: Date, areas?: readonly string[]): SQL {
  const since = sql`${windowStart(now)}::timestamptz`;
  const at = sql`${now.toISOString()}::timestamptz`;
  const listed =
    areas === undefined ? null : sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(areas)}::jsonb))`;
  const only = (column: SQL) => (listed === null ? sql`` : sql`AND ${column} = ANY(${listed})`);
  const passed = (moment: SQL) => sql`coalesce(t.passed[width_bucket(${moment} - interval '1 microsecond', t.at)], 0)`;
  // Lists of unknown length are joined to tables by their key alone: two of them joined to each other were once compared row by row.
  return sql`
    WITH member AS (
      SELECT p.vertical, a.area, p.capacidade_mensal::float8 / greatest(1, cardinality(p.areas)) AS weight, ${isAway(now)} AS away
      FROM professionals p CROSS JOIN LATERAL unnest(p.areas) AS a(area)
      WHERE ${isMember} ${listed === null ? sql`` : sql`AND p.areas && ${listed}`} ${only(sql`a.area`)}
    ), size AS MATERIALIZED (
      SELECT vertical, area, sum(weight) AS weight, coalesce(sum(weight) FILTER (WHERE NOT away), 0) AS present, count(*) AS professionals
      FROM member GROUP BY vertical, area
    ), accepted AS MATERIALIZED (
      SELECT taken.area, taken.professional_id, taken.at, taken.weight_present
      FROM ledger taken
      WHERE taken.kind = 'accepted' AND taken.at > ${since} AND taken.at <= ${at} AND ${stands("taken")} ${only(sql`taken.area`)}
    ), loads AS (
      SELECT p.vertical, accepted.area, count(*) AS cases
      FROM accepted JOIN professionals p ON p.id = accepted.professional_id
      WHERE ${isMember} AND p.areas @> ARRAY[accepted.area] GROUP BY p.vertical, accepted.area
    ), time AS MATERIALIZED (
      SELECT vertical, area, array_agg(at ORDER BY at) AS at, array_agg(passed ORDER BY at) AS passed FROM (
        SELECT size.vertical, size.area, taken.at,
          sum(${shareOfOne(sql`size.weight`)}) OVER (PARTITION BY size.vertical, size.area ORDER BY taken.at) AS passed
        FROM accepted taken JOIN size ON size.area = taken.area
      ) running GROUP BY vertical, area
    ), away AS (
      SELECT p.id, ${since} AS "from", least(p.joined_at, ${at}) AS until FROM professionals p WHERE p.joined_at > ${since}
      UNION ALL
      SELECT p.id, greatest(a."from", p.joined_at, ${since}), least(coalesce(a.until, ${at}), ${at})
      FROM absences a JOIN professionals p ON p.id = a.professional_id
      WHERE (a.until IS NULL OR a.until > ${since}) AND a."from" < ${at}
    ), credit AS (
      SELECT t.vertical, t.area,
        sum(p.capacidade_mensal::float8 / greatest(1, cardinality(p.areas)) * (${passed(sql`away.until`)} - ${passed(sql`away."from"`)})) AS credits
      FROM away JOIN professionals p ON p.id = away.id JOIN time t ON t.vertical = p.vertical AND p.areas @> ARRAY[t.area]
      WHERE away.until > away."from" AND ${isMember}
      GROUP BY t.vertical, t.area
    ), truth AS MATERIALIZED (
      SELECT size.*, coalesce(loads.cases, 0) AS cases, coalesce(credit.credits, 0) AS credits
      FROM size LEFT JOIN loads USING (vertical, area) LEFT JOIN credit USING (vertical, area)
    ), changed AS (
      SELECT vertical, area FROM truth t LEFT JOIN area_pools k USING (vertical, area)
      WHERE k.area IS NULL OR k.cases <> t.cases OR k.professionals <> t.professionals
        OR abs(k.weight - t.weight) + abs(k.present - t.present) + abs(k.credits - t.credits) > 0.000001
    ), gone AS (
      DELETE FROM area_pools k WHERE NOT EXISTS (SELECT 1 FROM size WHERE size.vertical = k.vertical AND size.area = k.area) ${only(sql`k.area`)}
      RETURNING k.area
    ), kept AS (
      INSERT INTO area_pools (vertical, area, cases, credits, weight, present, professionals, updated_at)
      SELECT vertical, area, cases, credits, weight, present, professionals, ${at} FROM truth ORDER BY vertical, area
      ON CONFLICT (vertical, area) DO UPDATE SET cases = excluded.cases, credits = excluded.credits, weight = excluded.weight,
        present = excluded.present, professionals = excluded.professionals, updated_at = excluded.updated_at
      RETURNING area
    )
    SELECT (SELECT count(*) FROM kept) AS pools, (SELECT count(*) FROM changed) + (SELECT count(*) FROM gone) AS changed`;
}
