// Finds cases whose clock was missed and winds them again; the net below the objects' alarms.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";
import { tickCase } from "./tick-case.ts";

/** Cases looked at in one sweep; the next minute takes the rest. */
const MOST_CASES = 200;

const dueRows = z.object({ rows: z.array(z.object({ case_id: z.string() })) });

/** Number of cases that were due. One case that fails does not keep the others from their turn. */
export async function sweepOffers(ctx: ServiceContext): Promise<{ due: number; failed: number }> {
  const at = ctx.now().toISOString();
  const due = dueRows.parse(
    await ctx.db.execute(sql`
      SELECT case_id FROM (
        SELECT o.case_id, min(o.expires_at) AS since FROM offers o
        WHERE o.status IN ('pending', 'seen')
          AND (o.expires_at <= ${at}::timestamptz OR (o.remind_at <= ${at}::timestamptz AND o.reminded_at IS NULL))
        GROUP BY o.case_id
        UNION ALL
        SELECT c.id, c.updated_at FROM cases c
        WHERE c.status = 'offering' AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.case_id = c.id AND o.status IN ('pending', 'seen'))
      ) missed
      ORDER BY since LIMIT ${MOST_CASES}`),
  ).rows;
  let failed = 0;
  for (const { case_id: caseId } of due) {
    try {
      const { nextAt } = await tickCase(ctx, { caseId });
      if (nextAt !== null) await ctx.caseClock(caseId).wakeAt({ caseId, atMs: nextAt.getTime() });
    } catch (error) {
      failed++;
      ctx.log.error("sweep_failed", { case_id: caseId, error });
    }
  }
  return { due: due.length, failed };
}
