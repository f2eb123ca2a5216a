// The outbox rows behind one delivery, each with its messages and its place in its line.
import { and, eq, inArray, sql } from "drizzle-orm";
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

/** A line is longer than any delivery: what stands further back waits all the same. */
const MOST_AHEAD = 200;

/** Those of the rows that are still to be done, in the order in which they were made; the messages of the others are acknowledged. */
export async function loadTasks(ctx: ServiceContext, deliveries: readonly Delivery[]): Promise<Task[]> {
  const ids = [...new Set(deliveries.map(({ outboxId }) => outboxId))];
  if (ids.length === 0) return [];
  const ahead = sql<number>`CASE WHEN ${outbox.line} IS NULL THEN 0 ELSE (
    SELECT count(*)::int FROM (
      SELECT 1 FROM outbox e
      WHERE e.line = ${outbox.line} AND e.status = 'pending' AND (e.created_at, e.id) < (${outbox.createdAt}, ${outbox.id})
      LIMIT ${MOST_AHEAD}
    ) earlier
  ) END`;
  const found = await ctx.db
    .select({ row: outbox, ahead })
    .from(outbox)
    .where(and(inArray(outbox.id, ids), eq(outbox.status, "pending")))
    .orderBy(outbox.createdAt, outbox.id);
  const tasks = found.map(({ row, ahead }) => ({
    row,
    ahead: Number(ahead),
    deliveries: deliveries.filter(({ outboxId }) => outboxId === row.id),
  }));
  const pending = new Set(tasks.map(({ row }) => row.id));
  // Not pending: done by an earlier delivery, or parked.
  for (const delivery of deliveries) if (!pending.has(delivery.outboxId)) delivery.ack();
  return tasks;
}
