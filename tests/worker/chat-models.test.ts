// The AI SDK in workerd: whole answers, streams, and a stream that is left, as in Node.
import { afterEach, expect, test, vi } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { labelsSchema } from "../../src/domain/prompts/labels.ts";
import type { ModelProvider } from "../../src/domain/triage/strategies/types.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import type { ChatModel, ModelCall } from "../../src/providers/models/chat-model.ts";
import { openChatModels } from "../../src/providers/models/open-chat-models.ts";
import { PROTOCOLS } from "../support/model-protocols.ts";

const PROVIDERS = ["anthropic", "openai", "workers_ai"] as const satisfies readonly ModelProvider[];
const KEY = "sk-stand-in-0123456789";
const WORDS = "Sinto muito. Em que cidade você está?";
const COUNTED = { fresh: 40, cached: 8, output: 12 };

afterEach(() => vi.restoreAllMocks());

const modelOf = (provider: ModelProvider): ChatModel => {
  const made = { circuits: new Circuits(), metrics: new MetricsBuffer() };
  const config = {
    ...{
      MODEL_TIMEOUT: 5,
      MODEL_FIRST_TOKEN_MS: 500,
      CLOUDFLARE_ACCOUNT_ID: "acc",
      WORKERS_AI_MODEL: "@cf/some/model",
    },
    ...{ ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: "https://a.example", ANTHROPIC_MODEL: "claude-haiku-4-5" },
    ...{ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: "https://o.example", OPENAI_MODEL: "gpt-5-mini" },
    ...{ CLOUDFLARE_API_TOKEN: KEY, CLOUDFLARE_API_URL: "https://c.example" },
  };
  const [model] = openChatModels(config, undefined, made, [provider]);
  if (model === undefined) throw new Error("no model");
  return model;
};
const call = (changes: Partial<ModelCall> = {}): ModelCall => ({
  ...{ instructions: "Write.", promptVersion: "x@0", input: "Go on.", maxOutputTokens: 50, budgetMs: 2000 },
  signal: new AbortController().signal,
  ...changes,
});
/** Answers every call to the vendor; `frames` that are null never come. */
function answering(body: object | readonly (string | null)[]): () => boolean {
  let isLeft = false;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (_input, init) => {
    init?.signal?.addEventListener("abort", () => {
      isLeft = true;
    });
    if (!Array.isArray(body)) return Response.json(body);
    const encoder = new TextEncoder();
    const stream = new ReadableStream({
      async start(controller) {
        for (const frame of body) {
          if (frame === null) return;
          controller.enqueue(encoder.encode(frame));
        }
        controller.close();
      },
    });
    return new Response(stream, { headers: { "content-type": "text/event-stream" } });
  });
  return () => isLeft;
}

test.each(PROVIDERS)("%s answers whole", async (provider) => {
  answering(PROTOCOLS[provider].whole("m", '{"area":"civil"}', COUNTED, "stop"));
  const { text, tokens } = await modelOf(provider).ask(call(), labelsSchema);
  expect(text).toBe('{"area":"civil"}');
  expect(tokens).toEqual({ inputTokens: 48, cachedInputTokens: provider === "workers_ai" ? 0 : 8, outputTokens: 12 });
});

test.each(PROVIDERS)("%s streams", async (provider) => {
  const { before, pieces, after } = PROTOCOLS[provider].frames("m", WORDS.match(/.{1,5}/g) ?? [], COUNTED, "stop");
  answering([...before, ...pieces, ...after]);
  const stream = modelOf(provider).stream(call());
  let heard = "";
  for await (const piece of stream.pieces) heard += piece;
  expect(heard).toBe(WORDS);
  expect(stream.tokens()?.outputTokens).toBe(12);
});

test.each(PROVIDERS)("%s is given up when its first word does not come, and the request with it", async (provider) => {
  const isLeft = answering([...PROTOCOLS[provider].frames("m", [], COUNTED, "stop").before, null]);
  await expect(modelOf(provider).stream(call()).pieces[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    code: "vendor_timeout",
  });
  expect(isLeft()).toBe(true);
});

test.each(PROVIDERS)("%s is left when whoever listens leaves", async (provider) => {
  const { before, pieces } = PROTOCOLS[provider].frames("m", ["Sinto ", "muito."], COUNTED, "stop");
  const isLeft = answering([...before, ...pieces, null]);
  for await (const piece of modelOf(provider).stream(call()).pieces) {
    expect(piece).toBe("Sinto ");
    break;
  }
  expect(isLeft()).toBe(true);
});
