// WhatsApp by the Evolution API v2: one text out, looking for one, and what a person recorded.
// Published documentation: https://doc.evolution-api.com/v2/api-reference/message-controller/send-text (POST /message/sendText/{instance}
// {number, text, linkPreview}, header apikey, 201 with key.id), .../chat-controller/find-messages (where.key, where.messageTimestamp with both
// gte and lte, page, offset -> messages.records), .../chat-controller/get-base64 (message.key.id -> base64),
// .../instance-controller/connection-state (instance.state: open, connecting, close). A number without WhatsApp is a 400, and so is a phone
// that is offline: the source (src/api/integrations/channel/whatsapp) turns every failed send into BadRequest, hence the look at the state.
import * as z from "zod";
import { VezError } from "../base/errors.ts";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { Outgoing, Sender, SendOutcome } from "../domain/notifications/sender.ts";
import type { Found, TextOutcome, WhatsApp } from "../domain/whatsapp/whatsapp.ts";
import type { Circuits } from "./circuit.ts";
import { storedAnswer, textsAmong } from "./evolution-stored.ts";
import { type HttpVendor, type HttpVendorConfig, openHttpVendor } from "./http.ts";
import { isVendorAway, reasonOf, retryAfterMsOf, statusOf, wasNotCalled } from "./vendor-failure.ts";

/** The variables of src/providers/vendor-settings.ts that it is made of. */
export interface EvolutionConfig {
  EVOLUTION_URL?: string | undefined;
  EVOLUTION_API_KEY?: string | undefined;
  EVOLUTION_INSTANCE?: string | undefined;
  EVOLUTION_TIMEOUT: number;
  /** Of src/env.ts: of one recording. */
  SPEECH_MAX_MB: number;
}

export interface Evolution {
  whatsapp: WhatsApp;
  /** The same for notifications. */
  sender: Sender;
}

/** Null where it is not configured. Throws an Error, at the start, for an address that may not be called. */
export function openEvolution(
  config: EvolutionConfig,
  made: { circuits: Circuits; metrics: Metrics },
): Evolution | null {
  const { EVOLUTION_URL: baseUrl, EVOLUTION_API_KEY: apikey, EVOLUTION_INSTANCE: instance } = config;
  if (baseUrl === undefined || apikey === undefined || instance === undefined) return null;
  const timeoutMs = config.EVOLUTION_TIMEOUT * 1000;
  const name = encodeURIComponent(instance);
  const server = { ...made, service: "evolution", baseUrl, headers: { apikey }, timeoutMs } as const;
  const media = recordings(server, name, config.SPEECH_MAX_MB * 1024 * 1024);
  const whatsapp = { ...speak(openHttpVendor(server), name, timeoutMs + STRAGGLER_MS), media };
  return { whatsapp, sender: senderOf(whatsapp) };
}

const sentAnswer = z.object({ key: z.object({ id: z.string().min(1) }) });
const stateAnswer = z.object({ instance: z.object({ state: z.string() }) });
const mediaAnswer = z.object({ base64: z.base64().min(1) });

/** Its clock and ours may lie so far apart. */
const SKEW_MS = 120_000;

/** Records of one page, and pages of one search: a busy phone says hundreds of texts while one is in doubt. */
const PAGE = 200;
const MOST_PAGES = 5;

/** What was given up here may still be under way there. */
const STRAGGLER_MS = 5000;

/** 404: no such instance. */
const keyRefusedBy = [401, 403, 404];

function speak(vendor: HttpVendor, instance: string, settledAfterMs: number): Omit<WhatsApp, "media"> {
  const isOpen = async () => {
    const path = `instance/connectionState/${instance}`;
    const { instance: found } = await vendor.send(
      { method: "GET", path, idempotent: true, keyRefusedBy },
      stateAnswer.parse,
    );
    return found.state === "open";
  };
  // In a lane of its own: a search that the server cannot answer keeps nobody's text back.
  const page = (where: Record<string, unknown>, offset: number, nth = 1) =>
    vendor.send(
      {
        method: "POST",
        path: `chat/findMessages/${instance}`,
        body: { where, page: nth, offset },
        idempotent: true,
        lane: "bulk",
      },
      (body) => storedAnswer.parse(body).messages,
    );
  return {
    settledAfterMs,
    async send({ to, text }) {
      const body = { number: to, text, linkPreview: false };
      try {
        const path = `message/sendText/${instance}`;
        const { key } = await vendor.send(
          { method: "POST", path, body, idempotent: false, keyRefusedBy },
          sentAnswer.parse,
        );
        return { outcome: "sent", vendorId: key.id };
      } catch (error) {
        return outcomeOf(error, isOpen);
      }
    },
    async find({ to, text, since }) {
      const from = since.getTime() - SKEW_MS;
      const range = { gte: new Date(from).toISOString(), lte: new Date(Date.now() + SKEW_MS).toISOString() };
      try {
        const where = { key: { fromMe: true }, messageTimestamp: range };
        let stored = await page(where, PAGE);
        let found = textsAmong(stored, { to, text, fromMs: from });
        for (let nth = 2; nth <= MOST_PAGES && !found.isAll && stored.records.length < stored.total; nth++) {
          const next = await page(where, PAGE, nth);
          stored = { total: next.total, records: [...stored.records, ...next.records] };
          found = textsAmong(stored, { to, text, fromMs: from });
        }
        if (found.vendorIds.length > 0) return found;
        // More than were read, or a server that keeps no messages at all: nobody can say.
        if (!found.isAll) return "unknown";
        return stored.total > 0 || (await page({}, 1)).total > 0 ? "absent" : "unknown";
      } catch (error) {
        return notLooked(error);
      }
    },
  };
}

/** Beside the recording itself: its names and sizes. */
const ENVELOPE_BYTES = 64_000;
/** Each is held about four times while it is read; an isolate has 128 MB. */
const MOST_RECORDINGS_AT_ONCE = 4;
const TOO_LONG = 413;

/** In the lane of speech: big files on a slow line keep nobody's text back. */
function recordings(server: HttpVendorConfig, instance: string, most: number): WhatsApp["media"] {
  const mostBytes = Math.ceil((most * 4) / 3) + ENVELOPE_BYTES;
  const bounds = { mostBytes, tooLongStatus: TOO_LONG, mostAtOnce: MOST_RECORDINGS_AT_ONCE };
  const vendor = openHttpVendor({ ...server, ...bounds });
  return async (vendorId) => {
    const body = { message: { key: { id: vendorId } }, convertToMp4: false };
    const path = `chat/getBase64FromMediaMessage/${instance}`;
    const call = { method: "POST", path, body, idempotent: true, mostTries: 2, lane: "speech" } as const;
    try {
      const sound = await vendor.send(call, (answer) =>
        Uint8Array.from(atob(mediaAnswer.parse(answer).base64), (letter) => letter.charCodeAt(0)),
      );
      if (sound.length <= most) return sound;
    } catch (error) {
      if (statusOf(error) !== TOO_LONG) throw error;
    }
    throw new VezError("sound_too_large", { status: 413, detail: "The recording is too large. Write it instead." });
  };
}

/** An answer that cannot be read, and a no, are an answer: waiting for another one is not worth a person's whole line. */
function notLooked(error: unknown): Found {
  if (isVendorAway(error)) return "away";
  if (error instanceof VezError) return "unknown";
  throw error;
}

/** A gateway's word that the server behind it did not answer: it may still be at work on the text. */
const GAVE_UP_WAITING: ReadonlySet<number> = new Set([502, 504, 520, 524]);

/** What was surely not handed over may be tried again; what may have been is looked for first. */
async function outcomeOf(error: unknown, isOpen: () => Promise<boolean>): Promise<TextOutcome> {
  const reason = reasonOf(error);
  const retryAfterMs = retryAfterMsOf(error);
  if (reason === "rate_limited" || wasNotCalled(reason)) return { outcome: "failed", reason, retryAfterMs };
  if (GAVE_UP_WAITING.has(statusOf(error) ?? 0)) return { outcome: "unsure", reason: "timeout", retryAfterMs };
  if (reason !== "refused") return { outcome: "unsure", reason, retryAfterMs };
  // Wrong for this person, or for everybody at this moment (a phone off line, a wrong key or instance)?
  const connected = statusOf(error) === 400 && (await isOpen().catch(() => false));
  return connected
    ? { outcome: "refused", reason: "no_such_number", retryAfterMs: null }
    : { outcome: "failed", reason: "not_connected", retryAfterMs: null };
}

function senderOf(whatsapp: WhatsApp): Sender {
  return {
    channel: "whatsapp",
    vendor: "evolution",
    isIdempotent: false,
    // One call a message: few enough that a batch ends in time.
    mostAtOnce: 5,
    async send(items) {
      const outcomes: SendOutcome[] = [];
      // One after another: what is handed over at once may arrive in any order.
      for (const item of items) outcomes.push({ id: item.id, ...(await sendOne(whatsapp, item)) });
      return outcomes;
    },
    find: ({ to, text }, since) => whatsapp.find({ to: to.replace(/^\+/, ""), text, since }),
  };
}

type Outcome =
  | { outcome: "sent"; vendorId: string }
  | { outcome: "refused" | "failed" | "unsure"; reason: string; retryAfterMs?: number };

async function sendOne(whatsapp: WhatsApp, { to, text }: Outgoing): Promise<Outcome> {
  const sent = await whatsapp.send({ to: to.replace(/^\+/, ""), text });
  if (sent.outcome === "sent") return { outcome: "sent", vendorId: sent.vendorId };
  const { outcome, reason, retryAfterMs } = sent;
  return { outcome, reason, ...(retryAfterMs === null ? {} : { retryAfterMs }) };
}
