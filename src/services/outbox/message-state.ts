// The three ends of an outbox row: still to do, done, dead.
import { and, eq, inArray, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, outbox } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "./insert-outbox.ts";
import { insertedRows } from "./inserted-rows.ts";

export type OutboxRow = typeof outbox.$inferSelect;

/** Those of `ids` that are still to be done. */
export async function loadPending(ctx: ServiceContext, ids: readonly string[]): Promise<OutboxRow[]> {
  if (ids.length === 0) return [];
  return ctx.db
    .select()
    .from(outbox)
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.status, "pending")));
}

export async function markDone(ctx: ServiceContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(outbox)
    .set({ status: "done", doneAt: ctx.now(), lastError: null })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.status, "pending")));
}

/** Counts a failed try; `error` is a code, never a message that could quote a person. */
export async function markFailed(ctx: ServiceContext, id: string, error: string, againAt: Date): Promise<number> {
  const rows = await ctx.db
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1`, lastError: error, availableAt: againAt, queuedAt: ctx.now() })
    .where(and(eq(outbox.id, id), eq(outbox.status, "pending")))
    .returning({ attempts: outbox.attempts });
  return rows[0]?.attempts ?? 0;
}

/** Parks a row for an operator, and tells the operators once; news about dead messages are never about themselves. */
export async function markDead(ctx: ServiceContext, row: Pick<OutboxRow, "id" | "name">, error: string): Promise<void> {
  const now = ctx.now();
  const news = outboxRow(
    "operators.notify",
    `dead:${row.id}`,
    { kind: "message_dead", params: { message: row.name, outbox_id: row.id } },
    { now, traceId: ctx.traceId },
  );
  const [, queued] = await ctx.db.batch([
    insertIf(
      ctx.db,
      audit,
      auditRow("system", "message.dead", row.id, now, { name: row.name, error }),
      sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${row.id} AND status = 'pending')`,
    ),
    ctx.db.execute(insertOutbox(row.name === "operators.notify" ? [] : [news])),
    ctx.db
      .update(outbox)
      .set({ status: "dead", lastError: error })
      .where(and(eq(outbox.id, row.id), eq(outbox.status, "pending"))),
  ]);
  ctx.log.error("message_dead", { outbox_id: row.id, name: row.name, code: error });
  await ctx.enqueue(insertedRows(queued));
}
