// The back-fills of all spaces for the console, newest first.
import { desc } from "drizzle-orm";
import { embeddingBackfills } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { type BackfillView, backfillView } from "./backfill-view.ts";

const MOST_SHOWN = 20;

export async function listBackfills(ctx: ServiceContext, actor: Actor): Promise<BackfillView[]> {
  asOperator(actor);
  const newest = [desc(embeddingBackfills.startedAt), desc(embeddingBackfills.id)];
  const rows = await ctx.db
    .select()
    .from(embeddingBackfills)
    .orderBy(...newest)
    .limit(MOST_SHOWN);
  return rows.map(backfillView);
}
