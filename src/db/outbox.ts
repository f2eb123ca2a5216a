// Outbox rows: made in the batch of the change that they follow, handed to their queue after it was committed.
import { newId, newOrderedId } from "../base/ids.ts";
import { type Lane, laneOf, type MessageBody, type MessageName } from "../domain/messages.ts";
import type { outbox } from "./schema.ts";

export type NewOutboxRow = typeof outbox.$inferInsert & { id: string };

/**
 * A row that says `name` with `body`; the same `key` twice is one side effect (insert with `onConflictDoNothing`).
 * `availableAt` (default `now`) holds it back. Rows of one `line` are done one after another, in the order in which they were made.
 * `lane` where this one is more urgent, or less, than others of its name.
 */
export function outboxRow<N extends MessageName>(
  name: N,
  key: string,
  body: MessageBody<N>,
  made: { now: Date; traceId: string; availableAt?: Date; line?: string; lane?: Lane },
): NewOutboxRow {
  return {
    id: made.line === undefined ? newId("out", made.now.getTime()) : newOrderedId("out", made.now.getTime()),
    lane: made.lane ?? laneOf(name, body),
    name,
    key,
    body: body as Record<string, unknown>,
    traceId: made.traceId,
    line: made.line ?? null,
    availableAt: made.availableAt ?? made.now,
    queuedAt: made.now,
    createdAt: made.now,
  };
}
