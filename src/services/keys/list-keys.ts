// The API keys for the console, newest first; revoked ones stay in the list.
import { desc } from "drizzle-orm";
import * as z from "zod";
import { apiKeys } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { keyView } from "./key-view.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

export async function listKeys(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select()
    .from(apiKeys)
    .where(afterCursor(apiKeys.createdAt, apiKeys.id, cursor))
    .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { items: page.items.map((row) => keyView(row, ctx.now())), next: page.next };
}
