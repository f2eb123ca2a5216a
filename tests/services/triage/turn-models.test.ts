// The models of a deployment as a turn uses them, over HTTP with stand-ins for the vendors.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { AnalyseInput, ModelProvider } from "../../../src/domain/triage/strategies/types.ts";
import type { Complexity } from "../../../src/domain/triage/types.ts";
import { configSchema } from "../../../src/env.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openTurnModels } from "../../../src/services/triage/turn-models.ts";
import { labels, MODEL_ACCOUNT, MODEL_KEYS, type ModelStandIn, serveModel } from "../../support/model-stand-ins.ts";

const NOW = new Date("2026-11-20T18:00:00Z");
const PROVIDERS = ["anthropic", "openai", "workers_ai"] as const;
const chatSchema = configSchema.omit({ DATABASE_URL: true, PUBLIC_ORIGIN: true, BETTER_AUTH_SECRET: true });

let servers: Record<ModelProvider, ModelStandIn>;

beforeAll(async () => {
  const [anthropic, openai, workers_ai] = await Promise.all(PROVIDERS.map(serveModel));
  if (anthropic === undefined || openai === undefined || workers_ai === undefined) throw new Error("no servers");
  servers = { anthropic, openai, workers_ai };
});
afterAll(() => Promise.all(Object.values(servers).map((server) => server.close())));

function open(settings: Record<string, string> = {}, keys: readonly ModelProvider[] = PROVIDERS) {
  for (const server of Object.values(servers)) {
    server.fail(null);
    server.say(null);
    server.takeRequests();
  }
  const config = chatSchema.parse({
    ...(keys.includes("anthropic") ? { ANTHROPIC_API_KEY: MODEL_KEYS.anthropic } : {}),
    ...(keys.includes("openai") ? { OPENAI_API_KEY: MODEL_KEYS.openai } : {}),
    ...(keys.includes("workers_ai") ? { CLOUDFLARE_API_TOKEN: MODEL_KEYS.workers_ai } : {}),
    ...{ CLOUDFLARE_ACCOUNT_ID: MODEL_ACCOUNT, CLOUDFLARE_API_URL: servers.workers_ai.url },
    ...{ ANTHROPIC_BASE_URL: servers.anthropic.url, OPENAI_BASE_URL: servers.openai.url },
    ...settings,
  });
  return openTurnModels(config, undefined, { circuits: new Circuits(), metrics: new MetricsBuffer() });
}

function story(complexity: Complexity, budgetMs = 5000): AnalyseInput {
  const opened = openInterview({ vertical: "legal", locale: "en", now: NOW, zone: "America/Sao_Paulo" });
  const { state, understanding } = takeTurn(opened.state, { text: "my boss fired me without pay", now: NOW });
  return {
    ...{ state, history: [], scripted: { ...understanding, complexity } },
    ...{ budgetMs, signal: new AbortController().signal },
  };
}

const providersOf = (voters: readonly { voter: string }[] | undefined) =>
  voters?.map(({ voter }) => voter.split(":")[0]);

test("without a key of any vendor there are no models", () => {
  expect(open({}, [])).toBeNull();
});

test("one vendor is enough for every strategy", async () => {
  const models = open({}, ["workers_ai"]);
  for (const complexity of ["low", "medium", "high"] as const) {
    const { analysis } = (await models?.analyse(story(complexity))) ?? {};
    expect(providersOf(analysis?.votes)).toEqual(["workers_ai"]);
    expect(analysis).toMatchObject({ scriptedWeight: 0.75, votes: [{ weight: 0.5, area: "trabalho" }] });
  }
});

describe("with all three", () => {
  test("the analysts are asked in their own order, the interviewer in the order of the words", async () => {
    const models = open({ ANALYSTS: "openai,workers_ai,anthropic", INTERVIEWERS: "workers_ai,openai,anthropic" });
    expect(providersOf((await models?.analyse(story("low")))?.analysis?.votes)).toEqual(["workers_ai"]);
    expect(providersOf((await models?.analyse(story("medium")))?.analysis?.votes)).toEqual(["openai"]);
  });

  test("who is no analyst reads nothing, also where it words the replies", async () => {
    const models = open({ INTERVIEWERS: "anthropic", ANALYSTS: "openai" });
    expect((await models?.analyse(story("low")))?.analysis).toBeNull();
    expect(providersOf((await models?.analyse(story("high")))?.analysis?.votes)).toEqual(["openai"]);
    expect(servers.anthropic.takeRequests()).toEqual([]);
  });

  test("where no analyst is wanted the rules read alone, and where no words are wanted models still vote", async () => {
    const words = open({ ANALYSTS: "none" });
    expect(await words?.analyse(story("high"))).toEqual({ analysis: null, usage: [] });
    const votes = open({ INTERVIEWERS: "none" });
    expect((await votes?.analyse(story("high")))?.analysis?.votes).toHaveLength(3);
    expect(open({ INTERVIEWERS: "none", ANALYSTS: "none" })).toBeNull();
  });

  test("votes carry the configured weights", async () => {
    const models = open({ MODEL_WEIGHTS: "anthropic=3,openai=2,workers_ai=1,scripted=4" });
    const { analysis } = (await models?.analyse(story("high"))) ?? {};
    expect(analysis?.votes.map(({ weight }) => weight)).toEqual([3, 2, 1]);
    expect(analysis?.scriptedWeight).toBe(4);
  });

  test("an invalid answer is asked for once more, both calls are counted, and then the next analyst is asked", async () => {
    const models = open();
    servers.anthropic.say(() => labels({ area: "astrology" }));
    const { analysis, usage } = (await models?.analyse(story("medium"))) ?? {};
    expect(providersOf(analysis?.votes)).toEqual(["openai"]);
    expect(usage?.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      ["anthropic", "invalid"],
      ["anthropic", "invalid"],
      ["openai", "answered"],
    ]);
    expect(usage?.every(({ inputTokens, outputTokens }) => inputTokens > 0 && outputTokens > 0)).toBe(true);
  });

  test("who hangs is left behind at the end of the budget, and the others are counted", async () => {
    const models = open();
    servers.openai.fail("hangs");
    const startedAt = performance.now();
    const { analysis, usage } = (await models?.analyse(story("high", 700))) ?? {};
    expect(performance.now() - startedAt).toBeLessThan(1500);
    expect(providersOf(analysis?.votes)).toEqual(["anthropic", "workers_ai"]);
    expect(usage?.find(({ provider }) => provider === "openai")?.outcome).toBe("timeout");
  });

  test("when all are away the script's labels stand, and nothing is thrown", async () => {
    const models = open();
    servers.anthropic.fail("refused_connection");
    servers.openai.fail("status_500");
    servers.workers_ai.fail("rate_limited");
    for (const complexity of ["low", "medium", "high"] as const) {
      expect((await models?.analyse(story(complexity)))?.analysis).toBeNull();
    }
  });
});

describe("settings that cannot be meant", () => {
  test.each([
    [{ MODEL_WEIGHTS: "openai=1" }, "anthropic is missing"],
    [{ ANALYSTS: "gemini" }, '"gemini" is none of'],
    [{ DEBOUNCE_MS: "-1" }, ">=0"],
    [{ TURN_BUDGET_MS: "0" }, ">0"],
  ])("%j is refused by its name", (settings, message) => {
    const { error } = chatSchema.safeParse(settings);
    expect(error?.issues.map(({ path }) => path[0])).toEqual(Object.keys(settings));
    expect(error?.issues[0]?.message).toContain(message);
  });
});
