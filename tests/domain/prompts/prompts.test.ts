// The prompts themselves: versions, both languages, all our labels, and nothing in them that the guard would take for an echo.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AREAS, SUBAREAS } from "../../../src/domain/legal/areas.ts";
import type { Locale } from "../../../src/domain/locale.ts";
import { DANGERS, readLabels } from "../../../src/domain/prompts/labels.ts";
import { analystInput, LEGAL_ANALYST } from "../../../src/domain/prompts/legal-analyst.ts";
import { EXAMPLES } from "../../../src/domain/prompts/legal-examples.ts";
import { LEGAL_INTERVIEWER } from "../../../src/domain/prompts/legal-interviewer.ts";
import { contentHash, prompt } from "../../../src/domain/prompts/prompt.ts";
import { asksTheSame } from "../../../src/domain/prompts/same-question.ts";
import { guardReply } from "../../../src/domain/triage/guard.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { QUESTIONS } from "../../../src/domain/triage/questions.ts";

const LOCALES: readonly Locale[] = ["pt-BR", "en"];
const ALL = [LEGAL_ANALYST, LEGAL_INTERVIEWER].flatMap((prompts) => LOCALES.map((locale) => prompts[locale]));

test("each prompt is named by vertical, role, language and content", () => {
  expect(ALL.map(({ version }) => version.replace(/@.*/, ""))).toEqual([
    "legal/analyst/pt-BR",
    "legal/analyst/en",
    "legal/interviewer/pt-BR",
    "legal/interviewer/en",
  ]);
  for (const { version, instructions } of ALL) expect(version.endsWith(`@${contentHash(instructions)}`)).toBe(true);
});

test("another wording is another version", () => {
  const one = prompt("legal", "analyst", "en", "Say it.");
  expect(prompt("legal", "analyst", "en", "Say it!").version).not.toBe(one.version);
  expect(prompt("legal", "analyst", "en", "\nSay it.\n").version).toBe(one.version);
  // The published test vector of FNV-1a, 32 bits, for "foobar".
  expect(contentHash("foobar")).toBe("bf9cf968");
});

test.each(LOCALES)("the analyst of %s knows every area, subarea and danger by its code", (locale) => {
  const { instructions } = LEGAL_ANALYST[locale];
  for (const area of AREAS) {
    expect(instructions).toContain(`- ${area} (`);
    for (const { slug } of SUBAREAS[area]) expect(instructions).toContain(`${slug} (`);
  }
  for (const danger of DANGERS) expect(instructions).toContain(`${danger} (`);
});

test("every example has labels that we would accept, in codes of ours, every area among them", () => {
  for (const { labels } of EXAMPLES) expect(readLabels(JSON.stringify(labels))).toEqual({ labels });
  const shown = new Set(EXAMPLES.map(({ labels }) => labels.area));
  expect(AREAS.filter((area) => !shown.has(area))).toEqual([]);
  expect(new Set(EXAMPLES.flatMap(({ labels }) => labels.flags))).toEqual(new Set(DANGERS));
});

test("no example is a text on which the triage is measured", () => {
  const folder = new URL("../../data/", import.meta.url);
  for (const file of ["narratives/tune.jsonl", "narratives/test.jsonl", "triage/parity.jsonl", "triage/panels.jsonl"]) {
    const measured = readFileSync(new URL(file, folder), "utf8");
    for (const { story } of EXAMPLES) for (const text of Object.values(story)) expect(measured).not.toContain(text);
  }
});

test("the analyst's fixed part is long enough for the providers' caches, and the same for everybody", () => {
  // Claude Haiku 4.5 keeps beginnings of 4,096 tokens and more, others shorter ones; 3.8 characters a token is an estimate.
  for (const locale of LOCALES) expect(LEGAL_ANALYST[locale].instructions.length / 3.8).toBeGreaterThan(4096);
});

test("why an answer is asked for once more comes after the story, outside of every fence", () => {
  const input = analystInput("en", [{ from: "client", text: "hi" }], "a".repeat(32), "it was not one JSON object");
  const last = input.split("\n").at(-1);
  expect(last).toBe(
    "Your last answer could not be used: it was not one JSON object. Answer again, with the JSON object alone.",
  );
});

describe.each(LOCALES)("in %s", (locale) => {
  const { instructions } = LEGAL_INTERVIEWER[locale];
  const guarded = (text: string) => guardReply(text, { locale, asked: "oi", known: text, instructions });

  test("no scripted question or phrase is taken for an echo of the instructions", () => {
    const texts = [...QUESTIONS.map(({ text }) => text[locale]), ...Object.values(PHRASES).map((text) => text[locale])];
    for (const text of texts) {
      expect(
        guarded(text).dropped.filter(({ kind }) => kind === "echo"),
        text,
      ).toEqual([]);
    }
  });

  test("each scripted question asks the same as itself, and no sentence of comfort asks it", () => {
    for (const { text } of QUESTIONS) {
      const asking = text[locale].split(/(?<=[.?]) /).filter((part) => part.includes("?"));
      expect(asking.some((part) => asksTheSame(text[locale], part))).toBe(true);
    }
  });

  test("a sentence of the instructions is never said", () => {
    const long = instructions.split(/\n|(?<=\.) /).filter((line) => line.split(/\s+/).length > 14);
    expect(long.length).toBeGreaterThan(5);
    for (const line of long) expect(guarded(line).text, line).not.toContain(line);
  });
});

test.each([
  ["Quando você saiu da empresa?", "Em que dia foi a sua saída da empresa?", true],
  ["Em que cidade e estado você está?", "E em qual cidade você mora hoje?", true],
  ["Did the landlord send you a notice?", "Have you got any notice from the landlord?", true],
  ["Em que cidade e estado você está?", "Você tem filhos?", false],
  ["Did the landlord send you a notice?", "How old are your children?", false],
  ["Quando?", "E quando foi isso?", true],
])("%j is asked by %j: %s", (scripted, worded, same) => {
  expect(asksTheSame(worded, scripted)).toBe(same);
});
