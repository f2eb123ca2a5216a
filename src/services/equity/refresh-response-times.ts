// How quickly professionals answer, counted anew each night from the ledger; the ranking reads it as one of its features.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";

/** Long enough for who is asked seldom, short enough that a habit that changed shows. */
const WINDOW_DAYS = 90;
/** Fewer answers say nothing of a habit: the figure that was there stays. */
const LEAST_ANSWERS = 3;

const changed = z.object({ rows: z.array(z.object({ changed: z.coerce.number() })) });

/** Median minutes from offer to answer, whatever the answer. One pass over the window's ledger; safe to run twice. */
export async function refreshResponseTimes(ctx: ServiceContext): Promise<{ changed: number }> {
  const since = new Date(ctx.now().getTime() - WINDOW_DAYS * 86_400_000).toISOString();
  const result = await ctx.db.execute(sql`
    WITH habit AS (
      SELECT asked.professional_id,
        round(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered.at - asked.at) / 60))::int AS minutes
      FROM ledger asked
      JOIN ledger answered ON answered.offer_id = asked.offer_id AND answered.kind IN ('accepted', 'declined')
      WHERE asked.kind = 'offered' AND asked.at > ${since}::timestamptz
      GROUP BY asked.professional_id HAVING count(*) >= ${LEAST_ANSWERS}::int
    ), written AS (
      UPDATE professionals SET response_minutes_median = greatest(0, habit.minutes)
      FROM habit
      WHERE professionals.id = habit.professional_id
        AND professionals.response_minutes_median IS DISTINCT FROM greatest(0, habit.minutes)
      RETURNING professionals.id
    )
    SELECT count(*) AS changed FROM written`);
  return { changed: changed.parse(result).rows[0]?.changed ?? 0 };
}
