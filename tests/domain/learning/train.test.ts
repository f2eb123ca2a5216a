// LambdaMART learns what is there, the same every time, and keeps the promises of its constraints.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datasetOf, type RankingDataset } from "../../../src/domain/learning/dataset.ts";
import type { Forest } from "../../../src/domain/learning/forest.ts";
import { meanNdcg } from "../../../src/domain/learning/ndcg.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { scoreRow } from "../../../src/domain/learning/score-forest.ts";
import { train } from "../../../src/domain/learning/train.ts";
import { SETTINGS, toy } from "./toy-ranking.ts";

const score = (forest: Forest, row: readonly number[]) => scoreRow(forest, Float64Array.from(row));
const rowsOf = ({ columns, labels }: RankingDataset) =>
  Array.from(labels, (_, row) => columns.map((column) => column[row]!));
const ndcgOf = (forest: Forest, data: RankingDataset) =>
  meanNdcg(
    rowsOf(data).map((row) => score(forest, row)),
    data.labels,
    data.groupStarts,
    5,
  );

describe("a trained forest", () => {
  test("ranks cases that it has not seen far better than chance does", () => {
    const unseen = toy(60, 2);
    const { forest } = train(toy(80, 1), SETTINGS);
    const chance = chanceOf(3);
    const byChance = meanNdcg(Array.from(unseen.labels, chance), unseen.labels, unseen.groupStarts, 5);
    expect(byChance).toBeLessThan(0.75);
    expect(ndcgOf(forest, unseen)).toBeGreaterThan(0.92);
  });

  test("learns that a missing value is good, and which feature is noise", () => {
    const { forest } = train(toy(80, 1), SETTINGS);
    expect(score(forest, [0.5, 0.5, Number.NaN])).toBeGreaterThan(score(forest, [0.5, 0.5, 0.5]) + 0.1);
    const gain = Math.abs(score(forest, [0.5, 0.9, 0]) - score(forest, [0.5, 0.1, 0]));
    expect(Math.abs(score(forest, [0.9, 0.5, 0]) - score(forest, [0.1, 0.5, 0]))).toBeLessThan(gain / 4);
  });

  test("tells what is known from what is missing, also by values that training has not seen", () => {
    const chance = chanceOf(5);
    const data = datasetOf(
      ["x"],
      Array.from({ length: 20 }, () => {
        const rows = Array.from({ length: 6 }, (_, row) => [row % 2 === 0 ? Number.NaN : chance()]);
        return { rows, labels: rows.map(([x]) => (Number.isNaN(x) ? 1 : 0)) };
      }),
    );
    const { forest } = train(data, { ...SETTINGS, minChildRows: 0, minChildWeight: 0, maxLeaves: 2 });
    expect(score(forest, [Number.NaN])).toBeGreaterThan(score(forest, [0.5]) + 1);
    expect(score(forest, [1e9])).toBe(score(forest, [0.5]));
    expect(score(forest, [-1e9])).toBe(score(forest, [0.5]));
  });

  test("takes no value for a missing one where its node saw only others", () => {
    // Below "side", each branch sees half of the range of x; what the other half has there is decided by no row.
    const chance = chanceOf(11);
    const data = datasetOf(
      ["side", "x"],
      Array.from({ length: 40 }, () => {
        const rows = Array.from({ length: 8 }, (_, row) => {
          const side = row % 2;
          return [side, row < 4 ? Number.NaN : (chance() + side) / 2];
        });
        return { rows, labels: rows.map(([side, x]) => (side === 1 ? 3 : 0) + (Number.isNaN(x) ? 1 : 0)) };
      }),
    );
    const { forest } = train(data, { ...SETTINGS, minChildWeight: 0 });
    for (const side of [0, 1]) {
      const missing = score(forest, [side, Number.NaN]);
      for (const value of [-5, 0.05, 0.25, 0.75, 0.95, 5]) expect(score(forest, [side, value])).toBeLessThan(missing);
    }
  });

  test("is the same to the last bit for the same seed, and another for another", () => {
    const settings = { ...SETTINGS, rowShare: 0.6, featureShare: 0.7 };
    const data = toy(30, 1);
    const first = train(data, settings).forest;
    expect(train(data, settings).forest).toEqual(first);
    expect(train(data, { ...settings, seed: 8 }).forest).not.toEqual(first);
  });

  test("does not depend on the values of a column that says nothing", () => {
    const data = toy(30, 1);
    const flat = { ...data, columns: [data.columns[0]!.map(() => 3), ...data.columns.slice(1)] };
    const { forest } = train(flat, SETTINGS);
    expect([...forest.feature]).not.toContain(0);
  });

  test("has leaves of no fewer rows than asked, no more leaves and no greater depth", () => {
    const data = toy(40, 1);
    const { forest } = train(data, { ...SETTINGS, minChildRows: 25, maxLeaves: 6, maxDepth: 2 });
    const covers = [...forest.cover].filter((_, node) => forest.feature[node] === -1);
    expect(Math.min(...covers)).toBeGreaterThanOrEqual(25);
    for (const [tree, root] of forest.roots.entries()) {
      const end = forest.roots[tree + 1] ?? forest.feature.length;
      expect(end - root).toBeLessThanOrEqual(2 * 4 - 1);
      expect(forest.cover[root]).toBe(data.labels.length);
    }
  });

  test("a split must gain more than gamma", () => {
    const { forest } = train(toy(20, 1), { ...SETTINGS, gamma: 1e6 });
    expect([...forest.feature].every((feature) => feature === -1)).toBe(true);
  });

  test("sees the share of rows and features that it was given", () => {
    const data = toy(40, 1);
    const { forest } = train(data, { ...SETTINGS, rowShare: 0.25, featureShare: 1 / 3 });
    for (const [tree, root] of forest.roots.entries()) {
      expect(forest.cover[root]).toBe(data.labels.length / 4);
      const nodes = forest.feature.subarray(root, forest.roots[tree + 1]);
      expect(new Set(nodes.filter((feature) => feature >= 0)).size).toBeLessThanOrEqual(1);
    }
    expect(new Set(forest.feature.filter((feature) => feature >= 0)).size).toBeGreaterThan(1);
  });

  test("splits as if each bin had been counted by itself", () => {
    // A column that is mostly 0 and its mirror image take the two ways of the scan; both must cut at the same place.
    const data = toy(25, 5);
    const columns = data.columns.map((column) => column.map((value) => (Number.isNaN(value) ? 2 : value)));
    const settings = { ...SETTINGS, maxBins: 254 };
    const plain = train({ ...data, columns }, settings);
    const mirrored = train({ ...data, columns: columns.map((column) => column.map((value) => -value)) }, settings);
    for (const row of rowsOf({ ...data, columns })) {
      expect(
        score(
          mirrored.forest,
          row.map((value) => -value),
        ),
      ).toBeCloseTo(score(plain.forest, row), 6);
    }
  });
});

describe("a monotone constraint", () => {
  const { columns, ...rest } = toy(60, 4);
  // Against the data's own direction, so that it binds; noise has to be kept out of the way of both.
  const data = { ...rest, columns };
  const { forest } = train(data, { ...SETTINGS, trees: 40, maxLeaves: 31, monotone: { good: -1, rare: 1 } });
  const free = train(data, { ...SETTINGS, trees: 40, maxLeaves: 31 }).forest;
  const unit = fc.double({ min: -0.5, max: 1.5, noNaN: true });

  test("holds for every row and every pair of values", () => {
    fc.assert(
      fc.property(unit, unit, unit, unit, (noise, other, one, two) => {
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        expect(score(forest, [noise, low, other])).toBeGreaterThanOrEqual(score(forest, [noise, high, other]) - 1e-12);
        expect(score(forest, [noise, other, low])).toBeLessThanOrEqual(score(forest, [noise, other, high]) + 1e-12);
      }),
      { numRuns: 1000 },
    );
  });

  test("is what holds it: without one the same data break it", () => {
    expect(score(free, [0.5, 0.1, 0.5])).toBeLessThan(score(free, [0.5, 0.9, 0.5]));
  });

  test("must name a feature", () => {
    expect(() => train(data, { ...SETTINGS, monotone: { reviews: 1 } })).toThrowError("invalid_input");
  });
});

describe("early stopping", () => {
  test("keeps the trees up to the best validation NDCG and stops after the patience", () => {
    const steps: number[] = [];
    const { forest, history, bestIteration } = train(
      toy(12, 1),
      { ...SETTINGS, trees: 400, patience: 5 },
      { validation: toy(20, 9), onProgress: ({ trees }) => steps.push(trees) },
    );
    const values = history.map(({ validationNdcg }) => validationNdcg!);
    expect(history.length).toBe(bestIteration + 5);
    expect(values.indexOf(Math.max(...values)) + 1).toBe(bestIteration);
    expect(forest.roots).toHaveLength(bestIteration);
    expect(steps).toEqual(history.map(({ trees }) => trees));
    expect(ndcgOf(forest, toy(20, 9))).toBeCloseTo(Math.max(...values), 12);
  });

  test("refuses a validation set of other features, and an empty dataset", () => {
    const other = { ...toy(5, 1), features: ["noise", "rare", "good"] };
    expect(() => train(toy(5, 1), SETTINGS, { validation: other })).toThrowError("invalid_input");
    expect(() => train(datasetOf(["a"], []), SETTINGS)).toThrowError("invalid_input");
    const nobody = datasetOf(["noise", "good", "rare"], []);
    expect(() => train(toy(5, 1), SETTINGS, { validation: nobody })).toThrowError("invalid_input");
  });
});
