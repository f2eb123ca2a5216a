// Embeddings by vendors: the documented protocol, and every way in which an answer can be no good.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Embedder } from "../../src/domain/embedding/embedder.ts";
import { SPACES } from "../../src/domain/embedding/space.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { openEmbedders } from "../../src/providers/embedders.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import { type AiBinding, workersAiEmbedder } from "../../src/providers/workers-ai-embeddings.ts";
import { OPENAI_KEY, type OpenAiStandIn, serveOpenAi } from "../support/openai-stand-in.ts";
import { spreadOut } from "../support/spread-out.ts";
import { FAULTS, type Fault, type StandIn } from "../support/vendor-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN, serveWorkersAi } from "../support/workers-ai-stand-in.ts";

const TEXTS = ["Fui demitida sem receber.", "Quero a guarda do meu filho.", "O voo foi cancelado."];
const REASONS: Record<Fault, string> = {
  refused_connection: "error",
  hangs: "timeout",
  drips: "timeout",
  status_500: "error",
  status_504: "error",
  status_401: "refused",
  rate_limited: "rate_limited",
  redirects: "refused",
  not_json: "invalid_answer",
  truncated: "invalid_answer",
  wrong_shape: "invalid_answer",
  wrong_dimensions: "invalid_answer",
  too_few: "invalid_answer",
  not_finite: "invalid_answer",
  zeros: "invalid_answer",
};

let openAi: OpenAiStandIn;
let workersAi: StandIn;
beforeAll(async () => {
  [openAi, workersAi] = await Promise.all([serveOpenAi(), serveWorkersAi()]);
});
afterAll(() => Promise.all([openAi.close(), workersAi.close()]));
afterEach(() => {
  openAi.fail(null);
  openAi.arrange("as_sent");
  openAi.takeRequests();
  workersAi.fail(null);
  workersAi.takeRequests();
});

const config = () => ({
  OPENAI_API_KEY: OPENAI_KEY,
  OPENAI_BASE_URL: openAi.url,
  OPENAI_TIMEOUT: 30,
  WORKERS_AI_TIMEOUT: 30,
  CLOUDFLARE_ACCOUNT_ID: CLOUDFLARE_ACCOUNT,
  CLOUDFLARE_API_TOKEN: CLOUDFLARE_TOKEN,
  CLOUDFLARE_API_URL: workersAi.url,
});
const made = () => ({ circuits: new Circuits(), metrics: new MetricsBuffer() });
const embedders = () => openEmbedders(config(), undefined, made());
const only = (key: Embedder["key"]): Embedder => {
  const found = embedders().find((embedder) => embedder.key === key);
  if (found === undefined) throw new Error(`no embedder of ${key}`);
  return found;
};
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error,
  );
const patient = { lane: "bulk" } as const;

describe("what is configured", () => {
  test("is asked best first", () => {
    expect(embedders().map(({ key }) => key)).toEqual(["openai", "bge_m3"]);
  });

  test("is nothing without a key, also where a key is there and empty", () => {
    const bare = { ...config(), OPENAI_API_KEY: "", CLOUDFLARE_API_TOKEN: undefined };
    expect(openEmbedders(bare, undefined, made())).toEqual([]);
  });

  test("is Workers AI by its binding where there is one, whatever else is set", async () => {
    const asked: unknown[] = [];
    const ai: AiBinding = {
      run: async (model, inputs) => {
        asked.push([model, inputs]);
        return { shape: [1, 1024], data: inputs.text.map((text) => spreadOut(text, 1024)) };
      },
    };
    const [, embedder] = openEmbedders(config(), ai, made());
    await embedder?.embed(["um texto"], patient);
    expect(asked).toEqual([["@cf/baai/bge-m3", { text: ["um texto"] }]]);
    expect(workersAi.takeRequests()).toEqual([]);
  });
});

describe.each(["openai", "bge_m3"] as const)("%s", (key) => {
  const standIn = () => (key === "openai" ? openAi : workersAi);

  test("gives each text its vector, of the size of the space", async () => {
    const vectors = await only(key).embed(TEXTS, patient);
    const { dimensions } = SPACES[key];
    expect(vectors).toEqual(TEXTS.map((text) => Float32Array.from(spreadOut(text, dimensions))));
  });

  test("sends no more of a text than the model reads", async () => {
    await only(key).embed(["a".repeat(50_000)], patient);
    const [request] = standIn().takeRequests();
    expect(JSON.stringify(request?.body).length).toBeLessThan(9000);
  });

  test.each(FAULTS)("that %s is a failure with a name, in time, and tells neither key nor words", async (fault) => {
    standIn().fail(fault);
    // Three tries with their waits fit into three seconds; what hangs would not end in any time.
    const budgetMs = REASONS[fault] === "timeout" ? 300 : 3000;
    const startedAt = performance.now();
    const error = await failureOf(only(key).embed(TEXTS, { budgetMs, lane: "interactive" }));
    expect(performance.now() - startedAt).toBeLessThan(budgetMs + 300);
    expect(reasonOf(error)).toBe(REASONS[fault]);
    const told = inspect(error, { depth: 10, showHidden: true });
    for (const secret of [OPENAI_KEY, CLOUDFLARE_TOKEN, ...TEXTS, "demitida"]) expect(told).not.toContain(secret);
  });
});

describe("OpenAI's answer", () => {
  test("in another order is put into that of the texts", async () => {
    openAi.arrange("reversed");
    const vectors = await only("openai").embed(TEXTS, patient);
    expect(vectors).toEqual(TEXTS.map((text) => Float32Array.from(spreadOut(text, 1536))));
  });

  test("that claims one index twice is refused", async () => {
    openAi.arrange("duplicated");
    const error = await failureOf(only("openai").embed(TEXTS, { budgetMs: 3000, lane: "interactive" }));
    expect(reasonOf(error)).toBe("invalid_answer");
  });
});

describe("the binding of Workers AI", () => {
  const through = (run: AiBinding["run"]) => workersAiEmbedder({ ...made(), timeoutMs: 30_000, ai: { run } });
  const quick = { budgetMs: 150, lane: "interactive" } as const;
  const roomy = { budgetMs: 3000, lane: "interactive" } as const;

  test("that throws, as it does without an account, is a failure without its words", async () => {
    const embedder = through(async () => {
      throw new Error("no account for demitida");
    });
    const error = await failureOf(embedder.embed(TEXTS, roomy));
    expect(reasonOf(error)).toBe("error");
    expect(inspect(error, { depth: 10 })).not.toContain("demitida");
  });

  test("that never answers is left behind in time", async () => {
    const error = await failureOf(through(() => new Promise(() => undefined)).embed(TEXTS, quick));
    expect(reasonOf(error)).toBe("timeout");
  });

  test("that answers in another shape is refused", async () => {
    const error = await failureOf(through(async () => ({ response: [] })).embed(TEXTS, roomy));
    expect(reasonOf(error)).toBe("invalid_answer");
  });
});
