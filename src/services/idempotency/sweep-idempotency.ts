// Nightly: answers that were kept for their day are removed.
import { lte } from "drizzle-orm";
import { idempotencyKeys } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { KEPT_HOURS } from "./begin-once.ts";

export async function sweepIdempotency(ctx: ServiceContext): Promise<{ removed: number }> {
  const before = new Date(ctx.now().getTime() - KEPT_HOURS * 3_600_000);
  const rows = await ctx.db
    .delete(idempotencyKeys)
    .where(lte(idempotencyKeys.createdAt, before))
    .returning({ actor: idempotencyKeys.actor });
  return { removed: rows.length };
}
