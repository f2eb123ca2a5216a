// Messages that got stuck on their way: claimed by somebody who is gone, or queued without anything that would send them.
import { and, eq, lt, or, sql } from "drizzle-orm";
import { notifications } from "../../db/schema.ts";
import { afterOutcome } from "../../domain/notifications/after-outcome.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { urgencyOf } from "../../domain/notifications/occasions.ts";
import type { OutsideChannel } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import { countOutcome } from "./count-outcome.ts";
import { findUnsure } from "./find-unsure.ts";
import { type NotificationRow, nextRungs } from "./next-rungs.ts";
import { sendings } from "./outside-row.ts";
import { type Settlement, settleNotifications } from "./settle-notifications.ts";

/** A vendor may be given up on after ten minutes at most (src/providers/vendor-settings.ts): whoever asks longer is gone. */
const GONE_AFTER_MS = 12 * 60_000;
/** The relay sends again what a queue has lost after one minute; this is for what has no message in the outbox at all. */
const LATE_AFTER_MS = 10 * 60_000;
const MOST_ROWS = 100;

/** What was claimed and not settled may have been sent: it is never sent again by a vendor that would send it twice. */
export async function sweepNotifications(
  ctx: ServiceContext,
): Promise<{ unsure: number; late: number; looked: number }> {
  return { unsure: await settleAbandoned(ctx), late: await hurryLate(ctx), looked: await findUnsure(ctx) };
}

async function settleAbandoned(ctx: ServiceContext): Promise<number> {
  const before = new Date(ctx.now().getTime() - GONE_AFTER_MS);
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.status, "sending"), lt(notifications.claimedAt, before)))
    .limit(MOST_ROWS);
  if (rows.length === 0) return 0;
  const next = await nextRungs(ctx, rows);
  const settlements = rows.map((row): Settlement => {
    const rung = next.get(row.id) ?? null;
    const after = afterOutcome({
      outcome: "unsure",
      reason: "abandoned",
      urgency: urgencyOf(row.kind as NotificationKind),
      tries: row.tries,
      hasNext: rung !== null,
      isIdempotent: isIdempotent(ctx, row),
    });
    const againAt = after.status === "queued" ? ctx.now() : null;
    const { id, kind, tries, recipient } = row;
    const climbs = after.status !== "queued" && after.climbs;
    return {
      id,
      kind,
      tries,
      recipient,
      status: after.status,
      reason: "abandoned",
      vendorId: null,
      againAt,
      next: climbs ? rung : null,
    };
  });
  const written = await settleNotifications(ctx, settlements);
  for (const [i, row] of rows.entries()) {
    const settlement = settlements[i];
    if (settlement === undefined || !written.has(row.id)) continue;
    countOutcome(ctx, row, settlement, { id: row.id, outcome: "unsure", reason: "abandoned" });
  }
  return written.size;
}

/** Only where the vendor that was asked is the one that would be asked again. */
function isIdempotent(ctx: ServiceContext, row: NotificationRow): boolean {
  const sender = ctx.senders[row.channel as OutsideChannel];
  return sender?.isIdempotent === true && sender.vendor === row.vendor;
}

/** A message for each. */
async function hurryLate(ctx: ServiceContext): Promise<number> {
  const before = new Date(ctx.now().getTime() - LATE_AFTER_MS);
  const rows = await ctx.db
    .select({ id: notifications.id, kind: notifications.kind, tries: notifications.tries })
    .from(notifications)
    .where(
      and(
        eq(notifications.status, "queued"),
        lt(notifications.createdAt, before),
        or(sql`${notifications.availableAt} IS NULL`, lt(notifications.availableAt, before)),
        // One that waits for its vendor, or was parked after a day of that, is where an operator sees it.
        sql`NOT EXISTS (
          SELECT 1 FROM outbox WHERE name = 'notification.send' AND status IN ('pending', 'dead')
            AND body->>'notificationId' = ${notifications.id})`,
      ),
    )
    .limit(MOST_ROWS);
  if (rows.length === 0) return 0;
  // Named by its stretch of time: what is late again later is hurried again, and two sweeps at once make one message.
  const stretch = Math.floor(ctx.now().getTime() / LATE_AFTER_MS);
  const sending = sendings(ctx, rows, `:late:${stretch}`);
  await sending.enqueue(await ctx.db.execute(sending.statement));
  return rows.length;
}
