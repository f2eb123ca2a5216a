// Push by OneSignal's REST API: a message to all devices that a person has signed up under his id, and the end of one device.
//
// Taken from, as published in November 2026:
// - https://documentation.onesignal.com/reference/push-notification: POST /notifications, Authorization "Key ...", app_id,
//   include_aliases.external_id with target_channel, contents and headings by language (en is a must), web_url, name.
// - github.com/OneSignal/onesignal-node-api, DefaultApi.md: 200 with an id, and `errors.invalid_aliases` beside it where only some
//   were reached; 200 with id "" (or none) where nobody was: nothing was made.
// - https://documentation.onesignal.com/reference/idempotent-notification-requests: idempotency_key in the body, a UUID, 30 days.
// - https://documentation.onesignal.com/reference/rate-limits: 429 with Retry-After; 503 may come without JSON.
// - https://documentation.onesignal.com/reference/delete-subscription: DELETE /apps/{app_id}/subscriptions/{subscription_id},
//   and /reference/transfer-subscription: PATCH .../owner with the identity of whose it is from now on.
import * as z from "zod";
import type { Outgoing, PushDevices, Sender, SendOutcome } from "../domain/notifications/sender.ts";
import { type MessageAnswer, type MessageVendorConfig, openMessageVendor, unsent } from "./message-call.ts";

export interface OneSignalConfig extends Omit<MessageVendorConfig, "service" | "headers"> {
  appId: string;
  apiKey: string;
}

/** The variables of src/providers/vendor-settings.ts that it is made of. */
interface OneSignalSettings {
  ONESIGNAL_APP_ID?: string | undefined;
  ONESIGNAL_API_KEY?: string | undefined;
  ONESIGNAL_URL: string;
  ONESIGNAL_TIMEOUT: number;
}

/** Null where it is not configured. */
export function openOneSignal(
  config: OneSignalSettings,
  made: Pick<MessageVendorConfig, "circuits" | "metrics">,
): (Sender & { devices: PushDevices }) | null {
  const { ONESIGNAL_APP_ID: appId, ONESIGNAL_API_KEY: apiKey } = config;
  if (appId === undefined || apiKey === undefined) return null;
  return oneSignal({
    ...made,
    baseUrl: config.ONESIGNAL_URL,
    appId,
    apiKey,
    timeoutMs: config.ONESIGNAL_TIMEOUT * 1000,
  });
}

const AT_ONCE = 3;
const MOST_AT_ONCE = 20;
/** A push service keeps it so long for a device that is switched off; an offer is over by then. */
const LIVES_SECONDS = 86_400;

/** Where nobody was reached `errors` is a list of sentences, which are the vendor's: the absence of an id says it. */
const created = z.object({ id: z.string().max(100).nullish() });

/** Throws an Error, at the start, for a base address that may not be called. */
export function oneSignal({ appId, apiKey, ...made }: OneSignalConfig): Sender & { devices: PushDevices } {
  const vendor = openMessageVendor({ ...made, service: "onesignal", headers: { authorization: `Key ${apiKey}` } });

  const pathOf = (deviceId: string) =>
    `apps/${encodeURIComponent(appId)}/subscriptions/${encodeURIComponent(deviceId)}`;

  async function sendOne(item: Outgoing): Promise<SendOutcome> {
    const answer = await vendor({
      method: "POST",
      path: "notifications?c=push",
      body: { ...pushOf(item), app_id: appId, idempotency_key: await uuidOf(item.id) },
      idempotent: true,
      // 404: no such app.
      keyRefusedBy: [401, 403, 404],
      read: async ({ text }) => created.parse(JSON.parse(await text())).id || null,
    });
    return outcomeOf(item.id, answer);
  }

  return {
    channel: "push",
    vendor: "onesignal",
    isIdempotent: true,
    mostAtOnce: MOST_AT_ONCE,
    async send(items) {
      const outcomes: SendOutcome[] = [];
      for (let i = 0; i < items.length; i += AT_ONCE) {
        outcomes.push(...(await Promise.all(items.slice(i, i + AT_ONCE).map(sendOne))));
      }
      return outcomes;
    },
    devices: {
      appId,
      async give(deviceId, userId) {
        const answer = await vendor({
          method: "PATCH",
          path: `${pathOf(deviceId)}/owner`,
          body: { identity: { external_id: userId } },
          idempotent: true,
          read: () => null,
        });
        if (answer.ok) return "done";
        return answer.status === 404 || answer.status === 400 ? "unknown" : "failed";
      },
      async end(deviceId) {
        const answer = await vendor({ method: "DELETE", path: pathOf(deviceId), idempotent: true, read: () => null });
        if (answer.ok) return "done";
        return answer.status === 404 ? "unknown" : "failed";
      },
    },
  };
}

function outcomeOf(id: string, answer: MessageAnswer<string | null>): SendOutcome {
  if (answer.ok && answer.value !== null) return { id, outcome: "sent", vendorId: answer.value };
  // No device of this person takes messages: he never asked for them here, or has ended it in his browser.
  if (answer.ok) return { id, outcome: "refused", reason: "no_device" };
  // The same key again is the same message: what is unsure is asked again.
  return { id, ...unsent(answer) };
}

/** The subject alone: a text would stand on a locked screen, and is read in Vez. */
function pushOf({ id, to, subject, link }: Outgoing): Record<string, unknown> {
  return {
    include_aliases: { external_id: [to] },
    target_channel: "push",
    // Everybody gets these words whatever language the device has: they are in the person's own already.
    headings: { en: "Vez", pt: "Vez" },
    contents: { en: subject, pt: subject },
    ...(link === null ? {} : { web_url: link }),
    // Not shown: it comes back in the event stream as message.name.
    name: id,
    ttl: LIVES_SECONDS,
  };
}

/** A UUID of the notification's id, in the shape of a version 4 as its SDKs ask for: the same whenever, and by whomever, it is made. */
export async function uuidOf(notificationId: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`vez:notification:${notificationId}`));
  const bytes = new Uint8Array(digest, 0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
