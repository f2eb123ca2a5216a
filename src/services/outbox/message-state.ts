// The three ends of an outbox row: still to do, done, dead.
import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, outbox } from "../../db/schema.ts";
import { INBOUND_VENDORS } from "../../domain/inbound/vendor-webhook.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "./insert-outbox.ts";
import { insertedRows } from "./inserted-rows.ts";

const failedEvents = z.object({ rows: z.array(z.object({ vendor: z.enum(INBOUND_VENDORS) })) });

export type OutboxRow = typeof outbox.$inferSelect;

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
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      lastError: error,
      availableAt: againAt,
      queuedAt: ctx.now(),
      claimedUntil: null,
      waitsSince: sql`coalesce(${outbox.waitsSince}, ${ctx.now().toISOString()}::timestamptz)`,
    })
    .where(and(eq(outbox.id, id), eq(outbox.status, "pending")))
    .returning({ attempts: outbox.attempts });
  return rows[0]?.attempts ?? 0;
}

/** Of many that die of the same thing one is told an hour: a key that was revoked would write to everybody, and wake them, each minute. */
const TOLD_EVERY_MS = 3_600_000;

/** Parks a row for an operator, and tells the operators once; news about dead messages are never about themselves. */
export async function markDead(ctx: ServiceContext, row: Pick<OutboxRow, "id" | "name">, error: string): Promise<void> {
  const now = ctx.now();
  const news = outboxRow(
    "operators.notify",
    // It may die again after an operator has sent it again: each death is told once.
    `dead:${row.id}:${now.getTime()}`,
    { kind: "message_dead", params: { message: row.name, outbox_id: row.id } },
    { now, traceId: ctx.traceId },
  );
  // What a vendor told is kept with its content: an operator may have it done again.
  const event = sql`UPDATE vendor_events SET status = 'failed' FROM outbox o WHERE o.id = ${row.id} AND o.status = 'pending'
    AND o.name = 'vendor.event' AND vendor_events.id = o.body->>'eventId' AND vendor_events.status = 'pending'
    RETURNING vendor_events.vendor`;
  const isAlive = sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${row.id} AND status = 'pending')`;
  const since = new Date(now.getTime() - TOLD_EVERY_MS).toISOString();
  // What an operator has dealt with is told anew when it comes back.
  const isTold = sql`EXISTS (
    SELECT 1 FROM outbox n JOIN outbox d ON d.id = n.body->'params'->>'outbox_id'
    WHERE n.status IN ('pending', 'done', 'dead') AND n.created_at > ${since}::timestamptz AND n.name = 'operators.notify'
      AND n.body->>'kind' = 'message_dead' AND d.status = 'dead' AND d.name = ${row.name} AND d.last_error = ${error})`;
  const [, queued, failed] = await ctx.db.batch([
    insertIf(ctx.db, audit, auditRow("system", "message.dead", row.id, now, { name: row.name, error }), isAlive),
    ctx.db.execute(insertOutbox(row.name === "operators.notify" ? [] : [news], sql`${isAlive} AND NOT ${isTold}`)),
    ctx.db.execute(event),
    ctx.db
      .update(outbox)
      // Sent again by an operator it has all its patience.
      .set({ status: "dead", lastError: error, claimedUntil: null, waitsSince: null })
      .where(and(eq(outbox.id, row.id), eq(outbox.status, "pending"))),
  ]);
  for (const { vendor } of failedEvents.parse(failed).rows) {
    ctx.metrics.count("vendor_events_total", { vendor, outcome: "failed" });
  }
  ctx.log.error("message_dead", { outbox_id: row.id, name: row.name, code: error });
  await ctx.enqueue(insertedRows(queued));
}
