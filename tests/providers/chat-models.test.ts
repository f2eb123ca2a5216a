// Chat models by three vendors: the documented protocols, and every way in which an answer can be no good.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { labelsSchema } from "../../src/domain/prompts/labels.ts";
import type { ModelProvider } from "../../src/domain/triage/strategies/types.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import type { ChatModel, ModelCall } from "../../src/providers/models/chat-model.ts";
import { openChatModels } from "../../src/providers/models/open-chat-models.ts";
import { effortOf } from "../../src/providers/models/openai.ts";
import type { ChatBinding } from "../../src/providers/models/workers-ai-binding.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import {
  labels,
  MODEL_ACCOUNT,
  MODEL_FAULTS,
  MODEL_KEYS,
  type ModelFault,
  type ModelStandIn,
  serveModel,
} from "../support/model-stand-ins.ts";

const PROVIDERS = ["anthropic", "openai", "workers_ai"] as const satisfies readonly ModelProvider[];
const STORY = "Fui demitida grávida, meu CPF é 123.456.789-09.";
const WORDS = "Obrigado por contar. Isso deve ter sido difícil. Quando foi a demissão?";

let standIns: Record<ModelProvider, ModelStandIn>;
beforeAll(async () => {
  const [anthropic, openai, workers_ai] = await Promise.all(PROVIDERS.map(serveModel));
  if (!anthropic || !openai || !workers_ai) throw new Error("a stand-in is missing");
  standIns = { anthropic, openai, workers_ai };
});
afterAll(() => Promise.all(Object.values(standIns).map((standIn) => standIn.close())));
afterEach(() => {
  for (const standIn of Object.values(standIns)) {
    standIn.fail(null);
    standIn.say(null);
    standIn.takeRequests();
  }
});

const config = () => ({
  MODEL_TIMEOUT: 20,
  MODEL_FIRST_TOKEN_MS: 5000,
  ANTHROPIC_API_KEY: MODEL_KEYS.anthropic,
  ANTHROPIC_BASE_URL: standIns.anthropic.url,
  ANTHROPIC_MODEL: "claude-haiku-4-5",
  OPENAI_API_KEY: MODEL_KEYS.openai,
  OPENAI_BASE_URL: standIns.openai.url,
  OPENAI_MODEL: "gpt-5-mini",
  CLOUDFLARE_ACCOUNT_ID: MODEL_ACCOUNT,
  CLOUDFLARE_API_TOKEN: MODEL_KEYS.workers_ai,
  CLOUDFLARE_API_URL: standIns.workers_ai.url,
  WORKERS_AI_MODEL: "@cf/meta/llama-3.3-70b-instruct-fp8-fast",
});
const made = () => ({ circuits: new Circuits(), metrics: new MetricsBuffer() });
const only = (provider: ModelProvider, changes: object = {}): ChatModel => {
  const [model] = openChatModels({ ...config(), ...changes }, undefined, made(), [provider]);
  if (model === undefined) throw new Error(`no model of ${provider}`);
  return model;
};
test.each([
  ["anthropic", "ANTHROPIC_TIMEOUT"],
  ["openai", "OPENAI_TIMEOUT"],
  ["workers_ai", "WORKERS_AI_TIMEOUT"],
] as const)("the smaller of MODEL_TIMEOUT and its vendor's own bounds a call to %s", async (provider, variable) => {
  standIns[provider].fail("hangs");
  for (const changes of [{ [variable]: 0.2 }, { [variable]: 20, MODEL_TIMEOUT: 0.2 }]) {
    const startedAt = Date.now();
    const asked = only(provider, changes).ask(call(), labelsSchema);
    await expect(asked).rejects.toMatchObject({ code: "vendor_timeout" });
    expect(Date.now() - startedAt).toBeLessThan(4000);
  }
});

const call = (changes: Partial<ModelCall> = {}): ModelCall => ({
  instructions: "Classifique. ".repeat(400),
  promptVersion: "legal/analyst/pt-BR@00000000",
  input: STORY,
  maxOutputTokens: 300,
  budgetMs: 10_000,
  signal: new AbortController().signal,
  ...changes,
});
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error,
  );
/** All pieces until the end or the failure. */
async function listen(model: ChatModel, asked: ModelCall) {
  const stream = model.stream(asked);
  const pieces: string[] = [];
  try {
    for await (const piece of stream.pieces) pieces.push(piece);
    return { pieces, error: null, tokens: stream.tokens() };
  } catch (error) {
    return { pieces, error, tokens: stream.tokens() };
  }
}
function tellsNothing(error: unknown) {
  const told = inspect(error, { depth: 12, showHidden: true });
  for (const secret of [...Object.values(MODEL_KEYS), "demitida", "123.456", "Classifique", "bad:"]) {
    expect(told).not.toContain(secret);
  }
}

describe("what is configured", () => {
  test("is given in the order that is wanted", () => {
    const voters = openChatModels(config(), undefined, made(), ["openai", "workers_ai", "anthropic"]);
    expect(voters.map(({ voter }) => voter)).toEqual([
      "openai:gpt-5-mini",
      "workers_ai:@cf/meta/llama-3.3-70b-instruct-fp8-fast",
      "anthropic:claude-haiku-4-5",
    ]);
  });

  test("is nobody without keys, with empty ones, and where nobody is wanted", () => {
    const bare = { ...config(), ANTHROPIC_API_KEY: undefined, OPENAI_API_KEY: "", CLOUDFLARE_API_TOKEN: undefined };
    expect(openChatModels(bare, undefined, made())).toEqual([]);
    expect(openChatModels(config(), undefined, made(), [])).toEqual([]);
  });

  test("may not be an address without encryption on another machine", () => {
    const open = (changes: object) => () => openChatModels({ ...config(), ...changes }, undefined, made());
    for (const name of ["ANTHROPIC_BASE_URL", "OPENAI_BASE_URL", "CLOUDFLARE_API_URL"]) {
      expect(open({ [name]: "http://models.example" })).toThrow("https");
    }
  });
});

describe.each(PROVIDERS)("%s", (provider) => {
  const standIn = () => standIns[provider];

  test("answers with text and with what it cost", async () => {
    standIn().say(() => labels({ area: "familia" }));
    const answer = await only(provider).ask(call(), labelsSchema);
    expect(JSON.parse(answer.text)).toMatchObject({ area: "familia" });
    expect(answer.tokens).toMatchObject({ inputTokens: expect.any(Number), outputTokens: expect.any(Number) });
    expect(answer.tokens.inputTokens).toBeGreaterThan(1000);
  });

  test("is told the fixed part first and asked for a closed schema, with its own key and nobody else's", async () => {
    await only(provider).ask(call(), labelsSchema);
    const [seen] = standIn().takeRequests();
    expect(seen).toMatchObject({ instructions: call().instructions, input: STORY, wantsJson: true });
    const sent = JSON.stringify([seen?.headers, seen?.raw]);
    expect(sent).toContain(MODEL_KEYS[provider]);
    for (const other of PROVIDERS.filter((name) => name !== provider)) expect(sent).not.toContain(MODEL_KEYS[other]);
  });

  test("gives the words of a stream as they come, all of them and once", async () => {
    standIn().say(() => WORDS);
    const { pieces, error, tokens } = await listen(only(provider), call());
    expect(error).toBeNull();
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join("")).toBe(WORDS);
    expect(tokens?.outputTokens).toBeGreaterThan(0);
  });

  test("counts what its cache served, in whole answers and in streams", async () => {
    const model = only(provider);
    const fixed = call({ instructions: `${provider} ${"sempre igual. ".repeat(300)}` });
    const first = await model.ask(fixed, labelsSchema);
    const second = await model.ask(fixed, labelsSchema);
    const { tokens } = await listen(model, fixed);
    // Workers AI keeps no prompts.
    const cached = provider === "workers_ai" ? 0 : Math.ceil(fixed.instructions.length / 4);
    expect(first.tokens.cachedInputTokens).toBe(0);
    expect(second.tokens.cachedInputTokens).toBe(cached);
    expect(tokens?.cachedInputTokens).toBe(cached);
    expect(second.tokens.inputTokens).toBe(first.tokens.inputTokens);
  });

  const REASONS: Record<ModelFault, string | null> = {
    refused_connection: "error",
    hangs: "timeout",
    drips: "timeout",
    status_500: "error",
    status_401: "refused",
    rate_limited: "rate_limited",
    redirects: "refused",
    not_json: "invalid_answer",
    wrong_shape: "invalid_answer",
    cut_in_the_middle: "error",
    error_in_the_middle: "invalid_answer",
    hangs_in_the_middle: "timeout",
    duplicate_chunk: null,
    runs_out_of_tokens: null,
  };
  const failing = MODEL_FAULTS.filter((fault) => REASONS[fault] !== null);
  test.each(failing)("that %s is a failure with a name, in time, and tells neither key nor words", async (fault) => {
    standIn().fail(fault);
    const budgetMs = REASONS[fault] === "timeout" ? 250 : 3000;
    const startedAt = performance.now();
    const error = await failureOf(only(provider).ask(call({ budgetMs }), labelsSchema));
    expect(performance.now() - startedAt).toBeLessThan(budgetMs + 300);
    expect(reasonOf(error)).toBe(REASONS[fault]);
    tellsNothing(error);
    // One call, one try: the next model is nearer than the second one.
    expect(standIn().takeRequests().length).toBeLessThanOrEqual(1);
    // A redirect is followed nowhere, least of all with the key.
    expect(standIn().strays()).toBe(0);
  });

  const IN_STREAMS: Partial<Record<ModelFault, string>> = {
    ...Object.fromEntries(failing.map((fault) => [fault, REASONS[fault]])),
    error_in_the_middle: "error",
    runs_out_of_tokens: "invalid_answer",
  };
  test.each(Object.keys(IN_STREAMS) as ModelFault[])(
    "that %s ends a stream with a name, in time, and tells nothing",
    async (fault) => {
      standIn().fail(fault);
      standIn().say(() => WORDS.repeat(4));
      const budgetMs = IN_STREAMS[fault] === "timeout" ? 400 : 3000;
      const startedAt = performance.now();
      const { pieces, error } = await listen(only(provider), call({ budgetMs }));
      expect(performance.now() - startedAt).toBeLessThan(budgetMs + 300);
      // What is neither a stream nor a refusal holds no event, or one of another shape.
      if (fault === "not_json" || fault === "wrong_shape")
        expect(["error", "invalid_answer"]).toContain(reasonOf(error));
      else expect(reasonOf(error)).toBe(IN_STREAMS[fault]);
      tellsNothing(error);
      expect(WORDS.repeat(4).startsWith(pieces.join(""))).toBe(true);
    },
  );

  test("is given up when its first word does not come, long before the call's own time", async () => {
    standIn().fail("hangs");
    const startedAt = performance.now();
    const { error } = await listen(only(provider, { MODEL_FIRST_TOKEN_MS: 150 }), call());
    expect(reasonOf(error)).toBe("timeout");
    expect(performance.now() - startedAt).toBeLessThan(600);
  });

  test("stops when whoever asked has left, before and within the answer", async () => {
    standIn().fail("drips");
    standIn().say(() => WORDS);
    const leaving = new AbortController();
    const model = only(provider);
    const stream = model.stream(call({ signal: leaving.signal }));
    let heard = "";
    await failureOf(
      (async () => {
        for await (const piece of stream.pieces) {
          heard += piece;
          leaving.abort();
        }
      })(),
    );
    expect(heard.length).toBeLessThan(WORDS.length);
    const error = await failureOf(model.ask(call({ signal: leaving.signal }), labelsSchema));
    expect(error).toMatchObject({ code: "vendor_given_up" });
  });

  test("is left alone for a while after five failures in a row, by whole answers and streams alike", async () => {
    standIn().fail("status_500");
    const model = only(provider);
    for (let i = 0; i < 5; i++) await failureOf(model.ask(call(), labelsSchema));
    standIn().takeRequests();
    expect(reasonOf(await failureOf(model.ask(call(), labelsSchema)))).toBe("open_circuit");
    expect(reasonOf((await listen(model, call())).error)).toBe("open_circuit");
    expect(standIn().takeRequests()).toEqual([]);
  });

  test("writes nothing to the console, whatever happens", async () => {
    const spies = (["log", "info", "warn", "error", "debug"] as const).map((name) => vi.spyOn(console, name));
    for (const fault of [null, "status_500", "cut_in_the_middle", "error_in_the_middle", "wrong_shape"] as const) {
      standIn().fail(fault);
      await only(provider).ask(call(), labelsSchema).catch(tellsNothing);
      await listen(only(provider), call());
    }
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});

describe("Workers AI by its binding", () => {
  const answering = (answer: unknown): ChatBinding & { asked: unknown[] } => {
    const asked: unknown[] = [];
    return {
      asked,
      run: async (model, inputs) => {
        asked.push({ model, ...inputs });
        return answer;
      },
    };
  };
  const lines = (...payloads: unknown[]) =>
    new Blob(
      payloads.map((payload) => `data: ${typeof payload === "string" ? payload : JSON.stringify(payload)}\n\n`),
    ).stream();
  const by = (ai: ChatBinding): ChatModel => {
    const [model] = openChatModels(config(), ai, made(), ["workers_ai"]);
    if (model === undefined) throw new Error("no model");
    return model;
  };

  test("is taken where there is one, whatever else is set", async () => {
    const ai = answering({ response: JSON.parse(labels({})), usage: { prompt_tokens: 9, completion_tokens: 3 } });
    const answer = await by(ai).ask(call(), labelsSchema);
    expect(JSON.parse(answer.text)).toMatchObject({ area: "trabalho" });
    expect(answer.tokens).toEqual({ inputTokens: 9, cachedInputTokens: 0, outputTokens: 3 });
    expect(ai.asked).toMatchObject([
      {
        model: config().WORKERS_AI_MODEL,
        response_format: { type: "json_schema", json_schema: { type: "object", properties: { area: {} } } },
      },
    ]);
    expect(standIns.workers_ai.takeRequests()).toEqual([]);
  });

  test("streams in the older form and in OpenAI's", async () => {
    const older = lines(
      { response: "Obrigado " },
      { response: "por contar." },
      { response: "", usage: { prompt_tokens: 4, completion_tokens: 2 } },
      "[DONE]",
    );
    const newer = lines(
      { choices: [{ index: 0, delta: { content: "Obrigado por contar." }, finish_reason: null }] },
      { choices: [{ index: 0, delta: {}, finish_reason: "stop" }], usage: { prompt_tokens: 4, completion_tokens: 2 } },
      "[DONE]",
    );
    for (const stream of [older, newer]) {
      const { pieces, error, tokens } = await listen(by(answering(stream)), call());
      expect(error).toBeNull();
      expect(pieces.join("")).toBe("Obrigado por contar.");
      expect(tokens).toMatchObject({ inputTokens: 4, outputTokens: 2 });
    }
  });

  test("is done with its last line where it gives no reason for its end", async () => {
    const unsaid = lines({ choices: [{ index: 0, delta: { content: "Obrigado." }, finish_reason: null }] }, "[DONE]");
    const { pieces, error } = await listen(by(answering(unsaid)), call());
    expect(error).toBeNull();
    expect(pieces.join("")).toBe("Obrigado.");
  });

  test.each([
    ["in the older form", { response: "Obrigado.", usage: { prompt_tokens: 4, completion_tokens: 2 } }],
    [
      "in OpenAI's",
      { choices: [{ index: 0, message: { role: "assistant", content: "Obrigado." }, finish_reason: "stop" }] },
    ],
  ])("answers whole where it does not stream, %s", async (_form, answer) => {
    const { pieces, error } = await listen(by(answering(answer)), call());
    expect(error).toBeNull();
    expect(pieces.join("")).toBe("Obrigado.");
  });

  test.each([
    ["gives something else", { nothing: true }, "invalid_answer"],
    ["streams something else", "not json", "invalid_answer"],
    ["stops in the middle", { response: "Obrigado" }, "invalid_answer"],
  ])("that %s is a failure with a name", async (_name, payload, reason) => {
    const isWhole = typeof payload === "object" && "nothing" in payload;
    const ai = answering(isWhole ? payload : lines(payload));
    const error = isWhole ? await failureOf(by(ai).ask(call(), labelsSchema)) : (await listen(by(ai), call())).error;
    expect(reasonOf(error)).toBe(reason);
  });

  test("that throws is a failure like any other, without its words", async () => {
    const ai: ChatBinding = { run: () => Promise.reject(new Error(`AiError: ${STORY}`)) };
    const error = await failureOf(by(ai).ask(call(), labelsSchema));
    expect(reasonOf(error)).toBe("error");
    tellsNothing(error);
  });
});

test.each([
  ["gpt-5-mini", "minimal"],
  ["gpt-5-nano-2025-08-07", "minimal"],
  ["gpt-5.4-mini", "none"],
  ["o4-mini", "low"],
  ["gpt-4.1-mini", null],
  ["gpt-5.2-chat-latest", null],
])("%s is told to think %s", (model, effort) => {
  expect(effortOf(model)).toBe(effort);
});
