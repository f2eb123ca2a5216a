// In which spaces searches were made lately, and how many had to step down from a better one: told by the shortlists.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";

const DAYS = 30;

const counted = z.object({
  rows: z.array(z.object({ space: z.string(), searches: z.coerce.number(), stepped_down: z.coerce.number() })),
});

export interface SpaceUse {
  days: number;
  /** By the space's stored name, the most used first; `stepped_down` are those for which a better space was tried first. */
  spaces: { space: string; searches: number; stepped_down: number }[];
}

/** Throws `not_found` for anyone but an operator. */
export async function readSpaceUse(ctx: ServiceContext, actor: Actor): Promise<SpaceUse> {
  asOperator(actor);
  const since = new Date(ctx.now().getTime() - DAYS * 86_400_000).toISOString();
  const found = await ctx.db.execute(sql`
    SELECT space, count(*) AS searches, count(*) FILTER (WHERE cardinality(fallbacks) > 0) AS stepped_down
    FROM shortlists WHERE ranked_at > ${since}::timestamptz GROUP BY space ORDER BY count(*) DESC, space`);
  return { days: DAYS, spaces: counted.parse(found).rows };
}
