import fc from "fast-check";
import { expect, test } from "vitest";
import { datasetOf } from "../../../src/domain/learning/dataset.ts";
import { neverLowers } from "../../../src/domain/learning/monotone-forest.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { scoreRow } from "../../../src/domain/learning/score-forest.ts";
import { train } from "../../../src/domain/learning/train.ts";
import { RANKER_SETTINGS } from "../../../src/domain/matching/ranker-training.ts";

const FEATURES = ["stars", "other"];

/** Groups in which fewer stars are better: whoever learns freely lowers a score for more of them. */
function contrary(seed: number) {
  const chance = chanceOf(seed);
  return datasetOf(
    FEATURES,
    Array.from({ length: 60 }, () => {
      const rows = Array.from({ length: 6 }, () => [chance(), chance()]);
      const labels = rows.map(([stars = 0, other = 0]) => Math.round(3 * (0.7 * (1 - stars) + 0.3 * other)));
      return { rows, labels };
    }),
  );
}

test("a forest that learned that more stars are worse is found out, one under the constraint is cleared", () => {
  const free = train(contrary(3), { ...RANKER_SETTINGS, trees: 30, monotone: {} }).forest;
  const bound = train(contrary(3), { ...RANKER_SETTINGS, trees: 30, monotone: { stars: 1 } }).forest;
  expect(neverLowers(free, "stars")).toBe(false);
  expect(neverLowers(bound, "stars")).toBe(true);
  expect(neverLowers(free, "a column that it does not have")).toBe(true);
});

test("whoever is cleared never lowers a score, whatever the row", () => {
  const { forest } = train(contrary(5), { ...RANKER_SETTINGS, trees: 60, monotone: { stars: 1 } });
  expect(neverLowers(forest, "stars")).toBe(true);
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, unit, unit, (a, b, other) => {
      const at = (stars: number) => scoreRow(forest, Float64Array.of(stars, other));
      expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
    }),
  );
});
