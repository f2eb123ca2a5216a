// The message that takes a back-fill one page further: one for each position, so that a page is asked for once.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type { ServiceContext } from "../context.ts";

/** `position` is the id of the last profile that is done with; "" at the start. */
export function backfillMessage(
  ctx: ServiceContext,
  now: Date,
  { id, position }: { id: string; position: string },
): NewOutboxRow {
  const made = { now, traceId: ctx.traceId };
  return outboxRow("embedding.backfill", `embedding.backfill:${id}:${position}`, { backfillId: id, position }, made);
}
