// The gradients of LambdaMART push the better row up and the worse one down, just as hard.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datasetOf } from "../../../src/domain/learning/dataset.ts";
import { lambdaGradients } from "../../../src/domain/learning/lambda-gradients.ts";

const PLAIN = { sigma: 1, truncation: 10, dampSettledPairs: false, levelGroups: false, levelRows: false };
const group = (...labels: number[]) => ({ labels, rows: labels.map(() => [0]) });

function gradientsOf(
  groups: ReturnType<typeof group>[],
  scores: readonly number[],
  change: Partial<typeof PLAIN> = {},
) {
  const into = new Float64Array(2 * scores.length);
  lambdaGradients(datasetOf(["x"], groups), { ...PLAIN, ...change })(Float64Array.from(scores), into);
  return { first: [...into].filter((_, i) => i % 2 === 0), second: [...into].filter((_, i) => i % 2 === 1) };
}

describe("lambda gradients", () => {
  test("of one pair are the change of NDCG times the logistic's slope", () => {
    // Row 0 (grade 1) stands second behind row 1 (grade 0).
    const change = 1 - 1 / Math.log2(3);
    const wrong = 1 / (1 + Math.exp(0.2 - 0.5));
    const { first, second } = gradientsOf([group(1, 0)], [0.2, 0.5]);
    expect(first[0]).toBeCloseTo(-change * wrong, 12);
    expect(first[1]).toBeCloseTo(change * wrong, 12);
    expect(second[0]).toBeCloseTo(change * wrong * (1 - wrong), 12);
    expect(second[1]).toBeCloseTo(change * wrong * (1 - wrong), 12);
  });

  test("of a group sum to zero, curve upwards, and pull the best row up and the worst one down, whatever the settings", () => {
    const settings = fc.record({
      sigma: fc.double({ min: 0.5, max: 2, noNaN: true }),
      truncation: fc.integer({ min: 1, max: 12 }),
      dampSettledPairs: fc.boolean(),
      levelGroups: fc.boolean(),
      levelRows: fc.boolean(),
    });
    const row = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.double({ min: -400, max: 400, noNaN: true }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), settings, (rows, change) => {
        const labels = rows.map(([label]) => label);
        const { first, second } = gradientsOf(
          [group(...labels)],
          rows.map(([, score]) => score),
          change,
        );
        const size = first.reduce((sum, value) => sum + Math.abs(value), 0);
        expect(Math.abs(first.reduce((sum, value) => sum + value, 0))).toBeLessThanOrEqual(1e-12 * Math.max(1, size));
        expect(second.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
        expect(first[labels.indexOf(Math.max(...labels))]).toBeLessThanOrEqual(0);
        expect(first[labels.indexOf(Math.min(...labels))]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("do not cross groups, and are nothing where all grades are equal", () => {
    const alone = gradientsOf([group(1, 0, 2)], [0.1, 0.4, 0.2]);
    const beside = gradientsOf([group(1, 0, 2), group(2, 2), group(0, 0)], [0.1, 0.4, 0.2, 9, -9, 3, 4]);
    expect(beside.first).toEqual([...alone.first, 0, 0, 0, 0]);
    expect(beside.second).toEqual([...alone.second, 0, 0, 0, 0]);
  });

  test("leave out pairs that both stand below the truncation", () => {
    const { first } = gradientsOf([group(0, 1, 0)], [3, 2, 1], { truncation: 1 });
    const { first: all } = gradientsOf([group(0, 1, 0)], [3, 2, 1]);
    expect(first[2]).toBe(0);
    expect(all[2]).toBeGreaterThan(0);
  });

  test("may be levelled: a group with many pairs then weighs hardly more than one with few", () => {
    const weigh = (labels: number[], levelGroups: boolean) => {
      const { first } = gradientsOf(
        [group(...labels)],
        labels.map(() => 0),
        { levelGroups, truncation: 100 },
      );
      return first.reduce((sum, value) => sum + Math.abs(value), 0);
    };
    const many = Array.from({ length: 60 }, (_, i) => i % 3);
    expect(weigh(many, true) / weigh([1, 0], true)).toBeLessThan(weigh(many, false) / weigh([1, 0], false) / 2);
  });
});
