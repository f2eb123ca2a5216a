// What a raw outbox insert returned, as rows for the queue.
import * as z from "zod";
import type { QueuedRow } from "../context.ts";

const returned = z.object({
  rows: z.array(z.object({ id: z.string(), lane: z.enum(["high", "low"]), name: z.string(), trace_id: z.string() })),
});

export function insertedRows(result: unknown): QueuedRow[] {
  return returned
    .parse(result)
    .rows.map((row) => ({ id: row.id, lane: row.lane, name: row.name, traceId: row.trace_id }));
}
