// Nightly: what a message said is forgotten a month after it was done; its row and its key stay, since the key keeps it from being done again.
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

/** As long as what vendors told, and the log of webhooks. */
const BODIES_KEPT_DAYS = 30;
/** A statement's share: well under the time after which one is given up. */
const MOST_ROWS = 1000;
/** What is left after so many is emptied in the next night. */
const MOST_BATCHES = 500;

/** Returns how many were emptied. What is not done, or parked, keeps its body: it is still to be done. */
export async function sweepOutbox(ctx: ServiceContext): Promise<{ emptied: number }> {
  const before = new Date(ctx.now().getTime() - BODIES_KEPT_DAYS * 86_400_000).toISOString();
  let emptied = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const { rowCount } = await ctx.db.execute(sql`
      UPDATE outbox SET body = '{}'::jsonb
      -- An array: as a plain subquery it may be asked again for each row, and its limit then bounds nothing.
      WHERE id = ANY(ARRAY(
        SELECT id FROM outbox
        WHERE status = 'done' AND body <> '{}'::jsonb AND done_at <= ${before}::timestamptz
        ORDER BY done_at LIMIT ${MOST_ROWS} FOR UPDATE SKIP LOCKED
      ))`);
    emptied += rowCount ?? 0;
    if ((rowCount ?? 0) < MOST_ROWS) break;
  }
  return { emptied };
}
