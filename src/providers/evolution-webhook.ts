// What the Evolution API tells: a person's message, what became of ours, and whether the phone is connected.
// Published documentation: https://doc.evolution-api.com/v2/en/configuration/webhooks (events, body {event, instance, data, date_time, sender},
// custom headers) and, for the fields of `data`, the source of v2 (whatsapp.baileys.service.ts: messages.upsert {key {remoteJid, remoteJidAlt,
// senderPn, fromMe, id}, message, messageType, messageTimestamp}; messages.update {keyId, status}; connection.update {state}).
// No signature and no signed moment: `date_time` is the server's local time with a Z behind it, and a phone that was off line delivers what is
// hours old. So there is no window of five minutes; the token opens, and the id of a message makes a replay harmless.
import * as z from "zod";
import { VezError } from "../base/errors.ts";
import { sha256Hex } from "../domain/contracts/sha256.ts";
import type { InboundEvent, InboundReader } from "../domain/inbound/vendor-webhook.ts";
import { addressOf } from "../domain/whatsapp/address.ts";
import { equalInConstantTime, webhookRefused } from "./webhook-signature.ts";

/** What a person sent, as it is kept until it is handled. */
export const heardBody = z.object({
  phone: z.string().nullable(),
  lid: z.string().nullable(),
  to: z.string(),
  kind: z.enum(["text", "voice", "file", "other"]),
  text: z.string(),
});
export type HeardBody = z.infer<typeof heardBody>;

export const receiptBody = z.object({ vendorId: z.string(), status: z.string() });
export const connectionBody = z.object({ state: z.string() });

const webhook = z.object({ event: z.string().min(1).max(100), instance: z.string(), data: z.unknown() });

const upsert = z.object({
  key: z.object({
    remoteJid: z.string(),
    remoteJidAlt: z.string().nullish(),
    senderPn: z.string().nullish(),
    fromMe: z.boolean(),
    id: z.string().min(1).max(100),
  }),
  message: z.record(z.string(), z.unknown()).nullish(),
});
const update = z.object({ keyId: z.string().min(1).max(100), status: z.string().max(40).nullish() });
const connection = z.object({ state: z.string().max(40), statusReason: z.union([z.string(), z.number()]).nullish() });

/** Sent where somebody switched them on; nothing here needs them, and some come by the second. */
const PASSED_OVER = new Set(
  (
    "application.startup instance.create instance.delete qrcode.updated messages.set messages.delete messages.edited send.message " +
    "send.message.update contacts.set contacts.upsert contacts.update presence.update chats.set chats.upsert chats.update chats.delete " +
    "groups.upsert groups.update group-participants.update group.participants.update labels.edit labels.association call " +
    "typebot.start typebot.change.status remove.instance logout.instance status.instance errors"
  ).split(" "),
);

/** `token`: what the server sends after Bearer; `instance`: whose events these must be. */
export function evolutionReader({ token, instance }: { token: string; instance: string }): InboundReader {
  return {
    vendor: "evolution",
    async read({ bytes, headers }) {
      const given = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
      if (!equalInConstantTime(given, token)) throw webhookRefused();
      const body = checked(webhook, jsonOf(bytes));
      if (body.instance !== instance) throw webhookRefused();
      // Some events come as "MESSAGES_UPSERT", as the configuration spells them.
      const type = body.event.toLowerCase().replaceAll("_", ".");
      if (PASSED_OVER.has(type)) return [];
      if (type === "messages.upsert") return each(body.data).then((all) => all.flat());
      if (type === "messages.update") return listOf(body.data).flatMap(receiptOf);
      const hash = (await sha256Hex(bytes)).slice(0, 32);
      if (type === "connection.update") return [connectionOf(body.data, hash)];
      // Nobody here knows what is in it: only that it came.
      return [{ id: `${type}:${hash}`, type, body: {}, line: null }];
    },
  };
}

function each(data: unknown): Promise<InboundEvent[][]> {
  return Promise.all(listOf(data).map(heardOf));
}

/** Nothing of groups and broadcasts, of what we or the phone's owner wrote, and of what is no message to anybody (a reaction). */
async function heardOf(data: unknown): Promise<InboundEvent[]> {
  const { key, message } = checked(upsert, data);
  const address = addressOf(key);
  if (key.fromMe || address === null || message == null) return [];
  const content = contentOf(message);
  if (content === null) return [];
  const who = await sha256Hex(new TextEncoder().encode(address.phone ?? address.to));
  const body: HeardBody = { ...address, ...content };
  return [{ id: key.id, type: "messages.upsert", body, line: `whatsapp-in:${who.slice(0, 32)}` }];
}

function receiptOf(data: unknown): InboundEvent[] {
  const { keyId, status } = checked(update, data);
  if (status == null) return [];
  const body: z.infer<typeof receiptBody> = { vendorId: keyId, status };
  return [{ id: `${keyId}:${status}`, type: "messages.update", body, line: null }];
}

function connectionOf(data: unknown, hash: string): InboundEvent {
  const { state } = checked(connection, data);
  const body: z.infer<typeof connectionBody> = { state };
  return { id: `connection:${hash}`, type: "connection.update", body, line: null };
}

const texts = z.object({
  conversation: z.string().nullish(),
  extendedTextMessage: z.object({ text: z.string().nullish() }).nullish(),
  buttonsResponseMessage: z.object({ selectedDisplayText: z.string().nullish() }).nullish(),
  templateButtonReplyMessage: z.object({ selectedDisplayText: z.string().nullish() }).nullish(),
  listResponseMessage: z.object({ title: z.string().nullish() }).nullish(),
});
const caption = z.object({ caption: z.string().nullish() });

const WRAPPED = [
  "ephemeralMessage",
  "viewOnceMessage",
  "viewOnceMessageV2",
  "viewOnceMessageV2Extension",
  "documentWithCaptionMessage",
] as const;
const FILES = ["imageMessage", "videoMessage", "documentMessage", "ptvMessage"] as const;
const OTHERS =
  /^(sticker|location|liveLocation|contact|contactsArray|poll(Creation)?|product|order|event)(Message)?(V\d)?$/;

type Content = Pick<HeardBody, "kind" | "text">;

/** Null for what says nothing: reactions, votes, receipts, keys, edits and deletions. */
function contentOf(message: Record<string, unknown>): Content | null {
  for (const wrapper of WRAPPED) {
    const inner = z.object({ message: z.record(z.string(), z.unknown()) }).safeParse(message[wrapper]).data;
    if (inner !== undefined) return contentOf(inner.message);
  }
  const words = texts.safeParse(message).data;
  const text =
    words?.conversation ??
    words?.extendedTextMessage?.text ??
    words?.buttonsResponseMessage?.selectedDisplayText ??
    words?.templateButtonReplyMessage?.selectedDisplayText ??
    words?.listResponseMessage?.title;
  if (text != null && text.trim() !== "") return { kind: "text", text };
  if (message.audioMessage != null) return { kind: "voice", text: "" };
  const file = FILES.map((name) => message[name]).find((found) => found != null);
  if (file !== undefined) return { kind: "file", text: caption.safeParse(file).data?.caption ?? "" };
  return Object.keys(message).some((name) => OTHERS.test(name)) ? { kind: "other", text: "" } : null;
}

function listOf(data: unknown): unknown[] {
  return Array.isArray(data) ? data : [data];
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw unreadable();
  }
}

function checked<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw unreadable();
}

/** Nothing of what was sent is repeated. */
function unreadable(): VezError {
  return new VezError("invalid_input", {
    status: 400,
    detail: "This is not a webhook of the Evolution API v2 as documented.",
  });
}
