// Whatever a model says, in whatever pieces, and wherever it breaks off: the reply keeps its promises.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import type { Locale } from "../../../src/domain/locale.ts";
import { mayBeWorded } from "../../../src/domain/triage/may-be-worded.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { QUESTIONS } from "../../../src/domain/triage/questions.ts";
import type { ReplyInput } from "../../../src/domain/triage/strategies/types.ts";
import type { ChatModel } from "../../../src/providers/models/chat-model.ts";
import { vendorFailure } from "../../../src/providers/vendor-failure.ts";
import { interviewReply } from "../../../src/services/triage/interview-reply.ts";

const row = z.union([
  z.object({ set: z.string(), story: z.string() }),
  z.object({ set: z.string(), locale: z.enum(["pt-BR", "en"]), innocent: z.boolean(), text: z.string() }),
]);
const rows = readFileSync(new URL("../../data/triage/acknowledgements.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => row.parse(JSON.parse(line)));
const STORY = rows.flatMap((one) => ("story" in one && one.set === "one" ? [one.story] : [])).join("\n");
const SENTENCES: Record<Locale, string[]> = {
  "pt-BR": ["Você tem filhos?", "Em que cidade você mora?"],
  en: ["Do you have children?", "Which city do you live in?"],
};
for (const one of rows) if ("text" in one && one.set === "one") SENTENCES[one.locale].push(one.text);
const ASKED = QUESTIONS.filter(
  ({ id, text }) =>
    mayBeWorded({ text: text.en, question: id }, "en") && mayBeWorded({ text: text["pt-BR"], question: id }, "pt-BR"),
);

/** A model that says `text` in pieces of the given lengths, and fails after `last` of them where that is a number. */
function speaking(text: string, lengths: readonly number[], last: number | null): ChatModel {
  const failing = () => Promise.reject(vendorFailure("error", "openai: the stream was cut"));
  return {
    ...{ provider: "openai", model: "any", voter: "openai:any", firstTokenMs: 1000, ask: failing },
    stream: () => ({
      tokens: () => null,
      pieces: (async function* () {
        let at = 0;
        for (let i = 0; at < text.length; i++) {
          if (i === last) await failing();
          const next = at + (lengths[i % lengths.length] ?? 1);
          yield text.slice(at, next);
          at = next;
        }
      })(),
    }),
  };
}
const input = (locale: Locale, scripted: ReplyInput["scripted"]): ReplyInput => ({
  ...{ locale, asked: "oi", scripted, history: [{ from: "client", text: STORY }], budgetMs: 5000 },
  signal: new AbortController().signal,
});
async function listen(models: ChatModel[], asked: ReplyInput) {
  const stream = interviewReply(models, asked);
  let text = "";
  for await (const piece of stream.pieces) text += piece;
  return { text, ...stream.cost() };
}

const anyLocale = fc.constantFrom<Locale>("pt-BR", "en");
const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const anySpeech = anyLocale.chain((locale) =>
  fc.record({
    locale: fc.constant(locale),
    said: fc.array(fc.constantFrom(...SENTENCES[locale]), { maxLength: 6 }),
    question: fc.constantFrom(...ASKED),
    lengths,
    last: fc.option(fc.nat(12)),
  }),
);

test("it asks one thing, the script's, whatever was said and wherever it broke off", async () => {
  await fc.assert(
    fc.asyncProperty(anySpeech, async ({ locale, said, question, lengths, last }) => {
      const asked = question.text[locale];
      const scripted = { text: `${PHRASES.thanks[locale]} ${asked}`, question: question.id };
      const { text, usage } = await listen([speaking(said.join(" "), lengths, last)], input(locale, scripted));
      expect(usage).toHaveLength(1);
      if (text === "") return;
      const count = (some: string) => some.match(/\?/g)?.length ?? 0;
      expect(count(text)).toBeGreaterThanOrEqual(1);
      expect(count(text)).toBeLessThanOrEqual(Math.max(1, count(asked)));
      if (question.options !== undefined) expect(text.endsWith(asked)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("the same words in other pieces are the same reply", async () => {
  await fc.assert(
    fc.asyncProperty(anySpeech, lengths, async ({ locale, said, question, lengths: some }, others) => {
      const scripted = { text: question.text[locale], question: question.id };
      const replies = await Promise.all(
        [some, others].map((pieces) => listen([speaking(said.join(" "), pieces, null)], input(locale, scripted))),
      );
      expect(replies[1]?.text).toBe(replies[0]?.text);
      expect(replies[1]?.dropped).toEqual(replies[0]?.dropped);
    }),
    { numRuns: 150 },
  );
});

test("what was shown before it broke off is a beginning of what would have been shown", async () => {
  await fc.assert(
    fc.asyncProperty(anySpeech, async ({ locale, said, question, lengths, last }) => {
      const scripted = { text: question.text[locale], question: question.id };
      const whole = await listen([speaking(said.join(" "), lengths, null)], input(locale, scripted));
      const cut = await listen([speaking(said.join(" "), lengths, last)], input(locale, scripted));
      const own = cut.text.replace(question.text[locale], "").trim();
      expect(whole.text.startsWith(own)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test("a model that repeats the script is heard as the script", async () => {
  for (const locale of ["pt-BR", "en"] as const) {
    for (const question of ASKED) {
      for (const phrase of [PHRASES.thanks, PHRASES.sorry, PHRASES.noted]) {
        const text = `${phrase[locale]} ${question.text[locale]}`;
        const told = await listen([speaking(text, [7], null)], input(locale, { text, question: question.id }));
        expect(told.text).toBe(text);
      }
    }
  }
});
