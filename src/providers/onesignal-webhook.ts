// What OneSignal tells of pushes: an Event Stream, whose headers and body whoever sets it up writes as docs/runbook.md says.
//
// Taken from, as published in November 2026:
// - https://documentation.onesignal.com/docs/en/event-streams: POST of one event with headers of our own ("Authorization: Bearer ..."),
//   nothing is signed; it repeats for a while, and `event.id` tells a repetition; a stream that fails for long is switched off.
// - https://documentation.onesignal.com/docs/en/event-streams-data: event.id, event.kind (message.push.sent, received, clicked,
//   failed, unsubscribed), event.timestamp, event.subscription_id, message.name (our notification's id, see onesignal.ts).
// Not its web push webhooks: those come from each reader's browser, and no server's key stands behind them.
import * as z from "zod";
import { invalid } from "../base/errors.ts";
import type { InboundReader } from "../domain/inbound/vendor-webhook.ts";
import { equalInConstantTime, webhookRefused } from "./webhook-signature.ts";

/** As the stream's body is set up; a number may come in quotes, and what an event has not comes empty. */
const told = z.object({
  event_id: z.string().min(1).max(100),
  kind: z.string().min(1).max(100),
  timestamp: z.coerce.number().min(1).max(1e11).optional().catch(undefined),
  message_name: z.string().max(100).optional().catch(undefined),
  subscription_id: z.string().max(100).optional().catch(undefined),
});

/** What a handler finds in the event. */
export const oneSignalEventBody = z.object({
  /** Ours; null for what somebody sent from OneSignal's console. */
  notificationId: z.string().nullable(),
  /** The browser that it is about. */
  deviceId: z.string().nullable(),
  /** ISO 8601. */
  at: z.iso.datetime(),
});

/** `token` is what the stream sends after Bearer. */
export function oneSignalWebhook(token: string): InboundReader {
  return {
    vendor: "onesignal",
    async read({ bytes, headers, now }) {
      if (!equalInConstantTime(headers.get("authorization") ?? "", `Bearer ${token}`)) throw webhookRefused();
      const { data } = told.safeParse(parsed(bytes));
      if (data === undefined) throw invalid("The body is not the one that docs/runbook.md gives for the event stream.");
      const at = data.timestamp === undefined ? now : new Date(data.timestamp * 1000);
      const body = {
        notificationId: data.message_name || null,
        deviceId: data.subscription_id || null,
        at: at.toISOString(),
      } satisfies z.infer<typeof oneSignalEventBody>;
      return [{ id: data.event_id, type: data.kind, body, line: null }];
    },
  };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Its words stay out of the error.
    throw invalid("The body is not JSON.");
  }
}
