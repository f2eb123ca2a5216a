// OneSignal as documented: takes pushes for the people it knows, once for a key, and tells of them by an event stream.
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type StandIn, serveVendor, type VendorAnswer } from "./vendor-stand-in.ts";

export const ONESIGNAL_APP = "6f1e0c52-0f0b-4f3e-9d54-1d3c36a6a1f0";
export const ONESIGNAL_KEY = "os_v2_app_stand-in";
export const ONESIGNAL_TOKEN = "token-of-the-stream";

export interface Push {
  id: string;
  notificationId: string;
  to: string;
  contents: Record<string, string>;
  url: string | null;
}

export interface OneSignalStandIn extends StandIn {
  /** What it made, oldest first; the same key again makes nothing. */
  pushes: Push[];
  /** Whoever has a device: by the person's id. */
  devices: Set<string>;
  /** Whose each device is by the API; those that were ended are not in it. */
  owners: Map<string, string>;
  /** Devices that were ended by the API. */
  ended: Set<string>;
  answerPushes(status: number | null): void;
  /** Takes the push, then loses the connection, as often as this says; what comes after it gets `then`. */
  loseAnswers(times: number, then?: number): void;
  /** Posts one event as a stream does that was set up by the runbook. */
  tell(url: string, event: Record<string, unknown>, token?: string): Promise<Response>;
}

const words = z.record(z.string(), z.string()).refine((byLanguage) => byLanguage.en !== undefined);
const ownerBody = z.object({ identity: z.object({ external_id: z.string().min(1) }).strict() }).strict();
const pushBody = z
  .object({
    app_id: z.literal(ONESIGNAL_APP),
    include_aliases: z.object({ external_id: z.tuple([z.string().min(1)]) }).strict(),
    target_channel: z.literal("push"),
    idempotency_key: z.uuidv4(),
    headings: words,
    contents: words,
    web_url: z.url().optional(),
    name: z.string().max(128),
    ttl: z.number().int().positive(),
  })
  .strict();

export async function serveOneSignal(): Promise<OneSignalStandIn> {
  const pushes: Push[] = [];
  const devices = new Set<string>();
  const owners = new Map<string, string>();
  const ended = new Set<string>();
  const known = new Map<string, string>();
  let status: number | null = null;
  let losses = 0;
  let afterLosses: number | null = null;
  const standIn = await serveVendor((asked, _fault, method) => {
    if (asked.authorization !== `Key ${ONESIGNAL_KEY}`) return refusal(403, "Access denied.");
    const device = /^\/apps\/([^/]+)\/subscriptions\/([^/]+)(\/owner)?$/.exec(asked.path);
    if (device?.[1] === ONESIGNAL_APP && device[2] !== undefined) {
      return keepDevice(device[2], device[3] === undefined ? method : `${method} owner`, asked.body);
    }
    if (method !== "POST" || asked.path !== "/notifications?c=push") return refusal(404, "Not found");
    if (status !== null) return refusal(status, "no");
    const { data } = pushBody.safeParse(asked.body);
    if (data === undefined) return refusal(400, "Request is malformed");
    const to = data.include_aliases.external_id[0];
    if (!devices.has(to)) return { status: 200, body: { id: "", errors: ["All included players are not subscribed"] } };
    const id = known.get(data.idempotency_key) ?? randomUUID();
    if (!known.has(data.idempotency_key)) {
      known.set(data.idempotency_key, id);
      pushes.push({ id, notificationId: data.name, to, contents: data.contents, url: data.web_url ?? null });
    }
    if (losses > 0) {
      losses--;
      if (losses === 0) status = afterLosses;
      // No such status: the server throws on it, and the connection is lost after the push was taken.
      return { status: 0, body: undefined };
    }
    return { status: 200, body: { id, external_id: data.idempotency_key } };
  });
  function keepDevice(id: string, what: string, body: unknown): VendorAnswer {
    if (ended.has(id)) return refusal(404, "Not found");
    if (what === "DELETE") {
      ended.add(id);
      owners.delete(id);
      return { status: 202, body: {} };
    }
    const { data } = ownerBody.safeParse(body);
    if (what !== "PATCH owner" || data === undefined) return refusal(400, "Request is malformed");
    owners.set(id, data.identity.external_id);
    return { status: 202, body: { identity: data.identity } };
  }

  return {
    ...standIn,
    pushes,
    devices,
    owners,
    ended,
    answerPushes: (next) => {
      status = next;
    },
    loseAnswers: (times, then) => {
      losses = times;
      afterLosses = then ?? null;
    },
    tell: (url, event, token = ONESIGNAL_TOKEN) =>
      fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify(event),
      }),
  };
}

/** An event as the runbook's body renders it. */
export function pushEvent(kind: string, push: Pick<Push, "notificationId">): Record<string, unknown> {
  return {
    event_id: randomUUID(),
    kind,
    timestamp: Math.floor(Date.now() / 1000),
    message_name: push.notificationId,
    subscription_id: randomUUID(),
  };
}

function refusal(status: number, message: string) {
  return { status, body: { errors: [message] } };
}
