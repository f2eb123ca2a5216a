// The outbox rows behind one delivery, claimed for it: each with its messages and its place in its line.
import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { outbox } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { Delivery } from "./delivery.ts";
import type { OutboxRow } from "./message-state.ts";

export interface Task {
  row: OutboxRow;
  /** Pending rows of its line that were made before it; 0 without a line. */
  ahead: number;
  /** More than one where the relay and a queue both brought it. */
  deliveries: Delivery[];
}

export interface Tasks {
  /** Claimed for this delivery, in the order in which they were made. */
  mine: Task[];
  /** Pending, and not to be done now: another has claimed them, or their moment has not come. */
  others: Task[];
}

/**
 * Longer than any call to a vendor: who is killed at a row keeps it from everybody for so long, and no longer. Whoever has much to do
 * claims anew (`keepClaims`).
 */
export const CLAIM_MS = 90_000;
/** Clocks differ: what is due within this is due. */
const EARLY_MS = 1000;
/** A line is longer than any delivery: what stands further back waits all the same. */
const MOST_AHEAD = 200;

/** Claims what is to be done; the messages of what is done already, or parked, are acknowledged. */
export async function claimTasks(ctx: ServiceContext, deliveries: readonly Delivery[]): Promise<Tasks> {
  const ids = [...new Set(deliveries.map(({ outboxId }) => outboxId))];
  if (ids.length === 0) return { mine: [], others: [] };
  const now = ctx.now();
  // In one order, and never waiting: two deliveries with the same rows must not lock each other out.
  const free = ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        inArray(outbox.id, ids),
        eq(outbox.status, "pending"),
        lte(outbox.availableAt, new Date(now.getTime() + EARLY_MS)),
        or(isNull(outbox.claimedUntil), lte(outbox.claimedUntil, now)),
      ),
    )
    .orderBy(outbox.id)
    .for("update", { skipLocked: true });
  const [claimed, found] = await ctx.db.batch([
    ctx.db
      .update(outbox)
      .set({ claimedUntil: new Date(now.getTime() + CLAIM_MS) })
      .where(inArray(outbox.id, free))
      .returning({ id: outbox.id }),
    ctx.db
      .select({ row: outbox, ahead: aheadInLine() })
      .from(outbox)
      .where(and(inArray(outbox.id, ids), eq(outbox.status, "pending")))
      .orderBy(outbox.createdAt, outbox.id),
  ]);
  const tasks = found.map(({ row, ahead }) => ({
    row,
    ahead,
    deliveries: deliveries.filter(({ outboxId }) => outboxId === row.id),
  }));
  const pending = new Set(tasks.map(({ row }) => row.id));
  for (const delivery of deliveries) if (!pending.has(delivery.outboxId)) delivery.ack();
  const isMine = ({ row }: Task) => claimed.some(({ id }) => id === row.id);
  return { mine: tasks.filter(isMine), others: tasks.filter((task) => !isMine(task)) };
}

/** Another `CLAIM_MS` for what this delivery has claimed and not yet done. */
export async function keepClaims(ctx: ServiceContext, tasks: readonly Task[]): Promise<void> {
  await setClaims(ctx, tasks, new Date(ctx.now().getTime() + CLAIM_MS));
}

/** Lets go of what could not be done now. */
export async function dropClaims(ctx: ServiceContext, tasks: readonly Task[]): Promise<void> {
  await setClaims(ctx, tasks, null);
}

async function setClaims(ctx: ServiceContext, tasks: readonly Task[], claimedUntil: Date | null): Promise<void> {
  if (tasks.length === 0) return;
  const ids = tasks.map(({ row }) => row.id);
  await ctx.db
    .update(outbox)
    .set({ claimedUntil })
    .where(and(inArray(outbox.id, ids), eq(outbox.status, "pending")));
}

/** Columns are named in full: inside of the inner select a bare one would be the inner row's. */
function aheadInLine() {
  return sql<number>`CASE WHEN outbox.line IS NULL THEN 0 ELSE (
    SELECT count(*)::int FROM (
      SELECT 1 FROM outbox e
      WHERE e.line = outbox.line AND e.status = 'pending' AND (e.created_at, e.id) < (outbox.created_at, outbox.id)
      LIMIT ${MOST_AHEAD}
    ) earlier
  ) END`.mapWith(Number);
}
