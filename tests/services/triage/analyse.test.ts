import { describe, expect, it } from "vitest";
import type { Labels } from "../../../src/domain/prompts/labels.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { AnalyseInput, ModelProvider, TokenUsage } from "../../../src/domain/triage/strategies/types.ts";
import { DEFAULT_WEIGHTS, parseWeights } from "../../../src/domain/triage/strategies/weights.ts";
import type { Complexity } from "../../../src/domain/triage/types.ts";
import type { ChatModel } from "../../../src/providers/models/chat-model.ts";
import { type AnalyseMade, analyse } from "../../../src/services/triage/analyse.ts";
import type { LabelsAsked } from "../../../src/services/triage/model-call.ts";

const NOW = new Date("2026-11-20T18:00:00Z");
const WEIGHTS = parseWeights(DEFAULT_WEIGHTS);

describe("a simple case", () => {
  it("is read by the interviewer alone", async () => {
    const { said, ask } = readers({ anthropic: answer(), openai: answer() });
    const { analysis } = await analyse(said, WEIGHTS, input("low"), { ask });
    expect(analysis).toMatchObject({ strategy: "simple", votes: [{ voter: "anthropic:one", weight: 1 }] });
  });

  it("stays with the rules where the interviewer gives nothing, and its call is in the costs", async () => {
    const { said, ask, asked } = readers({ anthropic: failure("timeout"), openai: answer() });
    const { analysis, usage } = await analyse(said, WEIGHTS, input("low"), { ask });
    expect(analysis).toBeNull();
    expect(usage.map(({ provider, outcome }) => [provider, outcome])).toEqual([["anthropic", "timeout"]]);
    expect(asked).toEqual(["anthropic"]);
  });
});

describe("a case of medium complexity", () => {
  it("is read by the first analyst that answers, and the later ones are not asked", async () => {
    const { said, ask, asked } = readers({ anthropic: failure("invalid"), openai: answer(), workers_ai: answer() });
    const { analysis, usage } = await analyse(said, WEIGHTS, input("medium"), { ask });
    expect(asked).toEqual(["anthropic", "openai"]);
    expect(analysis?.votes.map(({ voter }) => voter)).toEqual(["openai:one"]);
    expect(usage.map(({ outcome }) => outcome)).toEqual(["invalid", "answered"]);
  });

  it("gives the next analyst only the time that is left, and asks nobody when there is none", async () => {
    let now = 0;
    const budgets: number[] = [];
    const { said } = readers({ anthropic: answer(), openai: answer(), workers_ai: answer() });
    const ask: AnalyseMade["ask"] = async (model, { budgetMs }) => {
      budgets.push(budgetMs);
      now += 6000;
      return failure("timeout")(model);
    };
    const { analysis } = await analyse(said, WEIGHTS, input("medium", { budgetMs: 10_000 }), { ask, clock: () => now });
    expect(analysis).toBeNull();
    expect(budgets).toEqual([10_000, 4000]);
  });
});

describe("a complex case", () => {
  it("is read by all analysts at once, each with its configured weight and the rules with theirs", async () => {
    const { said, ask } = readers({ anthropic: answer(), openai: answer({ area: "civil" }), workers_ai: answer() });
    const { analysis, usage } = await analyse(said, WEIGHTS, input("high"), { ask });
    expect(analysis).toMatchObject({ strategy: "ensemble", scriptedWeight: 0.75, promptVersion: "test@1", turns: 1 });
    expect(analysis?.votes.map(({ voter, weight, area }) => [voter, weight, area])).toEqual([
      ["anthropic:one", 1, "trabalho"],
      ["openai:one", 1, "civil"],
      ["workers_ai:one", 0.5, "trabalho"],
    ]);
    expect(usage).toHaveLength(3);
  });

  it.each(["anthropic", "openai", "workers_ai"] as const)("does without %s", async (gone) => {
    const all = { anthropic: answer(), openai: answer(), workers_ai: answer(), [gone]: failure("failed") };
    const { said, ask } = readers(all);
    const { analysis, usage } = await analyse(said, WEIGHTS, input("high"), { ask });
    expect(analysis?.votes).toHaveLength(2);
    expect(analysis?.votes.map(({ voter }) => voter)).not.toContain(`${gone}:one`);
    expect(usage.find(({ provider }) => provider === gone)?.outcome).toBe("failed");
  });

  it("counts who answered in time and stops the rest", async () => {
    const stopped: boolean[] = [];
    const { said, ask } = readers({ anthropic: answer(), openai: answer() });
    const slow: AnalyseMade["ask"] = (model, call) => {
      if (model.provider === "anthropic") return ask(model);
      call.signal.addEventListener("abort", () => stopped.push(true));
      return new Promise(() => undefined);
    };
    const startedAt = performance.now();
    const { analysis, usage } = await analyse(said, WEIGHTS, input("high", { budgetMs: 100 }), { ask: slow });
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(analysis?.votes.map(({ voter }) => voter)).toEqual(["anthropic:one"]);
    expect(usage.map(({ provider, outcome }) => [provider, outcome])).toEqual([
      ["anthropic", "answered"],
      ["openai", "timeout"],
    ]);
    expect(stopped).toEqual([true]);
  });

  it("survives a reader that throws", async () => {
    const { said, ask } = readers({ anthropic: answer(), openai: answer() });
    const broken: AnalyseMade["ask"] = async (model) => {
      if (model.provider === "openai") throw new TypeError("broken");
      return ask(model);
    };
    const { analysis, usage } = await analyse(said, WEIGHTS, input("high"), { ask: broken });
    expect(analysis?.votes).toHaveLength(1);
    expect(usage.map(({ outcome }) => outcome)).toEqual(["answered", "failed"]);
  });
});

describe("whatever the case", () => {
  it("nobody is asked about a story that has not begun", async () => {
    const { said, ask, asked } = readers({ anthropic: answer(), openai: answer() });
    const silent = { ...input("high"), state: { ...input("high").state, told: [] } };
    expect(await analyse(said, WEIGHTS, silent, { ask })).toEqual({ analysis: null, usage: [] });
    expect(asked).toEqual([]);
  });

  it("an aborted turn is over at once", async () => {
    const leaving = new AbortController();
    const { said } = readers({ anthropic: answer(), openai: answer() });
    const work = analyse(said, WEIGHTS, input("high", { signal: leaving.signal }), {
      ask: () => new Promise(() => undefined),
    });
    leaving.abort();
    const startedAt = performance.now();
    const { analysis, usage } = await work;
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(analysis).toBeNull();
    expect(usage.map(({ outcome }) => outcome)).toEqual(["stopped", "stopped"]);
  });

  it("without any model there is no analysis, and no failure", async () => {
    const nobody = { interviewer: null, analysts: [] };
    for (const complexity of ["low", "medium", "high"] as const) {
      expect(await analyse(nobody, WEIGHTS, input(complexity))).toEqual({ analysis: null, usage: [] });
    }
  });
});

type Said = (model: ChatModel) => LabelsAsked;

function readers(by: Partial<Record<ModelProvider, Said>>) {
  const asked: ModelProvider[] = [];
  const providers = (["anthropic", "openai", "workers_ai"] as const).filter((provider) => by[provider] !== undefined);
  const models = providers.map(modelOf);
  const ask = async (model: ChatModel): Promise<LabelsAsked> => {
    asked.push(model.provider);
    return by[model.provider]?.(model) ?? failure("failed")(model);
  };
  return { said: { interviewer: models[0] ?? null, analysts: models }, ask, asked };
}

function modelOf(provider: ModelProvider): ChatModel {
  const notAsked = () => {
    throw new Error("asked directly");
  };
  return { provider, model: "one", voter: `${provider}:one`, firstTokenMs: 1000, ask: notAsked, stream: notAsked };
}

function answer(said: Partial<Labels> = {}): Said {
  return (model) => ({
    labels: {
      ...{ area: "trabalho", subarea: null, confidence: 0.9, urgencyHours: null, complexity: null },
      ...{ flags: [], needsPerson: false },
      ...said,
    },
    failure: null,
    promptVersion: "test@1",
    usage: [usageOf(model, "answered")],
  });
}

function failure(outcome: TokenUsage["outcome"]): Said {
  return (model) => ({ labels: null, failure: "error", promptVersion: "test@1", usage: [usageOf(model, outcome)] });
}

function usageOf(model: ChatModel, outcome: TokenUsage["outcome"]): TokenUsage {
  const { provider, model: name } = model;
  return {
    provider,
    model: name,
    role: "analyst",
    outcome,
    inputTokens: 10,
    cachedInputTokens: 0,
    outputTokens: 5,
    ms: 1,
  };
}

function input(complexity: Complexity, said: Partial<AnalyseInput> = {}): AnalyseInput {
  const opened = openInterview({ vertical: "legal", locale: "pt-BR", now: NOW, zone: "America/Sao_Paulo" });
  const turn = takeTurn(opened.state, { text: "fui demitido sem receber nada", now: NOW });
  return {
    state: turn.state,
    history: [],
    scripted: { ...turn.understanding, complexity },
    budgetMs: 5000,
    signal: new AbortController().signal,
    ...said,
  };
}
