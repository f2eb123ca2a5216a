// The back-fills of all spaces for the console, newest first.
import { desc } from "drizzle-orm";
import * as z from "zod";
import { embeddingBackfills } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { type BackfillView, backfillView } from "./backfill-view.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export async function listBackfills(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input> = {},
): Promise<{ items: BackfillView[]; next: string | null }> {
  asOperator(actor);
  const { limit, cursor } = parseInput(input, raw);
  const { startedAt, id } = embeddingBackfills;
  const rows = await ctx.db
    .select()
    .from(embeddingBackfills)
    .where(afterCursor(startedAt, id, cursor))
    .orderBy(desc(startedAt), desc(id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.startedAt, id: row.id }));
  return { items: page.items.map(backfillView), next: page.next };
}
