// Who runs the service: names, addresses, and whether their sign-in has a second factor.
import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

export interface OperatorItem {
  id: string;
  name: string;
  email: string;
  /** True for whoever asks. */
  you: boolean;
  /** ISO 8601; null without one. */
  second_factor_since: string | null;
  last_seen_at: string | null;
  created_at: string;
}

/** Newest first. Throws `not_found` for anyone but operators. */
export async function listOperators(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input> = {},
): Promise<{ items: OperatorItem[]; next: string | null }> {
  const operator = asOperator(actor);
  const { limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      since: users.secondFactorSince,
      seen: sql<string | null>`(SELECT max(s.updated_at) FROM sessions s WHERE s.user_id = users.id)`,
      createdAt: users.createdAt,
    })
    .from(users)
    .where(and(eq(users.role, "operator"), afterCursor(users.createdAt, users.id, cursor)))
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    items: page.items.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      you: row.id === operator.userId,
      second_factor_since: row.since?.toISOString() ?? null,
      last_seen_at: row.seen === null ? null : new Date(row.seen).toISOString(),
      created_at: row.createdAt.toISOString(),
    })),
    next: page.next,
  };
}
