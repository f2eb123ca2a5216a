// Contributions are Shapley values: checked against their definition, and against what XGBoost says.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Forest } from "../../../src/domain/learning/forest.ts";
import { forestBuilder } from "../../../src/domain/learning/forest-builder.ts";
import { readLightgbm } from "../../../src/domain/learning/from-lightgbm.ts";
import { readXgboost } from "../../../src/domain/learning/from-xgboost.ts";
import { nextNode, scoreRow } from "../../../src/domain/learning/score-forest.ts";
import { explainer, explainRow } from "../../../src/domain/learning/tree-shap.ts";
import { foreignText, largestGap, rankTestRows, xgboostAnswers } from "./foreign-fixtures.ts";
import { anyForest, anyRow, FEATURES } from "./random-forest.ts";

/** What the forest expects of the row when only the features of `known` (a bit each) are. */
function expectedOf(forest: Forest, row: Float64Array, known: number): number {
  const below = (node: number): number => {
    const feature = forest.feature[node]!;
    if (feature < 0) return forest.value[node]!;
    if ((known >> feature) & 1) return below(nextNode(forest, node, row, 0));
    const [left, right] = [forest.left[node]!, forest.right[node]!];
    const [a, b] = [forest.cover[left]!, forest.cover[right]!];
    return (a * below(left) + b * below(right)) / (a + b);
  };
  return forest.roots.reduce((sum, root) => sum + below(root), forest.base);
}

/** Shapley 1953: the mean of what a feature adds, over all orders in which the features can become known. */
function shapley(forest: Forest, row: Float64Array): number[] {
  const count = FEATURES.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return FEATURES.map((_, feature) => {
    let sum = 0;
    for (let known = 0; known < 1 << count; known++) {
      if ((known >> feature) & 1) continue;
      const size = FEATURES.filter((_, other) => (known >> other) & 1).length;
      const chance = (factorial(size) * factorial(count - size - 1)) / factorial(count);
      sum += chance * (expectedOf(forest, row, known | (1 << feature)) - expectedOf(forest, row, known));
    }
    return sum;
  });
}

function explained(forest: Forest, row: Float64Array) {
  const contributions = new Float64Array(forest.features.length);
  const start = explainRow(forest, row, contributions);
  return { start, contributions, total: contributions.reduce((sum, value) => sum + value, start) };
}

describe("explainRow", () => {
  test("gives the Shapley values of any forest and row", () => {
    fc.assert(
      fc.property(anyForest(fc.constant(false)), anyRow, (forest, row) => {
        const { start, contributions, total } = explained(forest, row);
        expect(largestGap(contributions, shapley(forest, row))).toBeLessThan(1e-9);
        expect(Math.abs(start - expectedOf(forest, row, 0))).toBeLessThan(1e-9);
        expect(Math.abs(total - scoreRow(forest, row))).toBeLessThan(1e-9);
      }),
      { numRuns: 500 },
    );
  });

  test("adds up to the score where sums are rounded to float32 as well", () => {
    fc.assert(
      fc.property(anyForest(fc.constant(true)), anyRow, (forest, row) => {
        const { start, contributions, total } = explained(forest, row);
        expect(Math.abs(total - scoreRow(forest, row))).toBeLessThan(1e-9);
        expect(largestGap(contributions, shapley(forest, row))).toBeLessThan(1e-9);
        expect(Math.abs(start - expectedOf(forest, row, 0))).toBeLessThan(1e-5);
      }),
      { numRuns: 200 },
    );
  });

  test.each(["regression", "logistic", "poisson", "categorical", "early-stopped", "dart"])(
    "says of the %s model what XGBoost says",
    (name) => {
      const { forest } = readXgboost(foreignText(`xgboost-${name}.json`));
      const { rows, contributions } = xgboostAnswers(name);
      const scale = Math.max(1, Math.abs(forest.base));
      for (const [index, row] of rows.entries()) {
        const ours = explained(forest, row);
        // XGBoost adds its contributions up in float32.
        expect(largestGap([...ours.contributions, ours.start], contributions[index]!)).toBeLessThan(2e-6 * scale);
      }
    },
  );

  test.each([
    ["LightGBM", () => readLightgbm(foreignText("lightgbm.txt")).forest],
    ["XGBoost", () => readXgboost(foreignText("xgboost.json")).forest],
  ])("adds up for every tenth row of the ranking data, with the model of %s", (_, read) => {
    const forest = read();
    const { rows, rowCount, width } = rankTestRows();
    const explain = explainer(forest);
    const contributions = new Float64Array(width);
    for (let row = 0; row < rowCount; row += 10) {
      const start = explain(rows, contributions, row * width);
      const total = contributions.reduce((sum, value) => sum + value, start);
      expect(Math.abs(total - scoreRow(forest, rows, row * width))).toBeLessThan(1e-9);
    }
  });

  test.each([12, 24, 48, 200])("stays exact along %i splits on features of their own", (depth) => {
    const features = Array.from({ length: depth }, (_, index) => `f${index}`);
    const builder = forestBuilder(features);
    builder.addTree(0, (node) =>
      node % 2 === 1 || node === 2 * depth
        ? { value: Math.sin(node), cover: 1 + (node % 7) }
        : {
            ...{ feature: node / 2, threshold: 0.5, decision: 0, missing: 2, defaultLeft: true, cover: 0 },
            ...{ left: node + 1, right: node + 2 },
          },
    );
    const forest = builder.finish(0, false);
    for (const value of [0, 1]) {
      const row = Float64Array.from(features, (_, index) => (index < depth / 2 ? 1 : value));
      expect(Math.abs(explained(forest, row).total - scoreRow(forest, row))).toBeLessThan(1e-9);
    }
  });

  test("refuses a forest that does not know how many rows its branches saw", () => {
    const { forest } = readXgboost(foreignText("xgboost-regression.json"));
    const unknown = { ...forest, cover: new Float64Array(forest.cover.length) };
    expect(() => explained(unknown, new Float64Array(4))).toThrow("forest_without_cover");
  });

  test("refuses a row or a result that is too short", () => {
    const { forest } = readXgboost(foreignText("xgboost-regression.json"));
    expect(() => explainRow(forest, new Float64Array(3), new Float64Array(4))).toThrow("invalid_input");
    expect(() => explainRow(forest, new Float64Array(4), new Float64Array(3))).toThrow("invalid_input");
  });
});
