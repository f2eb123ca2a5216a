// A verb that does many messages of its name in one call, and says of each how it went.
import type { MessageBody, MessageName } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";

export interface BatchItem<N extends MessageName> {
  /** The outbox row's. */
  id: string;
  /** The same key twice is one side effect. */
  key: string;
  body: MessageBody<N>;
  traceId: string;
}

/** `error: null` is done. What failed is tried again, put off or parked as if it had been thrown for this message alone. */
export interface ItemOutcome {
  id: string;
  error: unknown;
}

/**
 * Stands in VERBS (src/queue.ts) in the place of a plain verb: `"notification.send": { mostAtOnce: 50, run: sendNotifications }`.
 * `run` gets up to `mostAtOnce` messages of one delivery and gives an outcome for each: one that fails never fails its neighbours.
 * An item without an outcome counts as failed. What `run` throws itself: a retryable VezError (the vendor is away) puts all of them
 * off; anything else is somebody's poison, and each is done in a call of its own to find out whose. So, as with every verb, doing
 * an item twice must have one effect. Messages that have a line (`outbox.line`) come one by one, in their order.
 */
export interface BatchVerb<N extends MessageName> {
  mostAtOnce: number;
  run(ctx: ServiceContext, items: readonly BatchItem<N>[]): Promise<readonly ItemOutcome[]>;
}
