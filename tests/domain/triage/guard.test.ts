// What a model may and may not say, whole or streamed in any pieces.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type GuardContext,
  guardReply,
  guardStream,
  MAX_QUESTION_WORDS,
  MAX_REPLY_CHARACTERS,
} from "../../../src/domain/triage/guard.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { QUESTIONS } from "../../../src/domain/triage/questions.ts";
import type { Locale } from "../../../src/domain/triage/types.ts";

interface Row {
  locale: Locale;
  kind: string | null;
  text: string;
}

const rows: Row[] = readFileSync("tests/data/triage/model-replies.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const forbidden = rows.filter(({ kind }) => kind !== null);
const innocent = rows.filter(({ kind }) => kind === null);
const LOCALES: Locale[] = ["pt-BR", "en"];
const known = "Trabalhei na Padaria Estrela. I worked at Padaria Estrela.";

test.each(forbidden)("left out, $kind: “$text”", ({ locale, text }) => {
  const alone = guardReply(text, { locale, asked: "", known });
  expect(alone.text).toBe("");
  expect(alone.dropped.length).toBeGreaterThan(0);
  const beside = locale === "en" ? ["I see.", "Which city are you in?"] : ["Entendi.", "Em que cidade você está?"];
  const within = guardReply(`${beside[0]} ${text}\n${beside[1]}`, { locale, asked: "", known });
  // A question that was left out does not use up the one that may be asked.
  expect(within.text).toBe(beside.join("\n"));
});

test.each(innocent)("passes as it is: “$text”", ({ locale, text }) => {
  expect(guardReply(text, { locale, asked: "", known })).toMatchObject({ text, dropped: [] });
});

describe.each(LOCALES)("in %s", (locale) => {
  const scripted = [...Object.values(PHRASES), ...QUESTIONS.map(({ text }) => text)].map((text) => text[locale]);

  test.each(scripted)("scripted words pass as they are: “%s”", (text) => {
    expect(guardReply(text, { locale, asked: "" })).toMatchObject({ text, dropped: [] });
  });

  test("a scripted phrase before a scripted question passes as it is", () => {
    for (const phrase of Object.values(PHRASES)) {
      for (const question of QUESTIONS) {
        const text = `${phrase[locale]} ${question.text[locale]}`;
        if (!phrase[locale].includes("?")) expect(guardReply(text, { locale, asked: "" }).text).toBe(text);
      }
    }
  });

  test("asked whether it is a machine, it says so first, unless the reply does", () => {
    const asked = locale === "en" ? "are you a robot?" : "você é um robô?";
    const says = locale === "en" ? "Yes, I am a bot." : "Sim, sou um robô.";
    const denies = locale === "en" ? "I am not a bot. Tell me more." : "Não sou um robô. Conte mais.";
    expect(guardReply(says, { locale, asked }).text).toBe(says);
    expect(guardReply(denies, { locale, asked }).text).toBe(
      `${PHRASES.honest[locale]} ${locale === "en" ? "Tell me more." : "Conte mais."}`,
    );
  });

  test("nothing usable left: nothing, also when it was asked whether it is a machine", () => {
    const asked = locale === "en" ? "are you human?" : "você é humano?";
    const claim = locale === "en" ? "Yes, I am human!" : "Sim, sou humana!";
    expect(guardReply(claim, { locale, asked }).text).toBe("");
  });
});

test("of two questions the first stays, with the short one that belongs to it", () => {
  const context: GuardContext = { locale: "pt-BR", asked: "" };
  expect(guardReply("Onde você mora? Qual é o nome da empresa?", context)).toMatchObject({
    text: "Onde você mora?",
    dropped: [{ kind: "second_question" }],
  });
  expect(guardReply("Você recebeu uma carta? Quando?", context).text).toBe("Você recebeu uma carta? Quando?");
});

test("a question over forty words, exclamation marks, Markdown and a reply without end", () => {
  const context: GuardContext = { locale: "en", asked: "" };
  const long = `Can you tell me ${"and then ".repeat(20)}what happened?`;
  expect(guardReply(long, context)).toMatchObject({ text: "", dropped: [{ kind: "long_question" }] });
  expect(guardReply("Thank you! **Where** do you live?!", context).text).toBe("Thank you. Where do you live?");
  const endless = Array.from({ length: 200 }, (_, n) => `I have noted the point number ${n}.`).join(" ");
  expect(guardReply(endless, context).text.length).toBeLessThanOrEqual(MAX_REPLY_CHARACTERS);
});

test("names that the person gave may be said, others not", () => {
  const text = "Entendi, o João Pereira não devolveu o carro.";
  expect(guardReply(text, { locale: "pt-BR", asked: "o joão pereira ficou com meu carro" }).text).toBe(text);
  expect(guardReply(text, { locale: "pt-BR", asked: "ficaram com meu carro" }).text).toBe("");
});

test("words of the prompt are not repeated", () => {
  const instructions = "You ask one short question at a time and you never tell the person what the law says.";
  const text = "I ask one short question at a time and you never tell me.";
  expect(guardReply(text, { locale: "en", asked: "", instructions }).dropped[0]?.kind).toBe("echo");
});

const anyReply = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...rows.map(({ text }) => text)),
        fc.constantFrom(
          ...QUESTIONS.map(({ text }) => text.en),
          ...Object.values(PHRASES).map((text) => text["pt-BR"]),
        ),
        fc.constantFrom(
          "!",
          "\n",
          "\n\n",
          "...",
          "?!",
          " - ",
          "**",
          "Dr.",
          "A.",
          "“Oi.”",
          "x".repeat(700),
          "\u202e",
          "\ud800",
        ),
      ),
      { maxLength: 12 },
    )
    .chain((parts) => fc.constantFrom(" ", "", "\n").map((glue) => parts.join(glue))),
);
const anyContext = fc.record({
  locale: fc.constantFrom(...LOCALES),
  asked: fc.constantFrom("", "você é um robô?", "are you human?", "fui demitido"),
});

describe("whatever a model says", () => {
  test.each([
    ["- - Por favor, me conte mais.", "Por favor, me conte mais."],
    ["> • | Sinto muito.", "Sinto muito."],
    // Composed, the first character is a backquote.
    ["\u1fefSinto muito.", "Sinto muito."],
  ])("%j is tidied in one go", (reply, tidy) => {
    const context = { locale: "pt-BR", asked: "me demitiram", known: reply } as const;
    expect(guardReply(reply, context).text).toBe(tidy);
  });

  test("what passed passes again unchanged, within its bounds, without an exclamation mark, with one question", () => {
    fc.assert(
      fc.property(anyReply, anyContext, (reply, context) => {
        const once = guardReply(reply, context);
        expect(guardReply(once.text, context).text).toBe(once.text);
        expect(once.text.length).toBeLessThanOrEqual(MAX_REPLY_CHARACTERS + PHRASES.honest[context.locale].length + 1);
        expect(once.text).not.toContain("!");
        expect(once.text.match(/\?/g)?.length ?? 0).toBeLessThanOrEqual(2);
        const questions = once.text.split(/(?<=[.?…])\s/).filter((sentence) => sentence.includes("?"));
        expect(questions.join(" ").split(/\s+/).length).toBeLessThanOrEqual(MAX_QUESTION_WORDS + 4);
      }),
      { numRuns: 400 },
    );
  });

  test("streamed in any pieces it is the same, and what was shown is never taken back", () => {
    fc.assert(
      fc.property(
        anyReply,
        anyContext,
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 }),
        (reply, context, cuts) => {
          const stream = guardStream(context);
          let shown = "";
          let at = 0;
          for (const length of cuts) {
            shown += stream.push(reply.slice(at, at + length));
            at += length;
            expect(stream.result().text).toBe(shown);
          }
          shown += stream.push(reply.slice(at));
          shown += stream.end();
          expect(shown).toBe(guardReply(reply, context).text);
          expect(stream.result()).toEqual(guardReply(reply, context));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a sentence that is to be left out shows none of its words", () => {
    const stream = guardStream({ locale: "en", asked: "" });
    let shown = "";
    for (const character of "I see. You should sue your boss. Where do you live?") shown += stream.push(character);
    expect(shown).toBe("I see.");
    expect(shown + stream.end()).toBe("I see. Where do you live?");
  });
});
