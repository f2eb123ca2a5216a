// The message that makes one try of a delivery; each try has a row of its own in the outbox.
import type { MessageBody } from "../../domain/messages.ts";

/** Name, key and body for `outboxRow`. */
export function deliveryMessage(said: {
  deliveryId: string;
  endpointId: string;
  round: number;
}): ["webhook.deliver", string, MessageBody<"webhook.deliver">] {
  return ["webhook.deliver", `${said.deliveryId}:${said.round}`, said];
}
