// The outbox for the console: what is still to be done, what is done, what is dead; bodies without what people wrote.
import { and, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { outbox } from "../../db/schema.ts";
import { OUTBOX_STATUSES } from "../../db/tables/outbox.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asOperator } from "./as-operator.ts";
import { redacted } from "./redact-body.ts";

export const input = z.object({
  status: z.enum(OUTBOX_STATUSES).optional(),
  name: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** Newest first; times are ISO 8601. */
export async function listOutbox(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { status, name, limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select()
    .from(outbox)
    .where(
      and(
        status === undefined ? undefined : eq(outbox.status, status),
        name === undefined ? undefined : eq(outbox.name, name),
        afterCursor(outbox.createdAt, outbox.id, cursor),
      ),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    items: page.items.map((row) => ({
      id: row.id,
      lane: row.lane,
      name: row.name,
      status: row.status,
      attempts: row.attempts,
      /** A code, never a message. */
      last_error: row.lastError,
      body: redacted(row.body),
      available_at: row.availableAt.toISOString(),
      done_at: row.doneAt?.toISOString() ?? null,
      created_at: row.createdAt.toISOString(),
    })),
    next: page.next,
  };
}

export type OutboxItem = Awaited<ReturnType<typeof listOutbox>>["items"][number];
