// How many professionals take cases of an area in a place: said to the client, and cached, since it changes slowly.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";

const counted = z.object({ rows: z.array(z.object({ n: z.coerce.number() })) });

/** Active professionals of `area` in `uf` or working at a distance; null for `uf` counts the country. */
export function countAvailable(ctx: ServiceContext, input: { area: string; uf: string | null }): Promise<number> {
  const key = `available:legal:${input.area}:${input.uf ?? "BR"}`;
  return ctx.cache.remember(key, ctx.settings.cacheTtlSeconds, async () => {
    const reach = input.uf === null ? sql`true` : sql`(uf = ${input.uf} OR remote)`;
    const result = await ctx.db.execute(sql`
      SELECT count(*) AS n FROM professionals
      WHERE vertical = 'legal' AND status = 'active' AND areas @> ARRAY[${input.area}]::text[] AND ${reach}`);
    return counted.parse(result).rows[0]?.n ?? 0;
  });
}
