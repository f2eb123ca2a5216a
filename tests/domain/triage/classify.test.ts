// Floors under the measured accuracy on text that nothing was tuned on, and on single hard points.
import { expect, test } from "vitest";
import { type Narrative, readNarratives } from "../../../bench/triage-data.ts";
import { classify } from "../../../src/domain/triage/classify.ts";

const NARRATIVES = readNarratives("test");

function accuracy(sources: readonly Narrative["source"][], among: number): number {
  const set = NARRATIVES.filter(({ source }) => sources.includes(source));
  const right = set.filter(({ text, area }) =>
    classify(text)
      .shares.slice(0, among)
      .some((share) => share.area === area),
  );
  return right.length / set.length;
}

test("examination questions: right area first in 0.82, among the first two in 0.91", () => {
  expect(accuracy(["oab-exams"], 1)).toBeGreaterThanOrEqual(0.82);
  expect(accuracy(["oab-exams"], 2)).toBeGreaterThanOrEqual(0.91);
});

test("long narratives of the second phase: right area first in 0.96, among the first two always", () => {
  expect(accuracy(["oab-bench"], 1)).toBeGreaterThanOrEqual(0.96);
  expect(accuracy(["oab-bench"], 2)).toBe(1);
});

test("lay narratives: right area first in 0.9 and among the first two in 0.95, in each language", () => {
  for (const source of ["lay-pt", "lay-en"] as const) {
    expect(accuracy([source], 1), source).toBeGreaterThanOrEqual(0.9);
    expect(accuracy([source], 2), source).toBeGreaterThanOrEqual(0.95);
  }
});

test("shares are a distribution over all areas, likeliest first", () => {
  for (const { text } of NARRATIVES.slice(0, 40)) {
    const { shares } = classify(text);
    expect(shares).toHaveLength(16);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    for (let i = 1; i < shares.length; i++) expect(shares[i - 1]?.share).toBeGreaterThanOrEqual(shares[i]?.share ?? 1);
  }
});

test("spelling slips and missing accents do not move the area", () => {
  expect(classify("fui dimitida e o patrao nao pagou a recisao").shares[0]?.area).toBe("trabalho");
  expect(classify("quero o divorsio e a gaurda dos filhos").shares[0]?.area).toBe("familia");
  expect(classify("aposentadora negada pelo inss").shares[0]?.area).toBe("previdenciario");
});

test("a text without anything to go by has no evidence", () => {
  expect(classify("").evidence).toBe(0);
  expect(classify("xyz").evidence).toBeLessThan(1);
});
