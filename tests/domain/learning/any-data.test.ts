// Training ends with numbers for whatever it is given, or says at once why it does not begin.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datasetOf } from "../../../src/domain/learning/dataset.ts";
import { scoreRow } from "../../../src/domain/learning/score-forest.ts";
import type { TrainingSettings } from "../../../src/domain/learning/settings.ts";
import { train } from "../../../src/domain/learning/train.ts";
import { SETTINGS, toy } from "./toy-ranking.ts";

describe("whatever the data are", () => {
  const odd = fc.constantFrom(Number.NaN, 0, 1, 3, -1e-310, 8e307, -8e307);
  const rows = fc.array(fc.tuple(fc.oneof(odd, fc.double({ min: -1, max: 1, noNaN: true })), odd), { maxLength: 12 });
  const grades = fc.constantFrom([2], [0], [0, 31], [0, 1, 2, 3, 4]);
  const direction = fc.constantFrom<1 | -1>(1, -1);

  test("training ends, and its leaves are numbers that can be added up", () => {
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: 1, maxLength: 5 }),
        fc.record({ grades, direction }),
        fc.record({
          ...{ l2: fc.constantFrom(0.001, 1), minChildWeight: fc.constantFrom(0, 0.1), sigma: fc.constantFrom(1, 50) },
          ...{ learningRate: fc.constantFrom(0.1, 5), rowShare: fc.constantFrom(0.01, 1) },
          ...{ dampSettledPairs: fc.boolean(), levelGroups: fc.boolean(), levelRows: fc.boolean() },
        }),
        (groups, made, odds) => {
          fc.pre(groups.some((group) => group.length > 0));
          const data = datasetOf(
            ["a", "b"],
            groups.map((group) => ({ rows: group, labels: group.map((_, i) => made.grades[i % made.grades.length]!) })),
          );
          const { forest } = train(data, { ...SETTINGS, ...odds, monotone: { a: made.direction } });
          expect(Math.max(...forest.value.map(Math.abs))).toBeLessThan(1e6);
          expect(forest.threshold.some(Number.isNaN)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("a case of thousands of rows trains in seconds", () => {
    const { forest } = train(toy(1, 6, 20_000), { ...SETTINGS, trees: 5, levelRows: true });
    const score = (good: number) => scoreRow(forest, Float64Array.of(0.5, good, 0));
    expect(score(0.9)).toBeGreaterThan(score(0.1));
  }, 5000);

  test("settings with which scores overflow or nothing is sampled are refused", () => {
    const refused: Partial<TrainingSettings>[] = [
      { l2: 0, minChildWeight: 0 },
      { rowShare: 0 },
      { featureShare: Number.NaN },
      { learningRate: Number.POSITIVE_INFINITY },
      { maxBins: 1 },
      { truncation: 0 },
      { trees: 2.5 },
    ];
    for (const part of refused) expect(() => train(toy(2, 1), { ...SETTINGS, ...part })).toThrowError("invalid_input");
  });
});
