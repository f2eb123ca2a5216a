// E-mail by SendGrid's Web API v3: one request a letter, and for each answer whether the letter is on its way.
//
// Taken from, as published in November 2026:
// - https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send and twilio/sendgrid-oai, spec/json/tsg_mail_v3.json:
//   POST /v3/mail/send, 202 with X-Message-Id, 400, 401, 403, 404, 405, 413, 500; text/plain stands before text/html;
//   custom_args are strings and come back in the webhook, and must hold nothing personal; List-Unsubscribe is a free header;
//   mail_settings.bypass_bounce_management {enable}: past its bounce list, while the lists of complaints and unsubscribes still hold
//   (bypass_list_management would pass them all, and is not combined with it).
// - https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/rate-limits: 429, X-RateLimit-Reset.
// - https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions: GET /v3/scopes, which any key may ask.
// It knows no idempotency key: what may have arrived is never sent again.
import type { Outgoing, Sender, SendOutcome } from "../domain/notifications/sender.ts";
import {
  type MessageAnswer,
  type MessageVendorConfig,
  openMessageVendor,
  type Unsent,
  unsent,
} from "./message-call.ts";

export interface SendGridConfig extends Omit<MessageVendorConfig, "service" | "headers"> {
  apiKey: string;
  /** Verified at SendGrid. */
  from: string;
  /** Where answers go; null: to `from`. */
  replyTo: string | null;
}

/** The variables of src/providers/vendor-settings.ts that it is made of. */
interface SendGridSettings {
  SENDGRID_API_KEY?: string | undefined;
  SENDGRID_FROM?: string | undefined;
  SENDGRID_REPLY_TO?: string | undefined;
  SENDGRID_URL: string;
  SENDGRID_TIMEOUT: number;
}

/** Null where it is not configured. */
export function openSendGrid(
  config: SendGridSettings,
  made: Pick<MessageVendorConfig, "circuits" | "metrics">,
): Sender | null {
  const { SENDGRID_API_KEY: apiKey, SENDGRID_FROM: from, SENDGRID_REPLY_TO: replyTo = null } = config;
  if (apiKey === undefined || from === undefined) return null;
  const timeoutMs = config.SENDGRID_TIMEOUT * 1000;
  return sendGrid({ ...made, baseUrl: config.SENDGRID_URL, apiKey, from, replyTo, timeoutMs });
}

/** Each letter has words of its own, so each is a request; these many at once leave the database its connections. */
const AT_ONCE = 3;
const MOST_AT_ONCE = 20;

/** Throws an Error, at the start, for a base address that may not be called. */
export function sendGrid({ apiKey, from, replyTo, ...made }: SendGridConfig): Sender {
  const vendor = openMessageVendor({ ...made, service: "sendgrid", headers: { authorization: `Bearer ${apiKey}` } });

  /**
   * Asks for something harmless first. Whoever is away is noticed while no letter is at stake: that letter has surely not arrived
   * and goes later, where a lost connection in the middle of it would leave it unsure for good. It is the circuit's probe as well.
   */
  async function knock(): Promise<Unsent | null> {
    const answer = await vendor({
      ...{ method: "GET", path: "v3/scopes", idempotent: true, read: () => null },
      // A key that may be asked for its scopes may still not send, and the other way round.
      ...{ keyRefusedBy: [401], provesKey: false },
    });
    // What else it says to a key that may only send is an answer: it is there.
    const isThere = answer.ok || (answer.reason === "refused" && answer.status !== 401);
    return isThere ? null : { ...unsent(answer), outcome: "failed" };
  }

  async function sendOne(item: Outgoing): Promise<SendOutcome> {
    const answer = await vendor({
      method: "POST",
      path: "v3/mail/send",
      body: letter(item, from, replyTo),
      idempotent: false,
      read: ({ status, headers }) => ({ status, messageId: headers.get("x-message-id") }),
    });
    return outcomeOf(item.id, answer);
  }

  return {
    channel: "email",
    vendor: "sendgrid",
    isIdempotent: false,
    mostAtOnce: MOST_AT_ONCE,
    async send(items) {
      const away = items.length === 0 ? null : await knock();
      if (away !== null) return items.map(({ id }) => ({ id, ...away }));
      const outcomes: SendOutcome[] = [];
      for (let i = 0; i < items.length; i += AT_ONCE) {
        outcomes.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(sendOne))));
      }
      return outcomes;
    },
  };
}

type Taken = { status: number; messageId: string | null };

function outcomeOf(id: string, answer: MessageAnswer<Taken>): SendOutcome {
  if (answer.ok) {
    // 202 alone says that it is queued there; another 2xx comes from a sandbox, or from somebody in between.
    if (answer.value.status === 202) return { id, outcome: "sent", vendorId: answer.value.messageId };
    return { id, outcome: "unsure", reason: `status_${answer.value.status}` };
  }
  return { id, ...unsent(answer) };
}

function letter(item: Outgoing, from: string, replyTo: string | null): Record<string, unknown> {
  return {
    personalizations: [{ to: [{ email: item.to }] }],
    from: { email: from, name: "Vez" },
    ...(replyTo === null ? {} : { reply_to: { email: replyTo } }),
    subject: item.subject,
    content: [
      { type: "text/plain", value: item.text },
      ...(item.html === null ? [] : [{ type: "text/html", value: item.html }]),
    ],
    custom_args: { notification_id: item.id },
    // RFC 2369 and RFC 8058: the mail program shows a button of its own, which posts to the address without a session.
    ...(item.unsubscribe === null
      ? {}
      : {
          headers: {
            "List-Unsubscribe": `<${item.unsubscribe}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        }),
    // Its own list of bounces is older than a mended mailbox; whoever complained or ended its mails is left alone all the same.
    ...(item.isAwaited === true ? { mail_settings: { bypass_bounce_management: { enable: true } } } : {}),
    // Links stay ours, and no pixel tells a third party when and where somebody reads; all of it is off whatever the account says.
    tracking_settings: {
      click_tracking: { enable: false, enable_text: false },
      open_tracking: { enable: false },
      subscription_tracking: { enable: false },
      ganalytics: { enable: false },
    },
  };
}
