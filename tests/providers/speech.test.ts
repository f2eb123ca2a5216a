// Speech to text by vendors: the documented protocols, and every way in which an answer can be no good.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { SOUND_KINDS } from "../../src/domain/speech/sound-kind.ts";
import type { Sound, SpeechToText } from "../../src/domain/speech/speech-to-text.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { openSpeech } from "../../src/providers/speech/open-speech.ts";
import type { SpeechBinding } from "../../src/providers/speech/workers-ai.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import { OPENAI_KEY } from "../support/openai-stand-in.ts";
import { FIRST_BYTES, wavOf } from "../support/sounds.ts";
import { type SpeechStandIn, serveOpenAiSpeech, serveWorkersAiSpeech } from "../support/speech-stand-in.ts";
import type { Fault } from "../support/vendor-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN } from "../support/workers-ai-stand-in.ts";

const WORDS = "Fui demitida ontem e não recebi nada.";
const SOUND: Sound = { bytes: FIRST_BYTES.ogg, kind: "ogg", locale: "pt-BR" };
const REASONS = {
  refused_connection: "error",
  hangs: "timeout",
  drips: "timeout",
  status_500: "error",
  status_401: "refused",
  rate_limited: "rate_limited",
  redirects: "refused",
  not_json: "invalid_answer",
  truncated: "invalid_answer",
  wrong_shape: "invalid_answer",
} as const satisfies Partial<Record<Fault, string>>;

let openAi: SpeechStandIn;
let workersAi: SpeechStandIn;
beforeAll(async () => {
  [openAi, workersAi] = await Promise.all([serveOpenAiSpeech(WORDS), serveWorkersAiSpeech(WORDS)]);
});
afterAll(() => Promise.all([openAi.close(), workersAi.close()]));
afterEach(() => {
  for (const standIn of [openAi, workersAi]) {
    standIn.fail(null);
    standIn.takeRequests();
  }
});

const config = () => ({
  SPEECH_PROVIDERS: ["workers_ai", "openai"] as const,
  SPEECH_TIMEOUT: 0.5,
  OPENAI_API_KEY: OPENAI_KEY,
  OPENAI_BASE_URL: openAi.url,
  OPENAI_SPEECH_MODEL: "gpt-4o-mini-transcribe",
  CLOUDFLARE_ACCOUNT_ID: CLOUDFLARE_ACCOUNT,
  CLOUDFLARE_API_TOKEN: CLOUDFLARE_TOKEN,
  CLOUDFLARE_API_URL: workersAi.url,
});
const made = () => ({ circuits: new Circuits(), metrics: new MetricsBuffer() });
const only = (key: SpeechToText["key"]): SpeechToText => {
  const [model] = openSpeech({ ...config(), SPEECH_PROVIDERS: [key] }, undefined, made());
  if (model === undefined) throw new Error(`nobody is ${key}`);
  return model;
};

test.each([
  ["openai", "OPENAI_TIMEOUT"],
  ["workers_ai", "WORKERS_AI_TIMEOUT"],
] as const)("the smaller of SPEECH_TIMEOUT and its vendor's own bounds a call to %s", async (key, variable) => {
  (key === "openai" ? openAi : workersAi).fail("hangs");
  const settings = { ...config(), SPEECH_PROVIDERS: [key], SPEECH_TIMEOUT: 20, [variable]: 0.2 };
  const [model] = openSpeech(settings, undefined, made());
  const startedAt = Date.now();
  await expect(model?.transcribe(SOUND)).rejects.toMatchObject({ code: "vendor_timeout" });
  expect(Date.now() - startedAt).toBeLessThan(4000);
});

describe("who is asked", () => {
  test("is in the order of the setting", () => {
    const keys = (order: ("workers_ai" | "openai")[]) =>
      openSpeech({ ...config(), SPEECH_PROVIDERS: order }, undefined, made()).map(({ key }) => key);
    expect(keys(["workers_ai", "openai"])).toEqual(["workers_ai", "openai"]);
    expect(keys(["openai", "workers_ai"])).toEqual(["openai", "workers_ai"]);
    expect(keys([])).toEqual([]);
  });

  test("is nobody without a key, also where a key is there and empty", () => {
    const bare = { ...config(), OPENAI_API_KEY: "", CLOUDFLARE_API_TOKEN: undefined };
    expect(openSpeech(bare, undefined, made())).toEqual([]);
  });

  test("is Workers AI by its binding where there is one", async () => {
    const asked: unknown[] = [];
    const ai: SpeechBinding = {
      run: async (model, inputs) => {
        asked.push([model, inputs]);
        return { text: WORDS, word_count: 7 };
      },
    };
    const [model] = openSpeech(config(), ai, made());
    expect(await model?.transcribe(SOUND)).toBe(WORDS);
    const audio = Buffer.from(SOUND.bytes).toString("base64");
    expect(asked).toMatchObject([["@cf/openai/whisper-large-v3-turbo", { audio, language: "pt" }]]);
    expect(workersAi.takeRequests()).toEqual([]);
  });
});

describe.each(["workers_ai", "openai"] as const)("%s", (key) => {
  const standIn = () => (key === "openai" ? openAi : workersAi);

  test.each(SOUND_KINDS)("gives the words of a sound of kind %s", async (kind) => {
    expect(await only(key).transcribe({ bytes: FIRST_BYTES[kind], kind, locale: "en" })).toBe(WORDS);
  });

  test("gets every byte, the language of the conversation, and nothing of the person", async () => {
    // Several parts of the text that Workers AI takes, the last of them not whole.
    const bytes = wavOf(7.3);
    await only(key).transcribe({ bytes, kind: "wav", locale: "pt-BR" });
    const [asked] = standIn().takeRequests();
    if (key === "openai") {
      expect(asked?.body).toMatchObject({ language: "pt", file: { name: "sound.wav", type: "audio/wav", bytes } });
    } else {
      expect(asked?.body).toMatchObject({ language: "pt", audio: Buffer.from(bytes).toString("base64") });
    }
  });

  test("may hear nothing at all", async () => {
    standIn().hear("");
    expect(await only(key).transcribe(SOUND)).toBe("");
    standIn().hear(WORDS);
  });

  test.each(Object.entries(REASONS))(
    "that %s is the failure %s, in time, and tells neither key nor words",
    async (fault, reason) => {
      standIn().fail(fault as keyof typeof REASONS);
      const startedAt = performance.now();
      const error = await only(key)
        .transcribe(SOUND)
        .then(
          () => null,
          (thrown: unknown) => thrown,
        );
      expect(performance.now() - startedAt).toBeLessThan(900);
      expect(reasonOf(error)).toBe(reason);
      const told = inspect(error, { depth: 10 });
      for (const secret of [OPENAI_KEY, CLOUDFLARE_TOKEN, WORDS, "bad:", Buffer.from(SOUND.bytes).toString("base64")]) {
        expect(told).not.toContain(secret);
      }
    },
  );

  test("is tried twice and no more", async () => {
    standIn().fail("status_500");
    await expect(only(key).transcribe(SOUND)).rejects.toMatchObject({ code: "vendor_error" });
    expect(standIn().takeRequests()).toHaveLength(2);
  });

  test("is left alone after five failures in a row", async () => {
    standIn().fail("status_401");
    const model = only(key);
    // A refusal is the call's fault, not the vendor's: it opens nothing.
    for (let i = 0; i < 6; i++) await model.transcribe(SOUND).catch(() => null);
    expect(standIn().takeRequests()).toHaveLength(6);
    standIn().fail("not_json");
    for (let i = 0; i < 6; i++) await model.transcribe(SOUND).catch(() => null);
    const asked = standIn().takeRequests().length;
    standIn().fail(null);
    const error = await model.transcribe(SOUND).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(reasonOf(error)).toBe("open_circuit");
    expect(asked).toBe(5);
    expect(standIn().takeRequests()).toEqual([]);
  });
});
