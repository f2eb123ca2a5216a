// The scripted reply in a model's words: guarded, from one model, with the script's question whatever happens.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Locale } from "../../../src/domain/locale.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { LEGAL_INTERVIEWER } from "../../../src/domain/prompts/legal-interviewer.ts";
import { guardReply } from "../../../src/domain/triage/guard.ts";
import { mayBeWorded } from "../../../src/domain/triage/may-be-worded.ts";
import { QUESTIONS, questionById } from "../../../src/domain/triage/questions.ts";
import type { ModelProvider, ReplyInput, ReplyStream } from "../../../src/domain/triage/strategies/types.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openChatModels } from "../../../src/providers/models/open-chat-models.ts";
import { interviewReply } from "../../../src/services/triage/interview-reply.ts";
import { INJECTIONS } from "../../support/injections.ts";
import { modelSettings } from "../../support/model-settings.ts";
import { MODEL_KEYS, type ModelFault, type ModelStandIn, serveModel } from "../../support/model-stand-ins.ts";

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
const modelsOf = (order: readonly ModelProvider[], changes: object = {}) =>
  openChatModels(
    modelSettings(standIns, changes),
    undefined,
    { circuits: new Circuits(), metrics: new MetricsBuffer() },
    order,
  );

const PLACE = { "pt-BR": "Em que cidade e estado você está?", en: "Which city and state in Brazil are you in?" };
const ACK = { "pt-BR": "Obrigado por contar.", en: "Thank you for telling me." };
const TOLD = {
  "pt-BR": "Fui demitida ontem e não recebi nada. Meu CPF é 123.456.789-09.",
  en: "I was fired yesterday and got nothing. My CPF is 123.456.789-09.",
};
function asking(locale: Locale, changes: Partial<ReplyInput> = {}): ReplyInput {
  return {
    locale,
    asked: TOLD[locale],
    scripted: { text: `${ACK[locale]} ${PLACE[locale]}`, question: "place" },
    history: [{ from: "agent", text: "O que aconteceu?" }],
    budgetMs: 5000,
    signal: new AbortController().signal,
    ...changes,
  };
}
async function listen(stream: ReplyStream) {
  const pieces: string[] = [];
  for await (const piece of stream.pieces) pieces.push(piece);
  return { pieces, text: pieces.join(""), ...stream.cost() };
}
const WARM =
  "Sinto muito pelo que aconteceu. Perder o emprego de repente assusta. Em que cidade e estado você mora hoje?";

test("the script's question is the one that the tests believe it to be", () => {
  expect(questionById("place")?.text).toEqual(PLACE);
});

describe.each(PROVIDERS)("%s", (provider) => {
  const reply = (input: ReplyInput, changes: object = {}) =>
    listen(interviewReply(modelsOf([provider], changes), input));

  test("words the reply, and it comes in pieces of whole sentences", async () => {
    standIn(provider).say(() => WARM);
    const { text, pieces, usage, dropped } = await reply(asking("pt-BR"));
    expect(text).toBe(WARM);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces) expect(piece).toMatch(/[.?]$/);
    expect(dropped).toEqual([]);
    expect(usage).toMatchObject([
      { provider, role: "interviewer", outcome: "answered", cachedInputTokens: expect.any(Number) },
    ]);
  });

  test("is told the fixed part first, then the conversation without documents, then the script", async () => {
    await reply(asking("pt-BR"));
    const [seen] = standIn(provider).takeRequests();
    expect(seen?.instructions).toBe(LEGAL_INTERVIEWER["pt-BR"].instructions);
    expect(seen?.input).toMatch(
      /<assistant .*\n\| O que aconteceu\?\n.*\n<person .*\n\| Fui demitida[\s\S]*<script .*\n\| Obrigado/,
    );
    expect(seen?.input).not.toContain("123.456");
  });

  test.each([
    ["asks nothing", "Sinto muito pelo que aconteceu."],
    ["asks something of its own", "Sinto muito pelo que aconteceu. Você tem filhos?"],
    ["asks for what it must not", "Sinto muito pelo que aconteceu. Qual é a senha do seu banco?"],
  ])("that %s does not lose the script's question", async (_what, words) => {
    standIn(provider).say(() => words);
    expect((await reply(asking("pt-BR"))).text).toBe(`Sinto muito pelo que aconteceu. ${PLACE["pt-BR"]}`);
  });

  test("that nobody listens to any more is counted, too, and its request ends", async () => {
    standIn(provider).fail("drips");
    standIn(provider).say(() => WARM);
    const stream = interviewReply(modelsOf([provider]), asking("pt-BR"));
    for await (const piece of stream.pieces) {
      expect(piece).toBe("Sinto muito pelo que aconteceu.");
      break;
    }
    expect(stream.cost().usage).toMatchObject([{ outcome: "stopped" }]);
  });

  test("that is stopped says no more, costs what came, and asks nothing", async () => {
    standIn(provider).fail("drips");
    standIn(provider).say(() => WARM);
    const stop = new AbortController();
    const stream = interviewReply(
      modelsOf(PROVIDERS.filter((name) => name === provider)),
      asking("pt-BR", { signal: stop.signal }),
    );
    const pieces: string[] = [];
    for await (const piece of stream.pieces) {
      pieces.push(piece);
      stop.abort();
    }
    expect(pieces.join("")).toBe("Sinto muito pelo que aconteceu.");
    expect(stream.cost().usage).toMatchObject([{ outcome: "stopped" }]);
    expect(stream.cost().usage[0]?.outputTokens).toBeGreaterThan(0);
  });

  const BEFORE: [ModelFault, string][] = [
    ["status_500", "failed"],
    ["status_401", "failed"],
    ["rate_limited", "failed"],
    ["refused_connection", "failed"],
    ["hangs", "timeout"],
    ["wrong_shape", "failed"],
  ];
  test.each(BEFORE)("that %s before its first word leaves the reply to the next", async (fault, outcome) => {
    const next = PROVIDERS.find((name) => name !== provider) ?? provider;
    standIn(provider).fail(fault);
    standIn(next).say(() => WARM);
    const startedAt = performance.now();
    const told = await listen(
      interviewReply(modelsOf([provider, next], { MODEL_FIRST_TOKEN_MS: 200 }), asking("pt-BR")),
    );
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(told.text).toBe(WARM);
    const [first, second] = told.usage;
    expect(second).toMatchObject({ provider: next, outcome: "answered" });
    expect(first?.provider).toBe(provider);
    if (fault === "wrong_shape") expect(["failed", "invalid"]).toContain(first?.outcome);
    else expect(first?.outcome).toBe(outcome);
    for (const secret of [MODEL_KEYS[provider], "demitida"]) expect(inspect(told.usage)).not.toContain(secret);
  });

  test.each(["cut_in_the_middle", "error_in_the_middle", "hangs_in_the_middle", "runs_out_of_tokens"] as const)(
    "that %s keeps what was shown, adds the question, and asks no other model",
    async (fault) => {
      const next = PROVIDERS.find((name) => name !== provider) ?? provider;
      standIn(provider).fail(fault);
      standIn(provider).say(() => `${WARM} ${"Mais uma frase calma. ".repeat(3)}`);
      const { text, usage } = await listen(
        interviewReply(modelsOf([provider, next]), asking("pt-BR", { budgetMs: 700 })),
      );
      expect(text.startsWith("Sinto muito pelo que aconteceu.")).toBe(true);
      expect(text.match(/\?/g)).toHaveLength(1);
      expect(text).toMatch(/cidade e estado/);
      expect(usage).toHaveLength(1);
      expect(standIn(next).takeRequests()).toEqual([]);
    },
  );

  test("that doubles a chunk garbles at most its own sentence", async () => {
    standIn(provider).fail("duplicate_chunk");
    standIn(provider).say(() => "Sinto muito pelo que aconteceu. Vamos com calma, uma coisa de cada vez por aqui.");
    const { text } = await reply(asking("pt-BR"));
    expect(text.startsWith("Sinto muito pelo que aconteceu.")).toBe(true);
    expect(text.endsWith(PLACE["pt-BR"])).toBe(true);
  });
});

test("the last message is told once, and names that were introduced not at all", async () => {
  const asked = "Meu nome é Joana Prado Lima e fui demitida.";
  const history = [...asking("pt-BR").history, { from: "client" as const, text: asked }];
  await listen(interviewReply(modelsOf(["openai"]), asking("pt-BR", { asked, history })));
  const [seen] = standIn("openai").takeRequests();
  expect(seen?.input.match(/fui demitida/g)).toHaveLength(1);
  expect(seen?.input).not.toMatch(/Joana|Prado/);
});

test("nobody who answers is an empty reply, and every try is counted", async () => {
  for (const one of standIns) one.fail("status_500");
  const { text, usage } = await listen(interviewReply(modelsOf(PROVIDERS), asking("pt-BR")));
  expect(text).toBe("");
  expect(usage.map(({ provider, outcome }) => [provider, outcome])).toEqual(PROVIDERS.map((name) => [name, "failed"]));
});

test("all models together take no longer than the turn has left", async () => {
  for (const one of standIns) one.fail("hangs");
  const startedAt = performance.now();
  const { text } = await listen(interviewReply(modelsOf(PROVIDERS), asking("pt-BR", { budgetMs: 400 })));
  expect(performance.now() - startedAt).toBeLessThan(800);
  expect(text).toBe("");
});

test("no model is an empty reply at once", async () => {
  expect(await listen(interviewReply([], asking("en")))).toEqual({ pieces: [], text: "", usage: [], dropped: [] });
});

test.each(["pt-BR", "en"] as const)(
  "a question with answers to choose from is asked as it was written, in %s",
  async (locale) => {
    const closed = QUESTIONS.find(
      ({ id, options, text }) => options && mayBeWorded({ text: text[locale], question: id }, locale),
    );
    if (closed === undefined) throw new Error("no question has answers to choose from");
    const asked = closed.text[locale];
    const turned = locale === "en" ? `Is it not so that ${asked}` : `Não é verdade que ${asked}`;
    standIn("anthropic").say(() => `${ACK[locale]} ${turned}`);
    const scripted = { text: `${ACK[locale]} ${asked}`, question: closed.id, options: [] };
    const { text } = await listen(interviewReply(modelsOf(["anthropic"]), asking(locale, { scripted })));
    expect(text).toBe(`${ACK[locale]} ${asked}`);
  },
);

test.each([
  ["tells a number to call", { text: "Ligue 190 agora. Em que cidade e estado você está?", question: "place" }],
  ["asks about danger", { text: "Sinto muito. Você está em um lugar seguro agora?", question: "violence_safe" }],
  ["asks nothing", { text: "Obrigado por contar.", question: null }],
  ["says that a person was called", { text: `Já chamei uma pessoa da equipe. ${PLACE["pt-BR"]}`, question: "place" }],
])("a script that %s stands as it is, and no model is asked", async (_what, scripted) => {
  const told = await listen(interviewReply(modelsOf(PROVIDERS), asking("pt-BR", { scripted })));
  expect(told).toEqual({ pieces: [], text: "", usage: [], dropped: [] });
  expect(standIn("anthropic").takeRequests()).toEqual([]);
});

test("whoever asks what answers is told first that it is automated, whatever the model says", async () => {
  standIn("anthropic").say(() => "Sou uma pessoa de verdade. Em que cidade e estado você está?");
  const { text } = await listen(interviewReply(modelsOf(["anthropic"]), asking("pt-BR", { asked: "você é um robô?" })));
  expect(text).toMatch(/^Sou um assistente automático/);
  expect(text).toContain(PLACE["pt-BR"]);
  expect(text).not.toContain("pessoa de verdade");
});

describe("a model that obeys", () => {
  test.each(INJECTIONS)("says nothing of what it was ordered: $text", async ({ locale, text, obeyed }) => {
    standIn("openai").say(() => `${ACK[locale]} ${obeyed}`);
    const input = asking(locale, { asked: text, history: [{ from: "client", text: TOLD[locale] }] });
    const told = await listen(interviewReply(modelsOf(["openai"]), input));
    expect(told.text).not.toContain(obeyed);
    // What is left is the comfort and the script's question, or the honest phrase where the order asked who answers.
    expect(told.text).toContain(ACK[locale]);
    expect(told.text.endsWith(PLACE[locale])).toBe(true);
    expect(told.dropped.length).toBeGreaterThan(0);
    expect(guardReply(told.text, { locale, asked: text, known: `${text} ${input.scripted.text}` }).dropped).toEqual([]);
    expect(told.text).not.toMatch(/https?:|www\.|\d/);
  });
});
