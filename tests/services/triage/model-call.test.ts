// One analyst's labels: checked, asked for once more, counted, in time; and nothing that a person writes moves more than a vote.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { LEGAL_ANALYST } from "../../../src/domain/prompts/legal-analyst.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { mergeAnalysis } from "../../../src/domain/triage/strategies/merge-analysis.ts";
import type { AnalyseInput, Line, ModelProvider } from "../../../src/domain/triage/strategies/types.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openChatModels } from "../../../src/providers/models/open-chat-models.ts";
import { askLabels } from "../../../src/services/triage/model-call.ts";
import { INJECTIONS } from "../../support/injections.ts";
import { modelSettings } from "../../support/model-settings.ts";
import { labels, MODEL_KEYS, type ModelFault, type ModelStandIn, serveModel } from "../../support/model-stand-ins.ts";

const NOW = new Date("2026-11-20T15:00:00Z");
const PROVIDERS = ["anthropic", "openai", "workers_ai"] as const satisfies readonly ModelProvider[];

let standIns: ModelStandIn[];
beforeAll(async () => {
  standIns = await Promise.all(PROVIDERS.map(serveModel));
});
afterAll(() => Promise.all(standIns.map((standIn) => standIn.close())));
afterEach(() => {
  for (const standIn of standIns) {
    standIn.fail(null);
    standIn.say(null);
    standIn.takeRequests();
  }
});

const standIn = (provider: ModelProvider): ModelStandIn => {
  const found = standIns.find((one) => one.provider === provider);
  if (found === undefined) throw new Error(`no stand-in of ${provider}`);
  return found;
};
const modelOf = (provider: ModelProvider) => {
  const made = { circuits: new Circuits(), metrics: new MetricsBuffer() };
  const [model] = openChatModels(modelSettings(standIns), undefined, made, [provider]);
  if (model === undefined) throw new Error(`no model of ${provider}`);
  return model;
};
function story(text: string, locale: "pt-BR" | "en" = "pt-BR", changes: Partial<AnalyseInput> = {}): AnalyseInput {
  const opened = openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
  const { state, understanding } = takeTurn(opened.state, { text, now: NOW });
  const history: Line[] = [
    { from: "agent", text: opened.reply.text },
    { from: "client", text },
  ];
  return { state, history, scripted: understanding, budgetMs: 5000, signal: new AbortController().signal, ...changes };
}
const FIRED = "Fui demitida sem receber as verbas. Meu CPF é 123.456.789-09 e meu telefone (11) 98765-4321.";

describe.each(PROVIDERS)("%s", (provider) => {
  test("gives labels that fit, and one call is counted", async () => {
    standIn(provider).say(() =>
      labels({ area: "familia", subarea: "pensao", urgencyHours: 71.6, flags: ["custody", "custody"] }),
    );
    const { labels: given, usage, failure, promptVersion } = await askLabels(modelOf(provider), story(FIRED));
    expect(failure).toBeNull();
    expect(given).toEqual({
      area: "familia",
      subarea: "pensao",
      urgencyHours: 72,
      complexity: "medium",
      flags: ["custody"],
      needsPerson: false,
      confidence: 0.8,
    });
    expect(promptVersion).toBe(LEGAL_ANALYST["pt-BR"].version);
    expect(usage).toMatchObject([{ provider, role: "analyst", outcome: "answered" }]);
    expect(usage[0]?.inputTokens).toBeGreaterThan(1000);
  });

  test.each([
    ["is no JSON", "Claro! A área é trabalho."],
    ["is cut", labels({}).slice(0, -9)],
    ["names an area that we do not have", labels({ area: "constitucional" })],
    ["leaves a field out", labels({ needsPerson: undefined })],
    ["is sure beyond all measure", labels({ confidence: 85 })],
    ["names a danger that nobody knows", labels({ flags: ["aliens"] })],
    ["gives less than no time", labels({ urgencyHours: -1 })],
  ])("is asked once more, told why, when its answer %s", async (_what, bad) => {
    let times = 0;
    standIn(provider).say(() => (times++ === 0 ? bad : labels({ area: "civil", subarea: null })));
    const { labels: given, usage } = await askLabels(modelOf(provider), story(FIRED));
    expect(given?.area).toBe("civil");
    expect(usage.map(({ outcome }) => outcome)).toEqual(["invalid", "answered"]);
    const [first, second] = standIn(provider).takeRequests();
    expect(second?.instructions).toBe(first?.instructions);
    expect(second?.input).toContain("Sua última resposta não pôde ser usada");
    // Another call, another mark: nobody learns one from an answer.
    const nonceOf = (input = "") => /<person ([0-9a-f]{32})>/.exec(input)?.[1];
    expect(nonceOf(second?.input)).not.toBe(nonceOf(first?.input));
  });

  test("is left after the second answer that does not fit", async () => {
    standIn(provider).say(() => labels({ area: 7 }));
    const { labels: given, failure, usage } = await askLabels(modelOf(provider), story(FIRED));
    expect(given).toBeNull();
    expect(failure).toBe("invalid_answer");
    expect(usage.map(({ outcome }) => outcome)).toEqual(["invalid", "invalid"]);
    expect(standIn(provider).takeRequests()).toHaveLength(2);
  });

  test("keeps its fixed part in the cache from one story to the next", async () => {
    const model = modelOf(provider);
    await askLabels(model, story("Quero me aposentar."));
    const { usage } = await askLabels(model, story(FIRED));
    const prefix = Math.ceil(LEGAL_ANALYST["pt-BR"].instructions.length / 4);
    expect(usage[0]?.cachedInputTokens).toBe(provider === "workers_ai" ? 0 : prefix);
  });

  const FAULTS: [ModelFault, string, string][] = [
    ["status_500", "error", "failed"],
    ["status_401", "refused", "failed"],
    ["rate_limited", "rate_limited", "failed"],
    ["hangs", "timeout", "timeout"],
    ["drips", "timeout", "timeout"],
    ["not_json", "invalid_answer", "invalid"],
    ["wrong_shape", "invalid_answer", "invalid"],
    ["refused_connection", "error", "failed"],
    ["cut_in_the_middle", "error", "failed"],
  ];
  test.each(FAULTS)(
    "that %s gives no labels and no error, in time, and tells nothing",
    async (fault, failure, outcome) => {
      standIn(provider).fail(fault);
      const startedAt = performance.now();
      const asked = await askLabels(modelOf(provider), story(FIRED, "pt-BR", { budgetMs: 300 }));
      expect(performance.now() - startedAt).toBeLessThan(700);
      expect(asked).toMatchObject({ labels: null, failure, usage: [{ outcome, outputTokens: 0 }] });
      const told = inspect(asked, { depth: 10 });
      for (const secret of [MODEL_KEYS[provider], "demitida", "123.456"]) expect(told).not.toContain(secret);
    },
  );

  test("is not told documents and phones, nor the names that were given", async () => {
    const text = `Meu nome é Joana Prado Lima. ${FIRED}`;
    await askLabels(modelOf(provider), story(text));
    const sent = JSON.stringify(
      standIn(provider)
        .takeRequests()
        .map(({ raw }) => raw),
    );
    expect(sent).toContain("demitida");
    for (const secret of ["Joana", "Prado", "123.456", "98765"]) expect(sent).not.toContain(secret);
  });

  test("stops with whoever asked", async () => {
    standIn(provider).fail("hangs");
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 50);
    const asked = await askLabels(modelOf(provider), story(FIRED, "pt-BR", { signal: leaving.signal }));
    expect(asked).toMatchObject({ labels: null, failure: "given_up", usage: [{ outcome: "stopped" }] });
  });
});

test("the whole of a long conversation is asked about by its beginning and its end", async () => {
  const history: Line[] = Array.from({ length: 60 }, (_, at) => ({
    from: "client",
    text: `linha ${at} ${"palavra ".repeat(60)}`,
  }));
  await askLabels(modelOf("openai"), story("Fui demitida.", "pt-BR", { history }));
  const [seen] = standIn("openai").takeRequests();
  expect(seen?.input.length).toBeLessThan(25_000);
  expect(seen?.input).toContain("| linha 0 ");
  expect(seen?.input).toContain("| linha 59 ");
  expect(seen?.input).not.toContain("| linha 20 ");
});

describe("a model that obeys", () => {
  const DANGER = {
    "pt-BR": "Meu marido me bateu ontem e a audiência da guarda é amanhã.",
    en: "My husband hit me yesterday and the custody hearing is tomorrow.",
  };
  test.each(INJECTIONS)("lowers no urgency and takes away no danger: $text", async ({ locale, text }) => {
    // As an order in the story would have it: no hurry, no danger, nobody needed, and sure of it.
    standIn("openai").say(() =>
      labels({
        area: "penal",
        subarea: text,
        urgencyHours: 720,
        flags: [],
        needsPerson: false,
        confidence: 1,
        complexity: "low",
      }),
    );
    const input = story(`${DANGER[locale]} ${text}`, locale);
    const { labels: given } = await askLabels(modelOf("openai"), input);
    if (given === null) throw new Error("no labels");
    // A vote holds our own codes and numbers: no word of a model goes on from here.
    expect(given).toEqual({
      area: "penal",
      subarea: null,
      urgencyHours: 720,
      flags: [],
      needsPerson: false,
      confidence: 1,
      complexity: "low",
    });
    const { scripted } = input;
    const before = {
      shares: scripted.areaCandidates,
      confidence: scripted.confidence,
      complexity: scripted.complexity,
      flags: scripted.flags,
      urgencyHours: scripted.urgencyHours,
      floorHours: scripted.urgencyHours,
    };
    expect(scripted.flags).toContain("violence");
    const vote = { ...given, voter: "openai:gpt-5-mini", weight: 1 };
    const merged = mergeAnalysis(before, {
      strategy: "simple",
      votes: [vote, vote],
      scriptedWeight: 0.1,
      promptVersion: "x",
      turns: 1,
    });
    expect(merged.urgencyHours).toBeLessThanOrEqual(scripted.urgencyHours);
    expect(merged.flags).toEqual(expect.arrayContaining(scripted.flags));
  });
});
