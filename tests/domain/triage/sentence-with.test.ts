import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceWith } from "../../../src/domain/triage/sentence-with.ts";

const TOLD = ["Oi. Fui demitida ontem, sem aviso. Moro em SP.", "dia 5 de novembro ele gritou comigo\ne depois sumiu"];

test.each([
  ["ontem", "Fui demitida ontem, sem aviso."],
  ["5 de Novembro", "dia 5 de novembro ele gritou comigo"],
  ["amanhã", "amanhã"],
  ["", ""],
])("%j was said in %j", (quote, sentence) => {
  expect(sentenceWith(quote, TOLD)).toBe(sentence);
});

test("a long one is cut between words around what was said", () => {
  const long = `${"palavra ".repeat(60)}ontem ${"outra ".repeat(60)}`;
  const shown = sentenceWith("ontem", [long]);
  expect(shown).toContain(" ontem ");
  expect(shown.length).toBeLessThanOrEqual(170);
  expect(shown).toMatch(/^… palavra .* outra …$/);
});

test("whatever is told, the quote that was told is in it", () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 80 }), { minLength: 1, maxLength: 4 }), (texts) => {
      const word = texts[0]?.match(/[a-z]+/i)?.[0] ?? "x";
      expect(sentenceWith(word, texts).toLowerCase()).toContain(word.toLowerCase());
    }),
  );
});
