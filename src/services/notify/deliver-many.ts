// Writes to many people at once, each in their language and on the channels that they have.
import type { MessageBody } from "../../domain/messages.ts";
import { isWithheld } from "../../domain/notifications/withheld.ts";
import type { ServiceContext } from "../context.ts";
import { notificationRows } from "./notification-rows.ts";
import { readRecipients } from "./recipients.ts";
import { storeNotifications } from "./store-notifications.ts";

export interface Delivery {
  message: MessageBody<"person.notify">;
  /** Names the occasion: the same key twice is one message on each channel. */
  key: string;
}

/**
 * One reading and one writing for all of `items`; returns how many rows this call wrote. Someone who is gone (erased in
 * between) or told Vez to stop is not written to: that is no failure, and trying again would not help.
 */
export async function deliverMany(ctx: ServiceContext, items: readonly Delivery[]): Promise<{ stored: number }> {
  if (items.length === 0) return { stored: 0 };
  const people = await readRecipients(ctx, [...new Set(items.map(({ message }) => message.userId))]);
  const rows = items.flatMap(({ message, key }) => {
    const { kind, params } = message;
    const person = people.get(message.userId);
    if (person === undefined) {
      ctx.log.info("notification_without_recipient", { kind });
      return [];
    }
    if (isWithheld(kind, { optedOut: person.optedOutAt !== null, isClient: person.role === "client" })) {
      ctx.log.info("notification_withheld", { kind });
      ctx.metrics.count("notifications_sent_total", { type: kind, status: "withheld" });
      return [];
    }
    return notificationRows(ctx, person, { kind, params, audience: "person" }, key);
  });
  if (rows.length === 0) return { stored: 0 };
  return { stored: await storeNotifications(ctx, rows) };
}
