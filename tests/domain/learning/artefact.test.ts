// A stored ranker is the ranker that was sealed, bit for bit, or it is refused.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ArtefactFacts,
  artefactText,
  calibrated,
  calibrationOf,
  parseArtefact,
  sealArtefact,
} from "../../../src/domain/learning/artefact.ts";
import { forestBuilder } from "../../../src/domain/learning/forest-builder.ts";
import { decodeForest, encodeForest } from "../../../src/domain/learning/forest-code.ts";
import { readLightgbm } from "../../../src/domain/learning/from-lightgbm.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { scoreRow, scoreRows } from "../../../src/domain/learning/score-forest.ts";
import { explainRow } from "../../../src/domain/learning/tree-shap.ts";
import { foreignText, rankTestRows } from "./foreign-fixtures.ts";
import { anyForest, anyRow } from "./random-forest.ts";

const FACTS: Omit<ArtefactFacts, "featureNames"> = {
  kind: "lambdamart",
  monotone: { a: 1 },
  settings: { trees: 3, learningRate: 0.1, monotone: { a: 1 } },
  window: { from: "2026-05-01T00:00:00.000Z", to: "2026-11-01T00:00:00.000Z" },
  gradedCases: 240,
  rows: 2400,
  metrics: { "validation_ndcg@5": 0.71 },
  calibration: { low: -1.25, high: 2.5 },
};

/** As large as the rankers that are trained here: complete numbers, 31 leaves a tree. */
function large(trees: number, leaves: number) {
  const chance = chanceOf(3);
  const builder = forestBuilder(Array.from({ length: 24 }, (_, index) => `feature_${index}`));
  for (let tree = 0; tree < trees; tree++) {
    builder.addTree(0, (node) =>
      node >= leaves - 1
        ? { value: chance() - 0.5, cover: chance() * 100 }
        : {
            ...{ feature: Math.floor(chance() * 24), threshold: chance(), decision: 0, missing: 2, cover: 0 },
            ...{ defaultLeft: chance() < 0.5, left: 2 * node + 1, right: 2 * node + 2 },
          },
    );
  }
  return builder.finish(0, false);
}

describe("encodeForest and decodeForest", () => {
  test("keep every bit that a score or an explanation depends on", () => {
    fc.assert(
      fc.property(anyForest(), fc.array(anyRow, { minLength: 3, maxLength: 3 }), (forest, rows) => {
        const again = decodeForest(JSON.parse(JSON.stringify(encodeForest(forest))), forest.features);
        expect(again).toEqual(forest);
        expect(rows.map((row) => scoreRow(again, row))).toEqual(rows.map((row) => scoreRow(forest, row)));
        const [ours, theirs] = [new Float64Array(4), new Float64Array(4)];
        expect(explainRow(again, rows[0]!, ours)).toBe(explainRow(forest, rows[0]!, theirs));
        expect(ours).toEqual(theirs);
      }),
    );
  });

  test("score a forest of another order of nodes the same", () => {
    const forest = {
      ...{ features: ["a"], base: 0, roots: Int32Array.of(2), feature: Int32Array.of(-1, -1, 0) },
      ...{ threshold: Float64Array.of(9, 9, 0.5), left: Int32Array.of(-1, -1, 1), right: Int32Array.of(-1, -1, 0) },
      ...{ decision: new Uint8Array(3), missing: new Uint8Array(3).fill(2), defaultLeft: Uint8Array.of(0, 0, 1) },
      ...{ value: Float64Array.of(3, -3, 77), cover: Float64Array.of(5, 2, 7), categories: new Uint32Array(0) },
      ...{ categoryFrom: new Int32Array(3), categoryTo: new Int32Array(3) },
    };
    const again = decodeForest(encodeForest(forest), forest.features);
    const scores = [0, 1, Number.NaN].map((value) => scoreRow(again, Float64Array.of(value)));
    expect(scores).toEqual([-3, 3, -3]);
  });
});

describe("an artefact", () => {
  test("of 100 trees with 31 leaves takes less than 150 kB", async () => {
    const text = artefactText(await sealArtefact(large(100, 31), { ...FACTS, monotone: {} }));
    expect(text.length).toBeLessThan(150_000);
    expect((await parseArtefact(text)).forest.roots).toHaveLength(100);
  });

  test("comes back as it was sealed, and scores the ranking data the same", async () => {
    const { forest } = readLightgbm(foreignText("lightgbm.txt"));
    const sealed = await sealArtefact(forest, { ...FACTS, kind: "lightgbm", window: null });
    const { model, forest: again } = await parseArtefact(artefactText(sealed));
    expect(model).toEqual(sealed);
    const { rows, rowCount } = rankTestRows();
    const [before, after] = [new Float64Array(rowCount), new Float64Array(rowCount)];
    scoreRows(forest, rows, rowCount, before);
    scoreRows(again, rows, rowCount, after);
    expect(after).toEqual(before);
  });

  test("has the same hash however its members are ordered, and another for any change of a leaf", async () => {
    const forest = large(2, 7);
    const { hash, ...sealed } = await sealArtefact(forest, FACTS);
    const turned = Object.fromEntries(Object.entries({ hash, ...sealed }).toReversed());
    expect((await parseArtefact(JSON.stringify(turned))).model.hash).toBe(hash);
    const leaf = forest.feature.indexOf(-1);
    const value = forest.value.with(leaf, forest.value[leaf]! * (1 + Number.EPSILON));
    expect((await sealArtefact({ ...forest, value }, FACTS)).hash).not.toBe(hash);
    expect((await sealArtefact(forest, { ...FACTS, gradedCases: 241 })).hash).not.toBe(hash);
    expect((await sealArtefact(large(2, 7), FACTS)).hash).toBe(hash);
  });

  test("is refused when it was changed after it was sealed", async () => {
    const text = artefactText(await sealArtefact(large(2, 7), FACTS));
    await expect(parseArtefact(text.replace('"rows":2400', '"rows":2401'))).rejects.toMatchObject({
      code: "model_unreadable",
      detail: expect.stringContaining("hash"),
    });
  });

  test("is refused when a member is missing, unknown or of another kind", async () => {
    const model = await sealArtefact(large(1, 3), FACTS);
    for (const wrong of [
      { ...model, calibration: undefined },
      { ...model, more: 1 },
      { ...model, format: "vez-ranker-2" },
      { ...model, trees: { ...model.trees, base: "0" } },
    ]) {
      await expect(parseArtefact(JSON.stringify(wrong))).rejects.toMatchObject({ code: "model_unreadable" });
    }
    await expect(parseArtefact("")).rejects.toMatchObject({ code: "model_unreadable" });
  });

  test("whose trees were damaged before it was sealed is refused, never walked in circles", () => {
    const forest = large(2, 7);
    const code = encodeForest(forest);
    const list = fc.constantFrom("features", "numbers", "rules", "covers", "categorySizes", "categories");
    const damaged = fc.record({
      list,
      at: fc.nat({ max: 60 }),
      drop: fc.nat({ max: 9 }),
      put: fc.base64String({ maxLength: 8 }),
    });
    fc.assert(
      fc.property(damaged, ({ list, at, drop, put }) => {
        const text = code[list].slice(0, at) + put + code[list].slice(at + drop);
        let decoded: typeof forest;
        try {
          decoded = decodeForest({ ...code, [list]: text }, forest.features);
        } catch (error) {
          expect(error).toMatchObject({ name: "VezError" });
          return;
        }
        expect(scoreRow(decoded, new Float64Array(24))).not.toBeNaN();
      }),
      { numRuns: 500 },
    );
  });
});

describe("calibration", () => {
  test("puts raw scores between 0 and 1 by their 1st and 99th percentile", () => {
    const scores = Float64Array.from({ length: 1000 }, (_, index) => 999 - index);
    const calibration = calibrationOf(scores);
    expect(calibration).toEqual({ low: 9, high: 989 });
    expect([-5, 9, 499, 989, 5000].map((raw) => calibrated(raw, calibration))).toEqual([0, 0, 0.5, 1, 1]);
  });

  test("without any spread says 0.5 of everything", () => {
    expect(calibrated(7, calibrationOf([7, 7]))).toBe(0.5);
    expect(calibrated(7, calibrationOf([]))).toBe(0.5);
  });
});
