// Stores messages to people, each once for its key and channel, has those sent that somebody carries, and counts what was new.
import { notifications } from "../../db/schema.ts";
import { NOTIFICATION_KINDS } from "../../domain/notifications/kinds.ts";
import type { ServiceContext } from "../context.ts";
import { sendings } from "./outside-row.ts";

/** How many of `rows` were not there before. */
export async function storeNotifications(
  ctx: ServiceContext,
  rows: (typeof notifications.$inferInsert)[],
): Promise<number> {
  const startedAt = ctx.now().getTime();
  const insert = ctx.db
    .insert(notifications)
    .values(rows)
    .onConflictDoNothing()
    .returning({ kind: notifications.kind, status: notifications.status });
  const toSend = rows.filter(({ status }) => status === "queued");
  const sending = sendings(ctx, toSend);
  const [stored, answer] =
    toSend.length === 0 ? [await insert, null] : await ctx.db.batch([insert, ctx.db.execute(sending.statement)]);
  ctx.metrics.observe("notification_duration_seconds", {}, (ctx.now().getTime() - startedAt) / 1000);
  for (const type of NOTIFICATION_KINDS) {
    const count = stored.filter(({ kind, status }) => kind === type && status === "stored").length;
    ctx.metrics.count("notifications_sent_total", { type, status: "stored" }, count);
  }
  if (answer !== null) await sending.enqueue(answer);
  return stored.length;
}
