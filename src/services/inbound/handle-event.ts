// What a vendor told is acted on: one handler a vendor, and the content forgotten when it is done.
import { and, eq } from "drizzle-orm";
import { vendorEvents } from "../../db/schema.ts";
import type { InboundVendor } from "../../domain/inbound/vendor-webhook.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { hearDocuSign } from "../contracts/hear-docusign.ts";
import { answerDesk } from "../desk/answer-desk.ts";
import { handleOneSignal } from "../notify/onesignal-events.ts";
import { handleSendGrid } from "../notify/sendgrid-events.ts";
import { pressButton } from "../team/press-button.ts";
import { handleEvolution } from "../whatsapp/handle-evolution.ts";
import type { EventHandler } from "./vendor-event.ts";

/** A vendor without a handler has its events stored and counted as unknown. */
const HANDLERS: Partial<Record<InboundVendor, EventHandler>> = {
  docusign: (ctx, event) => hearDocuSign(ctx, event),
  evolution: handleEvolution,
  chatwoot: answerDesk,
  onesignal: handleOneSignal,
  sendgrid: handleSendGrid,
  slack: pressButton,
};

/** `handlers` are this house's own unless a test brings others. */
export async function handleEvent(
  ctx: ServiceContext,
  { eventId }: MessageBody<"vendor.event">,
  handlers: Partial<Record<InboundVendor, EventHandler>> = HANDLERS,
): Promise<void> {
  const [row] = await ctx.db.select().from(vendorEvents).where(eq(vendorEvents.id, eventId));
  // Handled by an earlier delivery, or swept.
  if (row === undefined || row.status === "handled") return;
  const { id, externalId, type, body, receivedAt, vendor } = row;
  const outcome = (await handlers[vendor]?.(ctx, { id, externalId, type, body, receivedAt })) ?? "unknown";
  const settled = await ctx.db
    .update(vendorEvents)
    .set({ status: outcome, handledAt: ctx.now(), ...(outcome === "handled" ? { body: {} } : {}) })
    .where(and(eq(vendorEvents.id, eventId), eq(vendorEvents.status, row.status)))
    .returning({ id: vendorEvents.id });
  ctx.metrics.count("vendor_events_total", { vendor, outcome }, settled.length);
}
