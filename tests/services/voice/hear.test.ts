// A recording becomes words whoever is away, and what is no recording or holds no words is refused kindly.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeLog } from "../../../src/base/log.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openSpeech } from "../../../src/providers/speech/open-speech.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { hear } from "../../../src/services/voice/hear.ts";
import { OPENAI_KEY } from "../../support/openai-stand-in.ts";
import { FIRST_BYTES, wavOf } from "../../support/sounds.ts";
import { type SpeechStandIn, serveOpenAiSpeech, serveWorkersAiSpeech } from "../../support/speech-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN } from "../../support/workers-ai-stand-in.ts";

const SOUND = wavOf(1);
const SILENCE = "Legendas pela comunidade Amara.org";

let openAi: SpeechStandIn;
let workersAi: SpeechStandIn;
let metrics: MetricsBuffer;
let logged: string[];
let ctx: Pick<ServiceContext, "speech" | "metrics" | "log">;

beforeAll(async () => {
  [openAi, workersAi] = await Promise.all([serveOpenAiSpeech(""), serveWorkersAiSpeech("")]);
});
afterAll(() => Promise.all([openAi.close(), workersAi.close()]));
beforeEach(() => {
  metrics = new MetricsBuffer();
  logged = [];
  workersAi.hear("Fui demitida ontem.");
  openAi.hear("Fui despedida ontem.");
  ctx = contextOf("workers_ai", "openai");
});
afterEach(() => {
  for (const standIn of [openAi, workersAi]) {
    standIn.fail(null);
    standIn.takeRequests();
  }
});

function contextOf(...order: ("workers_ai" | "openai")[]): typeof ctx {
  const config = {
    SPEECH_PROVIDERS: order,
    SPEECH_TIMEOUT: 0.5,
    OPENAI_API_KEY: OPENAI_KEY,
    OPENAI_BASE_URL: openAi.url,
    OPENAI_SPEECH_MODEL: "gpt-4o-mini-transcribe",
    CLOUDFLARE_ACCOUNT_ID: CLOUDFLARE_ACCOUNT,
    CLOUDFLARE_API_TOKEN: CLOUDFLARE_TOKEN,
    CLOUDFLARE_API_URL: workersAi.url,
  };
  const speech = openSpeech(config, undefined, { circuits: new Circuits(), metrics });
  return { speech, metrics, log: makeLog("DEBUG", (line: string) => logged.push(line), {}) };
}
const heard = (bytes = SOUND) => hear(ctx as ServiceContext, bytes, "pt-BR");
const counted = () => JSON.stringify(metrics.take());

describe("who is asked", () => {
  test("is the first of the setting alone while it answers", async () => {
    expect(await heard()).toBe("Fui demitida ontem.");
    expect(openAi.takeRequests()).toEqual([]);
    ctx = contextOf("openai", "workers_ai");
    expect(await heard()).toBe("Fui despedida ontem.");
  });

  test.each(["status_500", "status_401", "hangs", "not_json", "rate_limited", "refused_connection"] as const)(
    "is the next one where the first %s",
    async (fault) => {
      workersAi.fail(fault);
      expect(await heard()).toBe("Fui despedida ontem.");
      const figures = counted();
      expect(figures).toContain("speech_calls_total");
      expect(figures).toContain("fallback_usage_total");
    },
  );

  test("is nobody where nobody is configured, and that is said before anything else", async () => {
    ctx = { ...ctx, speech: [] };
    await expect(heard(new Uint8Array())).rejects.toMatchObject({ code: "speech_not_configured", status: 501 });
  });

  test("are all of them before it is given up, and then to try again is worth it", async () => {
    workersAi.fail("status_500");
    openAi.fail("hangs");
    await expect(heard()).rejects.toMatchObject({ code: "speech_unavailable", status: 503, retryable: true });
  });
});

describe("what is refused", () => {
  test("costs no call: nothing at all, and what is no sound", async () => {
    await expect(heard(new Uint8Array())).rejects.toMatchObject({ code: "sound_empty", status: 422 });
    const text = new TextEncoder().encode("fui demitida ontem");
    await expect(heard(text)).rejects.toMatchObject({ code: "sound_unknown", status: 415 });
    expect(workersAi.takeRequests()).toEqual([]);
  });

  test.each(["", SILENCE, "[Música]"])(
    "is a recording in which the model heard %j, without asking another",
    async (words) => {
      workersAi.hear(words);
      await expect(heard()).rejects.toMatchObject({ code: "heard_nothing", status: 422 });
      expect(openAi.takeRequests()).toEqual([]);
      expect(counted()).toContain("nothing");
    },
  );
});

test("what the model added is not the person's", async () => {
  workersAi.hear(`Fui demitida ontem. ${SILENCE}`);
  expect(await heard()).toBe("Fui demitida ontem.");
});

test("no word and no byte of a recording is logged, whatever happens to it", async () => {
  await heard(FIRST_BYTES.ogg);
  workersAi.fail("status_500");
  openAi.fail("status_401");
  await heard().catch(() => null);
  expect(logged.length).toBeGreaterThan(0);
  for (const secret of ["demitida", "despedida", "UklGR", "OggS", OPENAI_KEY]) {
    expect(logged.join("\n")).not.toContain(secret);
  }
});
