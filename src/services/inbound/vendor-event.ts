// What a handler of vendors' events is given, and what it says.
import type { ServiceContext } from "../context.ts";

/** One occurrence as its vendor told it; `body` is what the vendor's reader kept of it. */
export interface VendorEvent {
  id: string;
  externalId: string;
  type: string;
  body: Record<string, unknown>;
  receivedAt: Date;
}

/**
 * `unknown`: nobody here knows this type. Called again after a kill, so the same event twice must have one effect; what it throws
 * is tried again by the queue if it is `retryable` (or no VezError), and parked with the event kept if it is not.
 */
export type EventHandler = (ctx: ServiceContext, event: VendorEvent) => Promise<"handled" | "unknown">;
