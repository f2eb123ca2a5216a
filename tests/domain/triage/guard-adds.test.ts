// What a worded reply may hold beside its question: what the person said, comfort, and no claim of the model's own.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { guardReply } from "../../../src/domain/triage/guard.ts";
import { addsMore } from "../../../src/domain/triage/guard-adds.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";

const line = z.union([
  z.strictObject({ set: z.string(), story: z.string() }),
  z.strictObject({ set: z.string(), locale: z.enum(["pt-BR", "en"]), innocent: z.boolean(), text: z.string() }),
]);
const lines = readFileSync(new URL("../../data/triage/acknowledgements.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((text) => line.parse(JSON.parse(text)));
const stories = new Map(lines.flatMap((row) => ("story" in row ? [[row.set, row.story]] : [])));
const rows = lines.flatMap((row) => ("story" in row ? [] : [row]));

/** Share of `some` that the guard leaves out. */
function leftOut(some: typeof rows): number {
  const gone = some.filter(({ set, locale, text }) => {
    const told = stories.get(set) ?? "";
    return guardReply(text, { locale, asked: "oi", known: told, told }).dropped.length > 0;
  });
  return gone.length / some.length;
}

describe.each(["pt-BR", "en"] as const)("of sentences in %s", (locale) => {
  const own = rows.filter((row) => row.locale === locale);

  test("nineteen in twenty that advise, judge, promise or foretell are left out", () => {
    const forbidden = own.filter(({ innocent }) => !innocent);
    expect(forbidden.length).toBeGreaterThan(70);
    expect(leftOut(forbidden)).toBeGreaterThanOrEqual(0.95);
  });

  test("four in five that say back and comfort are said", () => {
    const innocent = own.filter((row) => row.innocent);
    expect(innocent.length).toBeGreaterThan(70);
    expect(leftOut(innocent)).toBeLessThanOrEqual(0.2);
  });
});

test.each([
  ["Entendi que o banco desconta do seu benefício.", "o banco desconta do meu benefício", false],
  ["Entendi que o banco vai devolver tudo em dobro amanhã cedo.", "o banco desconta do meu benefício", true],
  ["O banco errou.", "o banco desconta do meu benefício", true],
  ["I am sorry that the landlord kept your deposit.", "my landlord kept the deposit", false],
  ["The landlord will give it back.", "my landlord kept the deposit", true],
  ["I am sorry, but the landlord is right.", "my landlord kept the deposit, am I right", false],
])("%j to %j adds something: %s", (sentence, told, adds) => {
  expect(addsMore(sentence, told)).toBe(adds);
});

test("a question is not looked at here, and what answers may say so", () => {
  expect(addsMore("O que a construtora prometeu no contrato?", "")).toBe(false);
  for (const locale of ["pt-BR", "en"] as const) {
    const honest = PHRASES.honest[locale];
    expect(guardReply(honest, { locale, asked: "oi", known: "x", told: "x" }).text).toBe(honest);
  }
});

test("without what was told nothing is compared", () => {
  expect(guardReply("A lei muda sempre por aqui.", { locale: "pt-BR", asked: "oi", known: "" }).dropped).toEqual([]);
});
