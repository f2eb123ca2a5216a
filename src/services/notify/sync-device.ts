// Tells the push vendor what holds of a browser now: whose it is, or that it is nobody's.
import { eq } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { vendorFailure } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";

/**
 * As the table says at this moment, so that late and repeated messages do no harm. Throws `vendor_error` (retryable) until the
 * vendor has taken it; a device that it does not know is nothing to tell it of.
 */
export async function syncDevice(ctx: ServiceContext, { deviceId }: MessageBody<"device.sync">): Promise<void> {
  const vendor = ctx.senders.push?.devices;
  if (vendor === undefined) return;
  const [row] = await ctx.db
    .select({ userId: pushDevices.userId })
    .from(pushDevices)
    .where(eq(pushDevices.id, deviceId));
  const outcome = row === undefined ? await vendor.end(deviceId) : await vendor.give(deviceId, row.userId);
  if (outcome === "failed") throw vendorFailure("error", "onesignal: it was not told of a device");
}
