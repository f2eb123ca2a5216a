// Writes to one person, in their language, on the channels that they have.
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { deliverMany } from "./deliver-many.ts";

/** Like `deliverMany`, for one: stored once for a `key` and channel; returns how many rows this call wrote. */
export function deliver(
  ctx: ServiceContext,
  message: MessageBody<"person.notify">,
  key: string,
): Promise<{ stored: number }> {
  return deliverMany(ctx, [{ message, key }]);
}
