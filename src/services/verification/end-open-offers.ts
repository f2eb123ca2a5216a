// Whoever may not take cases any more holds none of them up: the open offers are withdrawn, and each case goes on at once.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";
import { nextWaveWhenOver } from "../offers/next-wave-when-over.ts";
import { withdrawOpenOffers } from "../offers/withdraw-open-offers.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** Cases in one call; the next minute takes the rest. */
const MOST_CASES = 200;

const rows = z.object({ rows: z.array(z.object({ case_id: z.string(), professional_id: z.string() })) });

/** Professional `p` was suspended, or the team refused what was told last. Who only waits to be verified keeps the offers. */
const isOut: SQL = sql`(p.licence_status = 'suspended' OR (p.licence_status = 'unchecked' AND (
  SELECT v.status FROM verification_reviews v WHERE v.professional_id = p.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1
) = 'refused'))`;

/**
 * Right after a suspension or refusal, of that professional; every minute of all, for what a kill left or a wave of that very
 * moment added. Idempotent. Returns how many cases were freed.
 */
export async function endOpenOffers(
  ctx: ServiceContext,
  of: { professionalId?: string } = {},
): Promise<{ freed: number }> {
  const only = of.professionalId === undefined ? sql`true` : sql`p.id = ${of.professionalId}`;
  const found = rows.parse(
    await ctx.db.execute(sql`
      SELECT o.case_id, o.professional_id FROM offers o JOIN professionals p ON p.id = o.professional_id
      WHERE o.status IN ('pending', 'seen') AND ${only} AND ${isOut}
      ORDER BY o.created_at LIMIT ${MOST_CASES}`),
  ).rows;
  let freed = 0;
  for (const { case_id: caseId, professional_id: professionalId } of found) {
    const at = ctx.now().toISOString();
    const still = sql`professional_id = ${professionalId}
      AND EXISTS (SELECT 1 FROM professionals p WHERE p.id = ${professionalId} AND ${isOut})`;
    const [, withdrawn, goesOn] = await ctx.db.batch([
      ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
      ctx.db.execute(withdrawOpenOffers(ctx, caseId, at, still)),
      ctx.db.execute(nextWaveWhenOver(ctx, caseId, at)),
    ]);
    const news = insertedRows(withdrawn);
    if (news.length > 0) freed++;
    await ctx.enqueue([...news, ...insertedRows(goesOn)]);
  }
  return { freed };
}
