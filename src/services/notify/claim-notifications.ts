// Takes messages for one try: whoever claims a row is the only one who asks the vendor.
import { inArray, sql } from "drizzle-orm";
import { notifications } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";
import { sendings } from "./outside-row.ts";

/** Those of `ids` that are queued and due. What is not due yet is put off to its moment by another message of its own. */
export async function dueNotifications(ctx: ServiceContext, ids: readonly string[]): Promise<NotificationRow[]> {
  if (ids.length === 0) return [];
  const now = ctx.now();
  const queued = await ctx.db
    .select()
    .from(notifications)
    .where(sql`${inArray(notifications.id, [...ids])} AND status = 'queued' AND channel <> 'in_app'`);
  const isEarly = ({ availableAt }: NotificationRow) => availableAt !== null && availableAt > now;
  for (const row of queued.filter(isEarly)) {
    const sending = sendings(ctx, [row], `:${row.availableAt?.getTime() ?? 0}`);
    await sending.enqueue(await ctx.db.execute(sending.statement));
  }
  return queued.filter((row) => !isEarly(row));
}

/** Right before the call, so that little can go wrong in between: those of `rows` that nobody else has claimed, as they are now. */
export async function claimNotifications<R extends NotificationRow>(
  ctx: ServiceContext,
  rows: readonly R[],
): Promise<R[]> {
  if (rows.length === 0) return [];
  const now = ctx.now();
  const vendors = Object.values(ctx.senders).map(({ channel, vendor }) => ({ channel, vendor }));
  const ids = rows.map(({ id }) => id);
  const claimed = await ctx.db
    .update(notifications)
    .set({
      status: "sending",
      claimedAt: now,
      tries: sql`${notifications.tries} + 1`,
      vendor: sql`(SELECT vendor FROM jsonb_to_recordset(${JSON.stringify(vendors)}::jsonb) AS v(channel text, vendor text) WHERE v.channel = ${notifications.channel})`,
    })
    // In one order, so that two consumers with the same rows do not wait for each other.
    .where(
      sql`${notifications.id} IN (SELECT id FROM notifications WHERE ${inArray(notifications.id, ids)} AND status = 'queued' AND (available_at IS NULL OR available_at <= ${now.toISOString()}::timestamptz) ORDER BY id FOR UPDATE)`,
    )
    .returning({ id: notifications.id, tries: notifications.tries });
  const tries = new Map(claimed.map((row) => [row.id, row.tries]));
  return rows.flatMap((row) => {
    const nth = tries.get(row.id);
    return nth === undefined ? [] : [{ ...row, tries: nth }];
  });
}
