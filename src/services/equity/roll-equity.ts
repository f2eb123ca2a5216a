// The minutely part of equity: cases that left the window in this moment, and the areas' pools.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { WINDOW_DAYS } from "../../domain/equity/pool.ts";
import type { ServiceContext } from "../context.ts";
import { casesHeld, windowStart } from "./ledger-sql.ts";
import { countPools } from "./pools.ts";

/** Looked back so far beyond the window's edge: longer than a schedule is ever missed; the daily job sees the rest. */
const LOOK_BACK_HOURS = 6;

/** A batch that was under way while a pool was counted commits within this; its area is counted once more. */
const UNDER_WAY_SECONDS = 60;

const rolledRows = z.object({ rows: z.array(z.object({ id: z.string() })) });
const dueRows = z.object({ rows: z.array(z.object({ area: z.string() })) });

/**
 * Four statements at most for any number of professionals. `rolled` are those who hold fewer cases than a minute ago,
 * `pools` the areas in which something came, went or rolled out of the window since they were counted.
 */
export async function rollEquity(ctx: ServiceContext): Promise<{ rolled: number; pools: number }> {
  const now = ctx.now();
  const held = casesHeld(sql`p.id`, now);
  const edge = windowStart(now);
  const since = new Date(Date.parse(edge) - LOOK_BACK_HOURS * 3_600_000).toISOString();
  const leaving = sql`p.cases_30d <> ${held} AND p.id IN (
    SELECT professional_id FROM ledger
    WHERE kind = 'accepted' AND at > ${since}::timestamptz AND at <= ${edge}::timestamptz)`;
  const [, rolled, due] = await ctx.db.batch([
    // As the daily job does: locked in the order of waves, then counted.
    ctx.db.execute(
      sql`SELECT count(*) FROM (SELECT 1 FROM professionals p WHERE ${leaving} ORDER BY p.id FOR NO KEY UPDATE) locked`,
    ),
    ctx.db.execute(sql`
      UPDATE professionals p SET cases_30d = ${held}, equity_updated_at = ${now.toISOString()}::timestamptz
      WHERE ${leaving}
      RETURNING p.id`),
    ctx.db.execute(poolsDue(now)),
  ]);
  const areas = [...new Set(dueRows.parse(due).rows.map(({ area }) => area))];
  if (areas.length > 0) await ctx.db.execute(countPools(now, areas));
  return { rolled: rolledRows.parse(rolled).rows.length, pools: areas.length };
}

/** Areas whose figures may have moved since they were counted: an acceptance, one taken back, one too old, a leave. */
function poolsDue(now: Date): SQL {
  const at = sql`${now.toISOString()}::timestamptz`;
  const last = sql`k.updated_at - ${UNDER_WAY_SECONDS} * interval '1 second'`;
  const days = sql`${WINDOW_DAYS} * interval '1 day'`;
  const booked = (kind: "accepted" | "returned", from: SQL, to: SQL) => sql`
    EXISTS (SELECT 1 FROM ledger l WHERE l.area = k.area AND l.kind = ${kind} AND l.at > ${from} AND l.at <= ${to})`;
  return sql`
    SELECT k.area FROM area_pools k
    WHERE ${booked("accepted", last, at)} OR ${booked("returned", last, at)}
      OR ${booked("accepted", sql`${last} - ${days}`, sql`${at} - ${days}`)}
      OR EXISTS (
        SELECT 1 FROM absences a JOIN professionals p ON p.id = a.professional_id
        WHERE p.areas @> ARRAY[k.area]
          AND ((a."from" > ${last} AND a."from" <= ${at}) OR (a.until > ${last} AND a.until <= ${at})))`;
}
