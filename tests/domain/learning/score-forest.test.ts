// Scoring a row is the same whenever it is asked, one at a time or many, and leaves no garbage.
import { Session } from "node:inspector/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { readLightgbm } from "../../../src/domain/learning/from-lightgbm.ts";
import { readXgboost } from "../../../src/domain/learning/from-xgboost.ts";
import { scoreRow, scoreRows } from "../../../src/domain/learning/score-forest.ts";
import { foreignText, rankTestRows } from "./foreign-fixtures.ts";
import { anyForest, anyRow, FEATURES } from "./random-forest.ts";

const Sampled = z.object({ profile: z.object({ samples: z.array(z.object({ size: z.number() })) }) });

describe("scoring", () => {
  test("gives the same bits for a row alone, among others, at any place, first and later", () => {
    fc.assert(
      fc.property(anyForest(), fc.array(anyRow, { minLength: 1, maxLength: 6 }), (forest, list) => {
        const width = FEATURES.length;
        const rows = new Float64Array(list.length * width);
        for (const [index, row] of list.entries()) rows.set(row, index * width);
        const cold = list.map((row) => scoreRow(forest, row));
        const many = new Float64Array(list.length);
        scoreRows(forest, rows, list.length, many);
        expect([...many]).toEqual(cold);
        expect(list.map((_, index) => scoreRow(forest, rows, index * width))).toEqual(cold);
        expect(list.toReversed().map((row) => scoreRow(forest, row))).toEqual(cold.toReversed());
      }),
    );
  });

  test("gives the same bits after many others as for the first", () => {
    const { forest } = readXgboost(foreignText("xgboost-categorical.json"));
    const row = Float64Array.of(0.5, 7, 1);
    const cold = scoreRow(forest, row);
    const scratch = Float64Array.of(0, 0, 0);
    for (let i = 0; i < 3e5; i++) {
      scratch[0] = (i % 13) - 6;
      scratch[1] = i % 50;
      scratch[2] = i % 4;
      scoreRow(forest, scratch);
    }
    expect(scoreRow(forest, row)).toBe(cold);
  });

  test("takes only the first trees when it is told how many", () => {
    const { forest } = readLightgbm(foreignText("lightgbm.txt"));
    const { rows } = rankTestRows();
    const first = { ...forest, roots: forest.roots.slice(0, 7) };
    expect(scoreRow(forest, rows, 0, 7)).toBe(scoreRow(first, rows));
    expect(scoreRow(forest, rows, 0, 0)).toBe(0);
    expect(scoreRow(forest, rows, 0, 1000)).toBe(scoreRow(forest, rows));
  });

  test("refuses a row that ends before its features", () => {
    const { forest } = readXgboost(foreignText("xgboost-regression.json"));
    expect(() => scoreRow(forest, new Float64Array(7), 4)).toThrow("invalid_input");
    expect(() => scoreRows(forest, new Float64Array(8), 2, new Float64Array(1))).toThrow("invalid_input");
  });

  test.each([
    ["LightGBM", () => readLightgbm(foreignText("lightgbm.txt")).forest],
    ["XGBoost", () => readXgboost(foreignText("xgboost.json")).forest],
  ])("allocates nothing for forty thousand candidates, with the model of %s", async (_, read) => {
    const forest = read();
    const { rows, rowCount } = rankTestRows();
    const scores = new Float64Array(rowCount);
    const score = (candidates: number) => {
      for (let done = 0; done < candidates; done += rowCount) scoreRows(forest, rows, rowCount, scores);
    };
    score(30_000);
    // One object of 12 bytes a candidate would be 480 kB; the compiler's own notes are a part of what is counted.
    expect(await allocatedBytes(() => score(40_000))).toBeLessThan(240_000);
    const boxes: object[] = [];
    expect(await allocatedBytes(() => boxes.push(...Array.from({ length: 1e5 }, (_, i) => ({ i }))))).toBeGreaterThan(
      1e6,
    );
  });
});

/** What the work allocated, whether or not it was collected since: V8's sampling of every 1 kB on average. */
async function allocatedBytes(work: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("HeapProfiler.startSampling", {
      samplingInterval: 1024,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    work();
    // Node's types do not know the samples that the protocol lists.
    const { profile } = Sampled.parse(await session.post("HeapProfiler.stopSampling"));
    return profile.samples.reduce((sum, { size }) => sum + size, 0);
  } finally {
    session.disconnect();
  }
}
