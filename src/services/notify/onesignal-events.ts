// What OneSignal told of a push: that it stands on a screen, was pressed or failed, or that a browser takes none any more.
import { eq } from "drizzle-orm";
import { notifications, pushDevices } from "../../db/schema.ts";
import type { Receipt } from "../../domain/notifications/receipt.ts";
import { oneSignalEventBody } from "../../providers/onesignal-webhook.ts";
import type { ServiceContext } from "../context.ts";
import type { VendorEvent } from "../inbound/vendor-event.ts";
import { applyReceipt } from "./apply-receipt.ts";

const MEANING: Readonly<Record<string, Receipt["status"]>> = {
  "message.push.received": "delivered",
  "message.push.clicked": "opened",
  "message.push.failed": "failed",
};

/** Of several browsers of one person each tells for itself: one that fails after another showed it changes nothing that counts. */
export async function handleOneSignal(ctx: ServiceContext, event: VendorEvent): Promise<"handled" | "unknown"> {
  if (event.type === "message.push.unsubscribed") return forget(ctx, event);
  const status = MEANING[event.type];
  // The push service has it: that much was answered when it was sent.
  if (status === undefined) return event.type === "message.push.sent" ? "handled" : "unknown";
  const { notificationId, at } = oneSignalEventBody.parse(event.body);
  if (notificationId === null || (status === "failed" && (await stoodOnAScreen(ctx, notificationId)))) return "handled";
  const reason = status === "failed" ? { reason: "push_failed" } : {};
  await applyReceipt(ctx, { notificationId, status, at: new Date(at), ...reason });
  return "handled";
}

async function stoodOnAScreen(ctx: ServiceContext, id: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ at: notifications.deliveredAt })
    .from(notifications)
    .where(eq(notifications.id, id));
  return row?.at != null;
}

/** The reader said so in his browser: other browsers of his, and other channels, stay. */
async function forget(ctx: ServiceContext, event: VendorEvent): Promise<"handled"> {
  const { deviceId } = oneSignalEventBody.parse(event.body);
  if (deviceId !== null) await ctx.db.delete(pushDevices).where(eq(pushDevices.id, deviceId));
  return "handled";
}
