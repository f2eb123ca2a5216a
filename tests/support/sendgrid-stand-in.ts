// SendGrid as documented: takes letters, remembers them, and tells of them by a webhook with a real signature.
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { z } from "zod";
import { type StandIn, serveVendor } from "./vendor-stand-in.ts";

export const SENDGRID_KEY = "SG.stand-in-0123456789";
export const SENDGRID_FROM = "avisos@vez.example";

export interface Letter {
  notificationId: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  messageId: string;
}

export interface SendGridStandIn extends StandIn {
  /** What it answered 202 to, oldest first: an id twice was sent twice. */
  letters: Letter[];
  /** Its own list of bounces. */
  bounced: Set<string>;
  /** Taken with 202, and dropped for that list. */
  dropped: Letter[];
  /** Every letter gets this status instead, until null; the letter is not taken. */
  answerLetters(status: number | null): void;
  /** Takes the letter, then loses the connection, as often as this says. */
  loseAnswers(times: number): void;
  /** Base64 of DER, as its console shows it. */
  publicKey: string;
  privateKey: KeyObject;
  /** Posts events as the Event Webhook does; `skewSeconds` moves its clock, `key` signs with another. */
  tell(
    url: string,
    events: readonly Record<string, unknown>[],
    how?: { skewSeconds?: number; key?: KeyObject },
  ): Promise<Response>;
}

const tracked = z.object({ enable: z.literal(false) }).loose();
const letterBody = z.object({
  personalizations: z.tuple([z.object({ to: z.tuple([z.object({ email: z.email() }).strict()]) }).strict()]),
  from: z.object({ email: z.literal(SENDGRID_FROM), name: z.string().optional() }).strict(),
  reply_to: z.object({ email: z.email() }).strict().optional(),
  subject: z.string().min(1),
  content: z
    .array(z.object({ type: z.enum(["text/plain", "text/html"]), value: z.string().min(1) }).strict())
    .min(1)
    // Plain comes first, or SendGrid answers 400.
    .refine((parts) => parts[0]?.type === "text/plain"),
  custom_args: z.object({ notification_id: z.string() }).strict(),
  headers: z.record(z.string(), z.string()).optional(),
  mail_settings: z
    .object({ bypass_bounce_management: z.object({ enable: z.boolean() }).strict() })
    .strict()
    .optional(),
  tracking_settings: z
    .object({ click_tracking: tracked, open_tracking: tracked, subscription_tracking: tracked })
    .loose(),
});

export async function serveSendGrid(): Promise<SendGridStandIn> {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const letters: Letter[] = [];
  const dropped: Letter[] = [];
  const bounced = new Set<string>();
  let status: number | null = null;
  let losses = 0;
  const standIn = await serveVendor((asked, _fault, method) => {
    if (asked.authorization !== `Bearer ${SENDGRID_KEY}`) return refusal(401, "authorization required");
    if (method === "GET" && asked.path === "/v3/scopes") return { status: 200, body: { scopes: ["mail.send"] } };
    if (method !== "POST" || asked.path !== "/v3/mail/send") return refusal(404, "not found");
    if (status !== null) return refusal(status, "no");
    const { data } = letterBody.safeParse(asked.body);
    if (data === undefined) return refusal(400, "invalid request");
    const messageId = randomUUID().replaceAll("-", "").slice(0, 22);
    const to = data.personalizations[0].to[0].email;
    const isDropped = bounced.has(to) && data.mail_settings?.bypass_bounce_management.enable !== true;
    (isDropped ? dropped : letters).push({
      notificationId: data.custom_args.notification_id,
      to,
      subject: data.subject,
      text: data.content[0]?.value ?? "",
      html: data.content[1]?.value ?? null,
      headers: data.headers ?? {},
      messageId,
    });
    if (losses > 0) {
      losses--;
      // No such status: the server throws on it, and the connection is lost after the letter was taken.
      return { status: 0, body: undefined };
    }
    return { status: 202, body: undefined, headers: { "x-message-id": messageId } };
  });
  return {
    ...standIn,
    letters,
    bounced,
    dropped,
    answerLetters: (next) => {
      status = next;
    },
    loseAnswers: (times) => {
      losses = times;
    },
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
    privateKey,
    tell: (url, events, { skewSeconds = 0, key = privateKey } = {}) => {
      const body = JSON.stringify(events);
      return fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...signedHeaders(key, body, skewSeconds) },
        body,
      });
    },
  };
}

/** The two headers over timestamp + body. */
export function signedHeaders(key: KeyObject, body: string, skewSeconds = 0): Record<string, string> {
  const stamp = String(Math.floor(Date.now() / 1000) + skewSeconds);
  return {
    "x-twilio-email-event-webhook-timestamp": stamp,
    "x-twilio-email-event-webhook-signature": sign("sha256", Buffer.from(stamp + body), key).toString("base64"),
  };
}

/** An event of a letter as the reference shows it. */
export function letterEvent(
  name: string,
  letter: Pick<Letter, "notificationId" | "to" | "messageId">,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    email: letter.to,
    timestamp: Math.floor(Date.now() / 1000),
    event: name,
    sg_event_id: randomUUID(),
    sg_message_id: `${letter.messageId}.filter0001.16648.5515E0B88.0`,
    "smtp-id": "<14c5d75ce93.dfd.64b469@ismtpd-555>",
    notification_id: letter.notificationId,
    ...more,
  };
}

function refusal(status: number, message: string) {
  return { status, body: { errors: [{ message, field: null }] } };
}
