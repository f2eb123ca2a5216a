// The Evolution API v2 as documented: texts out, looking for them, recordings, the phone's state, and its webhooks with their token.
import { z } from "zod";
import { isSameNumber } from "../../src/domain/whatsapp/address.ts";
import { type StandIn, serveVendor, type VendorAnswer } from "./vendor-stand-in.ts";

export const EVOLUTION = {
  apiKey: "evolution-stand-in-0123456789",
  instance: "vez phone",
  webhookToken: "evolution-webhook-token-0123456789",
} as const;

export interface AcceptedText {
  id: string;
  /** Digits, or an id that hides the number. */
  to: string;
  text: string;
  atMs: number;
}

export interface Written {
  /** Digits as WhatsApp has them. */
  from: string;
  text?: string;
  id?: string;
  /** What stands in `message` instead of a text. */
  message?: Record<string, unknown>;
  /** Milliseconds since the epoch: when the phone sent it, which may be long ago. */
  atMs?: number;
  key?: Record<string, unknown>;
}

export interface EvolutionStandIn extends StandIn {
  /** What was accepted, oldest first; nothing is ever forgotten, so that "twice" can be counted. */
  accepted: AcceptedText[];
  textsTo(number: string): string[];
  /** Numbers that have no WhatsApp: refused with 400, as documented. */
  withoutWhatsApp: Set<string>;
  /** `close`: the phone is off line, and every text is refused with 400. */
  state: "open" | "close" | "connecting";
  /** False: the server keeps no messages, and nothing can be looked for. */
  keepsMessages: boolean;
  /** True: what it was asked of moments is ignored, as by some versions, and everything that was ever sent is given. */
  ignoresMoments: boolean;
  /** Records of another shape, given with the others. */
  oddRecords: unknown[];
  sounds: Map<string, Uint8Array>;
  /** What the product needs to know of it. */
  settings(): Record<string, string>;
  /** Sends webhooks to the product at `origin`; resolves with the statuses. */
  write(origin: string, written: Written): Promise<number>;
  tell(origin: string, event: string, data: unknown, changed?: { token?: string; instance?: string }): Promise<number>;
}

const textRequest = z.strictObject({
  number: z.string().min(5),
  text: z.string().min(1),
  linkPreview: z.boolean().optional(),
});
const findRequest = z.strictObject({
  where: z.strictObject({
    key: z.strictObject({ fromMe: z.boolean().optional() }).optional(),
    messageTimestamp: z.strictObject({ gte: z.iso.datetime(), lte: z.iso.datetime() }).optional(),
  }),
  page: z.int().min(1),
  offset: z.int().min(1),
});
const mediaRequest = z.strictObject({
  message: z.strictObject({ key: z.strictObject({ id: z.string() }) }),
  convertToMp4: z.boolean(),
});

let serial = 0;

export async function serveEvolution(): Promise<EvolutionStandIn> {
  const instance = encodeURIComponent(EVOLUTION.instance);
  const made = {
    accepted: [] as AcceptedText[],
    withoutWhatsApp: new Set<string>(),
    state: "open" as EvolutionStandIn["state"],
    keepsMessages: true,
    ignoresMoments: false,
    oddRecords: [] as unknown[],
    sounds: new Map<string, Uint8Array>(),
  };

  function sendText(body: unknown): VendorAnswer {
    const { data: sent } = textRequest.safeParse(body);
    if (sent === undefined) return bad("instance requires property");
    if (made.state !== "open") return bad("Error: Connection Closed");
    if ([...made.withoutWhatsApp].some((number) => isSameNumber(number, sent.number))) {
      return bad([{ jid: `${sent.number}@s.whatsapp.net`, exists: false, number: sent.number }]);
    }
    const id = `3EB0${String(++serial).padStart(16, "0")}`;
    made.accepted.push({ id, to: sent.number, text: sent.text, atMs: Date.now() });
    const key = { remoteJid: jidOf(sent.number), fromMe: true, id };
    const message = { conversation: sent.text };
    const messageTimestamp = Math.floor(Date.now() / 1000);
    return { status: 201, body: { key, message, messageTimestamp, messageType: "conversation", status: "PENDING" } };
  }

  function find(body: unknown): VendorAnswer {
    const { data: asked } = findRequest.safeParse(body);
    if (asked === undefined) return bad("where");
    const { gte, lte } = made.ignoresMoments ? {} : (asked.where.messageTimestamp ?? {});
    const within = ({ atMs }: AcceptedText) =>
      (gte === undefined || atMs >= Date.parse(gte) - 1000) && (lte === undefined || atMs <= Date.parse(lte));
    const stored = made.keepsMessages ? made.accepted.filter(within) : [];
    const texts = stored.map(({ id, to, text, atMs }) => ({
      id: `row-${id}`,
      key: { id, fromMe: true, remoteJid: jidOf(to) },
      messageType: "conversation",
      message: { conversation: text },
      messageTimestamp: Math.floor(atMs / 1000),
    }));
    // Newest first.
    const records = [...made.oddRecords, ...texts.toSorted((a, b) => b.messageTimestamp - a.messageTimestamp)];
    // A phone that speaks has received before.
    const total = records.length + (made.keepsMessages && asked.where.key === undefined ? 1 : 0);
    return {
      status: 200,
      body: {
        messages: {
          total,
          pages: Math.max(1, Math.ceil(records.length / asked.offset)),
          currentPage: asked.page,
          records: records.slice((asked.page - 1) * asked.offset, asked.page * asked.offset),
        },
      },
    };
  }

  function media(body: unknown): VendorAnswer {
    const { data: asked } = mediaRequest.safeParse(body);
    const sound = asked === undefined ? undefined : made.sounds.get(asked.message.key.id);
    if (sound === undefined) return bad("Message not found");
    const base64 = Buffer.from(sound).toString("base64");
    return {
      status: 201,
      body: { mediaType: "audioMessage", mimetype: "audio/ogg; codecs=opus", base64, buffer: null },
    };
  }

  const standIn = await serveVendor((asked, _fault, method, headers) => {
    if (headers.apikey !== EVOLUTION.apiKey) return { status: 401, body: { status: 401, error: "Unauthorized" } };
    const [path, name] = splitPath(asked.path);
    if (name !== instance) return { status: 404, body: { status: 404, error: "Not Found" } };
    if (path === "/message/sendText" && method === "POST") return sendText(asked.body);
    if (path === "/chat/findMessages" && method === "POST") return find(asked.body);
    if (path === "/chat/getBase64FromMediaMessage" && method === "POST") return media(asked.body);
    if (path === "/instance/connectionState" && method === "GET") {
      return { status: 200, body: { instance: { instanceName: EVOLUTION.instance, state: made.state } } };
    }
    return { status: 404, body: { status: 404, error: "Not Found" } };
  });

  return Object.assign(made, standIn, {
    textsTo: (number: string) =>
      made.accepted.filter(({ to }) => to === number || isSameNumber(to, number)).map(({ text }) => text),
    settings: () => ({
      EVOLUTION_URL: standIn.url,
      EVOLUTION_API_KEY: EVOLUTION.apiKey,
      EVOLUTION_INSTANCE: EVOLUTION.instance,
      EVOLUTION_WEBHOOK_TOKEN: EVOLUTION.webhookToken,
    }),
    write: (origin: string, written: Written) => post(origin, messageBody(written)),
    tell: (origin: string, event: string, data: unknown, changed: { token?: string; instance?: string } = {}) =>
      post(origin, webhookBody(event, data, changed.instance), changed.token),
  });
}

/** A `messages.upsert` as the server sends it. */
export function messageBody({ from, text, id, message, atMs = Date.now(), key = {} }: Written) {
  return webhookBody("messages.upsert", {
    key: { remoteJid: jidOf(from), fromMe: false, id: id ?? `3A${String(++serial).padStart(18, "0")}`, ...key },
    pushName: "Maria",
    status: "DELIVERY_ACK",
    message: message ?? { conversation: text, messageContextInfo: { deviceListMetadataVersion: 2 } },
    messageType: message === undefined ? "conversation" : Object.keys(message)[0],
    messageTimestamp: Math.floor(atMs / 1000),
    instanceId: "bae4",
    source: "android",
  });
}

export function webhookBody(event: string, data: unknown, instance: string = EVOLUTION.instance) {
  // The server's local time with a Z behind it, as it really comes.
  const date_time = new Date(Date.now() - 3 * 3_600_000).toISOString();
  return {
    event,
    instance,
    data,
    destination: "http://vez",
    date_time,
    sender: "5511900000000@s.whatsapp.net",
    apikey: null,
  };
}

async function post(origin: string, body: unknown, token: string = EVOLUTION.webhookToken): Promise<number> {
  const response = await fetch(`${origin}/webhooks/evolution`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  await response.body?.cancel();
  return response.status;
}

function jidOf(number: string): string {
  return number.includes("@") ? number : `${number}@s.whatsapp.net`;
}

function splitPath(path: string): [string, string] {
  const at = path.lastIndexOf("/");
  return [path.slice(0, at), path.slice(at + 1)];
}

function bad(message: unknown): VendorAnswer {
  return { status: 400, body: { status: 400, error: "Bad Request", response: { message } } };
}
