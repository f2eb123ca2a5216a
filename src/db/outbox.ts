// Outbox rows: made in the batch of the change that they follow, handed to their queue after it was committed.
import { newId } from "../base/ids.ts";
import { LANES, type MessageBody, type MessageName } from "../domain/messages.ts";
import type { outbox } from "./schema.ts";

export type NewOutboxRow = typeof outbox.$inferInsert & { id: string };

/**
 * A row that says `name` with `body`; the same `key` twice is one side effect (insert with `onConflictDoNothing`).
 * `availableAt` (default `now`) holds it back.
 */
export function outboxRow<N extends MessageName>(
  name: N,
  key: string,
  body: MessageBody<N>,
  made: { now: Date; traceId: string; availableAt?: Date },
): NewOutboxRow {
  return {
    id: newId("out", made.now.getTime()),
    lane: LANES[name],
    name,
    key,
    body: body as Record<string, unknown>,
    traceId: made.traceId,
    availableAt: made.availableAt ?? made.now,
    queuedAt: made.now,
    createdAt: made.now,
  };
}
