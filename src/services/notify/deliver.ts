// Writes to one person, in their language, on the channels that they have.
import { eq } from "drizzle-orm";
import { notifications, users } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { notificationRows } from "./notification-rows.ts";

/**
 * Stores what is sent, once for a `key` and channel; returns how many rows this call wrote. Someone who is gone (erased
 * in between) is written to no more: that is no failure, and trying again would not help.
 */
export async function deliver(
  ctx: ServiceContext,
  input: MessageBody<"person.notify">,
  key: string,
): Promise<{ stored: number }> {
  const [person] = await ctx.db
    .select({ id: users.id, email: users.email, isAnonymous: users.isAnonymous, locale: users.locale })
    .from(users)
    .where(eq(users.id, input.userId));
  if (person === undefined) {
    ctx.log.info("notification_without_recipient", { kind: input.kind });
    return { stored: 0 };
  }
  const rows = notificationRows(ctx, person, { kind: input.kind, params: input.params, audience: "person" }, key);
  const stored = await ctx.db
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  return { stored: stored.length };
}
