// What holds for every question and phrase: short, both languages, no exclamation marks.
import { expect, test } from "vitest";
import { AREAS, SUBAREAS } from "../../../src/domain/legal/areas.ts";
import { LOCALES } from "../../../src/domain/locale.ts";
import { AREA_QUESTIONS } from "../../../src/domain/triage/area-questions.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { QUESTIONS } from "../../../src/domain/triage/questions.ts";

test("every question has under 28 words in both languages", () => {
  for (const { id, text } of QUESTIONS) {
    for (const locale of LOCALES) {
      const count = text[locale].split(/\s+/).length;
      expect(count, `${id} ${locale}`).toBeGreaterThan(1);
      expect(count, `${id} ${locale}`).toBeLessThan(28);
    }
  }
});

test("ids of questions are unique", () => {
  const ids = QUESTIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("nothing shouts", () => {
  const texts = [...QUESTIONS.map(({ text }) => text), ...Object.values(PHRASES)];
  for (const text of texts) for (const locale of LOCALES) expect(text[locale]).not.toContain("!");
});

test("every area but none has questions and subareas", () => {
  for (const area of AREAS.filter((slug) => slug !== "nenhuma")) {
    expect(AREA_QUESTIONS[area].length, area).toBeGreaterThan(0);
    expect(SUBAREAS[area].length, area).toBeGreaterThan(3);
  }
});

test("the greeting says that it is automated, not a lawyer, and how to reach a person", () => {
  expect(PHRASES.greeting["pt-BR"]).toMatch(/automátic.*não sou advogado.*“pessoa”/s);
  expect(PHRASES.greeting.en).toMatch(/automated.*not a lawyer.*“person”/s);
});
