// What SendGrid tells of letters: its signed Event Webhook, checked over the raw bytes, and of each event what its handler needs.
//
// Taken from, as published in November 2026:
// - https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features:
//   ECDSA (P-256, SHA-256) over timestamp + raw body, headers X-Twilio-Email-Event-Webhook-Signature and -Timestamp, the public
//   key as base64 of its DER (SubjectPublicKeyInfo), the signature as base64 of DER (ECDSA-Sig-Value, RFC 3279, 2.2.3).
// - https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event: events in an array, `sg_event_id`, custom_args as
//   members of the event, bounce (type `bounce` or `blocked`), dropped with its reasons, spamreport, unsubscribe, group_unsubscribe.
// It names no window; five minutes are the house's and those of Standard Webhooks.
import * as z from "zod";
import { invalid } from "../base/errors.ts";
import type { InboundEvent, InboundReader } from "../domain/inbound/vendor-webhook.ts";
import { base64Of, checkMoment, webhookRefused } from "./webhook-signature.ts";

/** One event's members that anybody here needs; the address, the browser and the server's words are left behind. */
const event = z.object({
  event: z.string().min(1).max(100),
  sg_event_id: z.string().min(1).max(200).optional().catch(undefined),
  timestamp: z.number().int().min(0).max(1e11),
  notification_id: z.string().max(100).optional().catch(undefined),
  type: z.string().max(100).optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});

/** What a handler finds in the event. */
export const sendGridEventBody = z.object({
  /** Ours; null for a letter that somebody else sent from the same account. */
  notificationId: z.string().nullable(),
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** A code of this house, see `reasonOf`; null where there is nothing to say. */
  reason: z.string().nullable(),
});

/** Why a letter was dropped before it was tried, as SendGrid documents it, and what the house calls it. */
const DROPPED: Readonly<Record<string, string>> = {
  "Bounced Address": "bounced",
  "Unsubscribed Address": "unsubscribed",
  "Spam Reporting Address": "spam_reported",
  Invalid: "invalid_address",
  "Recipient List over Package Quota": "over_quota",
  "Spam Content (if Spam Checker app is enabled)": "spam_content",
};

/** `publicKey`: as the console shows it, base64 of DER; PEM will do. */
export function sendGridWebhook(publicKey: string): InboundReader {
  let imported: Promise<CryptoKey> | undefined;
  return {
    vendor: "sendgrid",
    async read({ bytes, headers, now }) {
      const stamp = headers.get("x-twilio-email-event-webhook-timestamp") ?? "";
      if (!/^\d{1,12}$/.test(stamp)) throw webhookRefused();
      checkMoment(new Date(Number(stamp) * 1000), now);
      const signature = p1363Of(headers.get("x-twilio-email-event-webhook-signature") ?? "");
      imported ??= importKey(publicKey);
      const signed = new Uint8Array([...new TextEncoder().encode(stamp), ...bytes]);
      const algorithm = { name: "ECDSA", hash: "SHA-256" };
      if (signature === null || !(await crypto.subtle.verify(algorithm, await imported, signature, signed))) {
        throw webhookRefused();
      }
      return Promise.all(itemsOf(bytes).map(eventOf));
    },
  };
}

/** One event that cannot be read is kept as such: its neighbours are told once, and would be lost with it. */
async function eventOf(item: unknown): Promise<InboundEvent> {
  const { data } = event.safeParse(item);
  const id = data?.sg_event_id ?? (await digestOf(item));
  if (data === undefined) return { id, type: "unreadable", body: {}, line: null };
  const body = {
    notificationId: data.notification_id ?? null,
    at: new Date(data.timestamp * 1000).toISOString(),
    reason: reasonOf(data),
  } satisfies z.infer<typeof sendGridEventBody>;
  return { id, type: data.event, body, line: null };
}

/** `blocked` may pass another day; what bounced does not. */
function reasonOf({ event: name, type, reason }: z.infer<typeof event>): string | null {
  if (name === "bounce") return type === "blocked" ? "blocked" : "bounced";
  if (name === "dropped") return DROPPED[reason ?? ""] ?? "dropped";
  if (name === "spamreport") return "spam_reported";
  return name === "unsubscribe" || name === "group_unsubscribe" ? "unsubscribed" : null;
}

function itemsOf(bytes: Uint8Array): unknown[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Its words stay out of the error.
    throw invalid("The body is not JSON.");
  }
  if (!Array.isArray(parsed)) throw invalid("The body is not an array of events.");
  return parsed;
}

/** Stands for an id where SendGrid sent none. */
async function digestOf(item: unknown): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(item)));
  return base64Of(new Uint8Array(digest));
}

async function importKey(text: string): Promise<CryptoKey> {
  const der = bytesOf(text.replace(/-----[A-Z ]+-----|\s/g, ""));
  if (der === null) throw new Error("SENDGRID_WEBHOOK_KEY is not base64");
  return crypto.subtle.importKey("spki", der, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
}

/** r and s, 32 bytes each, as WebCrypto wants them (IEEE P1363); null for what is no DER of two such numbers. */
function p1363Of(base64: string): Uint8Array<ArrayBuffer> | null {
  const der = bytesOf(base64);
  if (der === null || der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = integerAt(der, 2);
  const s = r === null ? null : integerAt(der, r.end);
  if (r === null || s === null || s.end !== der.length) return null;
  const both = new Uint8Array(64);
  both.set(r.value, 32 - r.value.length);
  both.set(s.value, 64 - s.value.length);
  return both;
}

function integerAt(der: Uint8Array, at: number): { value: Uint8Array; end: number } | null {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length < 1 || length > 33) return null;
  const end = at + 2 + length;
  const value = der.subarray(at + 2, end);
  // A leading zero only keeps the number positive.
  const bare = value.length === 33 && value[0] === 0 ? value.subarray(1) : value;
  return end > der.length || bare.length > 32 ? null : { value: bare, end };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (base64 === "" || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) return null;
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
