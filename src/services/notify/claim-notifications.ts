// Takes messages that are due for one try: whoever claims a row is the only one who asks the vendor.
import { and, inArray, sql } from "drizzle-orm";
import { notifications } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";
import { sendings } from "./outside-row.ts";

/** Those of `ids` that were queued and due, now `sending`. What is not due yet is put off to its moment. */
export async function claimNotifications(ctx: ServiceContext, ids: readonly string[]): Promise<NotificationRow[]> {
  if (ids.length === 0) return [];
  const now = ctx.now();
  const at = now.toISOString();
  const vendors = Object.values(ctx.senders).map(({ channel, vendor }) => ({ channel, vendor }));
  const due = sql`status = 'queued' AND channel <> 'in_app' AND (available_at IS NULL OR available_at <= ${at}::timestamptz)`;
  const [claimed, early] = await ctx.db.batch([
    ctx.db
      .update(notifications)
      .set({
        status: "sending",
        claimedAt: now,
        tries: sql`${notifications.tries} + 1`,
        vendor: sql`(SELECT vendor FROM jsonb_to_recordset(${JSON.stringify(vendors)}::jsonb) AS v(channel text, vendor text) WHERE v.channel = ${notifications.channel})`,
      })
      // In one order, so that two consumers with the same rows do not wait for each other.
      .where(
        sql`${notifications.id} IN (SELECT id FROM notifications WHERE ${inArray(notifications.id, [...ids])} AND ${due} ORDER BY id FOR UPDATE)`,
      )
      .returning(),
    ctx.db
      .select({
        id: notifications.id,
        kind: notifications.kind,
        tries: notifications.tries,
        availableAt: notifications.availableAt,
      })
      .from(notifications)
      .where(and(inArray(notifications.id, [...ids]), sql`status = 'queued' AND available_at > ${at}::timestamptz`)),
  ]);
  if (early.length > 0) await putOff(ctx, early);
  return claimed;
}

/** A message that comes before its time is done with; another one is made for the time. */
async function putOff(ctx: ServiceContext, early: readonly Parameters<typeof sendings>[1][number][]): Promise<void> {
  for (const row of early) {
    const sending = sendings(ctx, [row], `:${row.availableAt?.getTime() ?? 0}`);
    await sending.enqueue(await ctx.db.execute(sending.statement));
  }
}
