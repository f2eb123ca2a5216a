// Does a story find the right lawyers by its words alone? Narratives that nothing was tuned on, against demo profiles.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { demoProfessionals } from "../../../local/demo/professionals.ts";
import { cosine, embedLexical } from "../../../src/domain/embedding/lexical.ts";
import type { Area } from "../../../src/domain/legal/areas.ts";
import { isArea } from "../../../src/domain/legal/areas.ts";

interface Narrative {
  area: Area;
  locale: string;
  text: string;
}

const PROFILES = demoProfessionals(7, 400).map((one) => ({ areas: one.areas, vector: embedLexical(one.profile) }));

/** The chance that a profile of the right area is nearer than one of another, 0.5 is blind (area under the ROC curve). */
function auc(narratives: readonly Narrative[]): number {
  const each = narratives.map(({ text, area }) => {
    const vector = embedLexical(text);
    const scored = PROFILES.map((one) => ({
      near: cosine(vector, one.vector),
      right: one.areas.some((own) => own === area),
    }));
    const right = scored.filter((one) => one.right);
    const wrong = scored.filter((one) => !one.right);
    let wins = 0;
    for (const a of right) for (const b of wrong) wins += a.near > b.near ? 1 : a.near === b.near ? 0.5 : 0;
    return wins / (right.length * wrong.length);
  });
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

function narratives(file: string, keep: (row: Record<string, unknown>) => boolean): Narrative[] {
  return readFileSync(join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(keep)
    .flatMap(({ area, locale, text }) =>
      isArea(area) && area !== "nenhuma" ? [{ area, locale: String(locale ?? "pt-BR"), text: String(text) }] : [],
    );
}

const lay = narratives("../../data/narratives/test.jsonl", () => true);

test.each([
  ["lay stories in Portuguese", lay.filter(({ locale }) => locale === "pt-BR"), 0.9],
  ["lay stories in English", lay.filter(({ locale }) => locale === "en"), 0.9],
  [
    "long exam narratives",
    narratives("../../../bench/data/oab-bench/narratives.jsonl", (row) => row.split === "test"),
    0.86,
  ],
  [
    "short exam questions",
    narratives("../../../bench/data/oab-exams/questions.jsonl", (row) => row.split === "test"),
    0.78,
  ],
])("%s are nearer to the right profiles than to the wrong ones", (_, stories, least) => {
  expect(stories.length).toBeGreaterThan(15);
  expect(auc(stories)).toBeGreaterThan(least);
});
