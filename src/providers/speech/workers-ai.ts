// Speech to text by Whisper on Workers AI: through the binding, or over REST where there is none.
//
// Taken from developers.cloudflare.com/workers-ai/models/whisper-large-v3-turbo: {audio: base64, task, language (ISO 639-1), vad_filter,
// condition_on_previous_text (false: fewer loops of words that nobody said)}, the answer's `text`; over REST wrapped into {success, result}.
import * as z from "zod";
import { type Sound, type SpeechToText, spokenLanguage } from "../../domain/speech/speech-to-text.ts";
import { type CallLimits, type CallOutConfig, makeCallOut } from "../call-out.ts";
import { checked, openHttpVendor } from "../http.ts";

/** What is used of the binding; the platform's own type knows every model there is. */
export interface SpeechBinding {
  run(model: string, inputs: object, options?: { signal?: AbortSignal }): Promise<unknown>;
}

const MODEL = "@cf/openai/whisper-large-v3-turbo";
/** Hearing the same sound twice has one effect; somebody waits, so there is one more try and not two. */
const LIMITS: CallLimits = { idempotent: true, mostTries: 2, lane: "speech" };
/** Ten minutes of quick speech with the times of every word stay well below. */
const MOST_BYTES = 2_000_000;

const answer = z.object({ text: z.string() });
/** The REST API wraps what the binding gives bare. */
const wrapped = z.object({ success: z.literal(true), result: z.unknown() });

type Made = Pick<CallOutConfig, "timeoutMs" | "circuits" | "metrics">;

export function workersAiSpeech(config: Made & { ai: SpeechBinding }): SpeechToText {
  const callOut = makeCallOut({ service: "workers_ai", ...config });
  return {
    key: "workers_ai",
    transcribe(sound) {
      const inputs = inputsOf(sound);
      return callOut(LIMITS, async (signal) =>
        checked("workers_ai", await config.ai.run(MODEL, inputs, { signal }), (body) => answer.parse(body).text),
      );
    },
  };
}

/** Throws an Error, at the start, for a base address that may not be called. */
export function workersAiRestSpeech(
  config: Made & { accountId: string; token: string; baseUrl: string },
): SpeechToText {
  const headers = { authorization: `Bearer ${config.token}` };
  const vendor = openHttpVendor({ service: "workers_ai", ...config, headers, mostBytes: MOST_BYTES });
  const path = `client/v4/accounts/${encodeURIComponent(config.accountId)}/ai/run/${MODEL}`;
  return {
    key: "workers_ai",
    transcribe: (sound) =>
      vendor.send(
        { ...LIMITS, method: "POST", path, body: inputsOf(sound) },
        (body) => answer.parse(wrapped.parse(body).result).text,
      ),
  };
}

/** The model's own filters against silence are on: each segment stands for itself, and what is no voice is left out. */
function inputsOf(sound: Sound) {
  return {
    audio: base64(sound.bytes),
    task: "transcribe",
    language: spokenLanguage(sound.locale),
    vad_filter: true,
    condition_on_previous_text: false,
  };
}

/** A multiple of three, so that the parts join without padding, and few enough to be arguments of one call. */
const PART_BYTES = 3 * 8192;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += PART_BYTES) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PART_BYTES)));
  }
  return text;
}
