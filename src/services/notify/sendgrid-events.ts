// What SendGrid told of a letter: what became of it, and whether its reader wants no more.
import type { Receipt } from "../../domain/notifications/receipt.ts";
import { sendGridEventBody } from "../../providers/sendgrid-webhook.ts";
import type { ServiceContext } from "../context.ts";
import type { VendorEvent } from "../inbound/vendor-event.ts";
import { applyReceipt } from "./apply-receipt.ts";

/** By the names of SendGrid's reference; null: nothing that anybody here acts on, `deferred` is SendGrid's to try again. */
const MEANING: Readonly<Record<string, Receipt["status"] | null>> = {
  processed: null,
  deferred: null,
  delivered: "delivered",
  open: "opened",
  click: "opened",
  bounce: "failed",
  dropped: "failed",
  // Whoever complains has read it.
  spamreport: "delivered",
  unsubscribe: "delivered",
  group_unsubscribe: "delivered",
  group_resubscribe: null,
};

/** A letter that is not ours (another sender of the same account) is nothing to act on. */
export async function handleSendGrid(ctx: ServiceContext, event: VendorEvent): Promise<"handled" | "unknown"> {
  const status = MEANING[event.type];
  if (status === undefined) return "unknown";
  const { notificationId, at, reason } = sendGridEventBody.parse(event.body);
  if (status === null || notificationId === null) return "handled";
  await applyReceipt(ctx, { notificationId, status, at: new Date(at), ...(reason === null ? {} : { reason }) });
  return "handled";
}
