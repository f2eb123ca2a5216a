// Writes to many people at once, each in their language and on the channels that they have.
import { and, eq, inArray, sql } from "drizzle-orm";
import { clientReach, joinedUsers, users } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { isWithheld } from "../../domain/notifications/withheld.ts";
import type { ServiceContext } from "../context.ts";
import { reachOf } from "../reach/reach-view.ts";
import { notificationRows } from "./notification-rows.ts";
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
  const people = await recipients(ctx, [...new Set(items.map(({ message }) => message.userId))]);
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

/** By the id that was asked for: an anonymous client who has signed in since is found under both of his. */
async function recipients(ctx: ServiceContext, ids: readonly string[]) {
  const list = sql`ARRAY[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;
  const rows = await ctx.db
    .select({
      id: users.id,
      email: users.email,
      isAnonymous: users.isAnonymous,
      locale: users.locale,
      role: users.role,
      optedOutAt: users.optedOutAt,
      oldId: joinedUsers.oldId,
      reach: clientReach,
    })
    .from(users)
    // Only a client is asked; somebody who works here is written to at his account.
    .leftJoin(clientReach, and(eq(clientReach.userId, users.id), eq(users.role, "client")))
    .leftJoin(joinedUsers, and(eq(joinedUsers.userId, users.id), inArray(joinedUsers.oldId, [...ids])))
    // A union and not an OR: each half is found by its own index.
    .where(
      sql`${users.id} IN (SELECT unnest(${list}) UNION SELECT user_id FROM joined_users WHERE old_id = ANY(${list}))`,
    );
  return new Map(
    rows.flatMap(({ oldId, reach, ...row }) => {
      const person = { ...row, reach: reach === null ? null : reachOf(reach) };
      return [[person.id, person] as const, ...(oldId === null ? [] : [[oldId, person] as const])];
    }),
  );
}
