// How often each professional stood first in a list that a client looked at: one row a case and day, whatever is reloaded.
import { type SQL, sql } from "drizzle-orm";
import { directoryLooks } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** The first look of the day counts; it is written beside the answer and never read for an order. */
export async function countLook(
  ctx: ServiceContext,
  look: { caseId: string; day: string; firstId: string },
): Promise<void> {
  try {
    await ctx.db
      .insert(directoryLooks)
      .values({ ...look, at: ctx.now() })
      .onConflictDoNothing();
  } catch (error) {
    // A figure that is one too low is better than a list that does not open.
    ctx.log.warn("look_not_counted", { case_id: look.caseId, error });
  }
}

/** How often professional `id` stood first in a list that was looked at since `since` (ISO). */
export function timesFirst(id: SQL, since: string): SQL {
  return sql`(SELECT count(*)::int FROM directory_looks k WHERE k.first_id = ${id} AND k.at > ${since}::timestamptz)`;
}

/** How many clients wrote to professional `id` since then. */
export function timesContacted(id: SQL, since: string): SQL {
  return sql`(
    SELECT count(*)::int FROM offers o JOIN contacts c ON c.offer_id = o.id
    WHERE o.professional_id = ${id} AND o.created_at > ${since}::timestamptz)`;
}
