// Stores messages to people, each once for its key and channel, and counts what was new.
import { notifications } from "../../db/schema.ts";
import { NOTIFICATION_KINDS } from "../../domain/notifications/kinds.ts";
import type { ServiceContext } from "../context.ts";

/** How many of `rows` were not there before. */
export async function storeNotifications(
  ctx: ServiceContext,
  rows: (typeof notifications.$inferInsert)[],
): Promise<number> {
  const startedAt = ctx.now().getTime();
  const stored = await ctx.db
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ kind: notifications.kind });
  ctx.metrics.observe("notification_duration_seconds", {}, (ctx.now().getTime() - startedAt) / 1000);
  for (const type of NOTIFICATION_KINDS) {
    const count = stored.filter(({ kind }) => kind === type).length;
    ctx.metrics.count("notifications_sent_total", { type, status: "stored" }, count);
  }
  return stored.length;
}
