// A person lets a browser be woken by push; whose it was before, it is his from now on.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { newId } from "../../base/ids.ts";
import { outboxRow } from "../../db/outbox.ts";
import { pushDevices } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

/** The vendor's id of the browser's subscription. */
export const input = z.object({ device: z.uuid() });

/** The newest of one person; an older browser is replaced, not refused. */
const MOST_DEVICES = 20;

/** Doing it again is doing it once. Throws `invalid_input` (422) for what is no id of a subscription. */
export async function keepDevice(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input>,
): Promise<void> {
  const { device } = parseInput(input, raw);
  const { userId } = actor;
  const now = ctx.now();
  const [, , queued] = await ctx.db.batch([
    ctx.db
      .insert(pushDevices)
      .values({ id: device, userId, createdAt: now })
      .onConflictDoUpdate({ target: pushDevices.id, set: { userId } }),
    ctx.db.execute(sql`
      DELETE FROM push_devices WHERE user_id = ${userId} AND id NOT IN (
        SELECT id FROM push_devices WHERE user_id = ${userId} ORDER BY created_at DESC, id LIMIT ${MOST_DEVICES})`),
    ctx.db.execute(insertOutbox([syncMessage(ctx, device)])),
  ]);
  await ctx.enqueue(insertedRows(queued));
}

/** Has the vendor told whose the device is now; a message of its own for each change. */
export function syncMessage(ctx: ServiceContext, deviceId: string) {
  const now = ctx.now();
  return outboxRow(
    "device.sync",
    `device.sync:${newId("out", now.getTime())}`,
    { deviceId },
    { now, traceId: ctx.traceId },
  );
}
