// What a vendor tells of a message after it took it, in words that all vendors share.
import type { Sender } from "./sender.ts";

/** Reasons that stop a channel for an address; a complaint is told of a message that did arrive. */
export const STOPPING_REASONS = ["hard_bounce", "complaint"] as const;
export type StoppingReason = (typeof STOPPING_REASONS)[number];

/**
 * `reason`: `hard_bounce` (the address will never take it), `complaint` (the reader called it spam), `unsubscribed` (the reader ended
 * such messages at the vendor), or any other code of ours or the vendor's in snake_case; never its words.
 */
export type Receipt = ({ notificationId: string } | { vendor: Sender["vendor"]; vendorId: string }) & {
  status: "delivered" | "opened" | "failed";
  reason?: string;
  /** When it happened, by the vendor's clock. */
  at: Date;
};

export function isStopping(reason: string | undefined): reason is StoppingReason {
  return (STOPPING_REASONS as readonly (string | undefined)[]).includes(reason);
}
