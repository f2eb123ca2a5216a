// A browser is woken no more: its reader said so, or signed out on it.
import { eq, sql } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { syncMessage } from "./keep-device.ts";

/** Whoever holds the browser's id holds the browser. An id that is not known is no failure: it is woken by nobody. */
export async function dropDevice(ctx: ServiceContext, device: string): Promise<void> {
  const [queued] = await ctx.db.batch([
    ctx.db.execute(
      insertOutbox([syncMessage(ctx, device)], sql`EXISTS (SELECT 1 FROM push_devices WHERE id = ${device})`),
    ),
    ctx.db.delete(pushDevices).where(eq(pushDevices.id, device)),
  ]);
  await ctx.enqueue(insertedRows(queued));
}
