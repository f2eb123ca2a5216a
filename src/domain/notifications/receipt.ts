// What a vendor tells of a message after it took it, in words that all vendors share.
import type { Sender } from "./sender.ts";

export type StoppingReason = "hard_bounce" | "complaint";

/** Codes that stop a channel for an address; a complaint is told of a message that did arrive. */
const STOPPING: Readonly<Record<string, StoppingReason>> = {
  hard_bounce: "hard_bounce",
  bounced: "hard_bounce",
  invalid_address: "hard_bounce",
  no_such_number: "hard_bounce",
  complaint: "complaint",
  spam_reported: "complaint",
};

/**
 * `reason`: a code that stops the channel for this address (above), `unsubscribed` (the reader ended such messages at the vendor), or
 * any other code of ours in snake_case; never the vendor's words.
 */
export type Receipt = ({ notificationId: string } | { vendor: Sender["vendor"]; vendorId: string }) & {
  status: "delivered" | "opened" | "failed";
  reason?: string;
  /** When it happened, by the vendor's clock. */
  at: Date;
};

export function stoppingReason(code: string | undefined): StoppingReason | null {
  return STOPPING[code ?? ""] ?? null;
}
