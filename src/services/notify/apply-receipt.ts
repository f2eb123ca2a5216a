// A vendor tells what became of a message: delivered, opened, or failed with a reason.
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { NOTIFICATION_STATUSES, notifications } from "../../db/schema.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { groupOf } from "../../domain/notifications/occasions.ts";
import { type Receipt, stoppingReason } from "../../domain/notifications/receipt.ts";
import type { ServiceContext } from "../context.ts";
import { DISCARDED } from "./discard-notification.ts";
import { type NotificationRow, nextRungs } from "./next-rungs.ts";
import { sendings } from "./outside-row.ts";
import { readRecipients } from "./recipients.ts";
import { insertNext } from "./settle-notifications.ts";
import { liftBounce, suppress } from "./suppression.ts";
import { endMails } from "./unsubscribe.ts";

/** What fails later than this is not told again elsewhere: it is in the app, and no news any more. */
const NEWS_FOR_MS = 24 * 3_600_000;

const change = z.object({
  rows: z.array(z.object({ status: z.enum(NOTIFICATION_STATUSES), before: z.enum(NOTIFICATION_STATUSES) })),
});

/**
 * Receipts may come twice and in any order: the moments that were told decide, not when they were heard, and doing the rest twice is
 * doing it once. `unknown`: nothing that was sent has this name; where the vendor names its own id, it may have spoken before we wrote
 * that id down, and another try may help.
 */
export async function applyReceipt(ctx: ServiceContext, receipt: Receipt): Promise<"applied" | "unknown"> {
  const named =
    "notificationId" in receipt
      ? eq(notifications.id, receipt.notificationId)
      : and(eq(notifications.vendor, receipt.vendor), eq(notifications.vendorId, receipt.vendorId));
  const [row] = await ctx.db
    .select()
    .from(notifications)
    .where(and(named, ne(notifications.channel, "in_app"), ne(notifications.status, "stored")))
    .limit(1);
  if (row === undefined) return "unknown";
  const [moved] = change.parse(await ctx.db.execute(move(row.id, receipt))).rows;
  // Erased in between.
  if (moved === undefined) return "unknown";
  const type = row.kind as NotificationKind;
  if (moved.status !== moved.before && (moved.status === receipt.status || receipt.status === "opened")) {
    ctx.metrics.count("notifications_sent_total", { type, status: receipt.status });
  }
  await takeTheHint(ctx, row, receipt);
  // What an operator let go is told nowhere else either.
  if (moved.status === "failed" && row.reason !== DISCARDED) await climb(ctx, row);
  return "applied";
}

/** Opened stands for good; a failure counts unless it was delivered later than that. */
function move(id: string, receipt: Receipt): SQL {
  const at = sql`${receipt.at.toISOString()}::timestamptz`;
  const told = (status: Receipt["status"]) => (status === receipt.status ? at : sql`NULL::timestamptz`);
  return sql`
    WITH old AS (
      SELECT id, status, least(delivered_at, ${told("delivered")}) AS delivered, least(opened_at, ${told("opened")}) AS opened,
        greatest(failed_at, ${told("failed")}) AS failed
      FROM notifications WHERE id = ${id} FOR UPDATE
    )
    UPDATE notifications n SET delivered_at = old.delivered, opened_at = old.opened, failed_at = old.failed,
      sent_at = coalesce(n.sent_at, ${receipt.status === "failed" ? sql`NULL::timestamptz` : at}),
      status = CASE WHEN old.opened IS NOT NULL THEN 'opened'
        WHEN old.failed >= old.delivered OR old.failed IS NOT NULL AND old.delivered IS NULL THEN 'failed'
        WHEN old.delivered IS NOT NULL THEN 'delivered' ELSE n.status END,
      reason = coalesce(${receipt.reason ?? null}, n.reason)
    FROM old WHERE n.id = old.id
    RETURNING n.status, old.status AS before`;
}

/** An address that is dead or whose reader complained is left alone; who ended such mails at the vendor has ended them here. */
async function takeTheHint(ctx: ServiceContext, row: NotificationRow, receipt: Receipt): Promise<void> {
  const stopping = stoppingReason(receipt.reason);
  if (stopping !== null) await suppress(ctx, row, stopping, receipt.at);
  else if (receipt.status !== "failed") await liftBounce(ctx, row, receipt.at);
  if (receipt.reason !== "unsubscribed" || row.userId === null) return;
  const person = (await readRecipients(ctx, [row.userId])).get(row.userId);
  if (person === undefined) return;
  await endMails(ctx, { userId: person.id, group: groupOf(row.kind as NotificationKind, person.role) });
}

/** The vendor took it and could not bring it: the next channel takes over, as if it had refused. */
async function climb(ctx: ServiceContext, row: NotificationRow): Promise<void> {
  if (ctx.now().getTime() - row.createdAt.getTime() > NEWS_FOR_MS) return;
  const next = (await nextRungs(ctx, [row])).get(row.id);
  if (next === undefined) return;
  const sending = sendings(ctx, [next]);
  const [, queued] = await ctx.db.batch([
    ctx.db.execute(insertNext([{ row: next, after: row.id }])),
    ctx.db.execute(sending.statement),
  ]);
  await sending.enqueue(queued);
}
