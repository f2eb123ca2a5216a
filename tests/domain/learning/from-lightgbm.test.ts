// LightGBM's dumps score here as they score there, and what cannot is refused by name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VezError } from "../../../src/base/errors.ts";
import { readLightgbm } from "../../../src/domain/learning/from-lightgbm.ts";
import { scoreRow, scoreRows } from "../../../src/domain/learning/score-forest.ts";
import { foreignText, largestGap, predictions, rankTestRows } from "./foreign-fixtures.ts";

const NAN = Number.NaN;

/** A dump as LightGBM writes it, small enough to work its scores out by hand. */
function dump(trees: readonly string[][], header: readonly string[] = []): string {
  return [
    ...["tree", "version=v4", "num_class=1", "num_tree_per_iteration=1", "label_index=0", "max_feature_idx=1"],
    ...["objective=lambdarank", "feature_names=price court", "feature_infos=[0:9] 0:1:2", ...header, ""],
    ...trees.flatMap((tree, index) => [`Tree=${index}`, ...tree, "", ""]),
    "end of trees",
    "",
    "feature_importances:",
    "price=1",
  ].join("\n");
}

/** `price <= threshold` gives -1, else 1. */
const stump = (decisionType: number, threshold = "2.5") => [
  ...["num_leaves=2", "num_cat=0", "split_feature=0", "split_gain=1", `threshold=${threshold}`],
  ...[`decision_type=${decisionType}`, "left_child=-1", "right_child=-2", "leaf_value=-1 1", "leaf_weight=3 1"],
  ...["leaf_count=30 10", "internal_value=0", "internal_weight=4", "internal_count=40", "is_linear=0", "shrinkage=0.1"],
];

/** Courts 1, 33 and 40 give 5; of the others those with a price above 2.5 give 7, the rest 6. */
const byCourt = [
  ...["num_leaves=3", "num_cat=1", "split_feature=1 0", "split_gain=1 1", "threshold=0 2.5", "decision_type=1 8"],
  ...["left_child=-1 -2", "right_child=1 -3", "cat_boundaries=0 2", `cat_threshold=2 ${2 ** 1 + 2 ** 8}`],
  ...["leaf_value=5 6 7", "leaf_weight=1 1 1", "leaf_count=10 20 30", "internal_count=60 50", "is_linear=0"],
];

const scores = (text: string, rows: readonly [number, number][]) => {
  const { forest } = readLightgbm(text);
  return rows.map((row) => scoreRow(forest, Float64Array.from(row)));
};

const refusal = (text: string) => {
  try {
    readLightgbm(text);
  } catch (error) {
    if (error instanceof VezError) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error("The model was taken.");
};

describe("readLightgbm", () => {
  test("scores the ranking model as LightGBM does", () => {
    const { forest, treesUsed, objective, version } = readLightgbm(foreignText("lightgbm.txt"));
    const { rows, rowCount } = rankTestRows();
    const ours = new Float64Array(rowCount);
    scoreRows(forest, rows, rowCount, ours);
    expect(largestGap(ours, predictions("lgb-predictions.txt"))).toBeLessThan(1e-6);
    expect({ treesUsed, objective, version }).toEqual({ treesUsed: 30, objective: "lambdarank", version: "v4" });
    expect(forest.cover[0]).toBe(3005);
  });

  test("reads NaN as 0 where a split knows no missing values", () => {
    const rows: [number, number][] = [
      [2.5, 0],
      [2.6, 0],
      [NAN, 0],
      [0, 0],
    ];
    expect(scores(dump([stump(0)]), rows)).toEqual([-1, 1, -1, -1]);
    expect(scores(dump([stump(2, "-0.5")]), rows)).toEqual([1, 1, 1, 1]);
  });

  test("sends zeros and NaN the default way where zero is missing", () => {
    const rows: [number, number][] = [
      [0, 0],
      [1e-36, 0],
      [-1e-36, 0],
      [1e-34, 0],
      [NAN, 0],
      [1, 0],
      [3, 0],
    ];
    expect(scores(dump([stump(4)]), rows)).toEqual([1, 1, 1, -1, 1, -1, 1]);
    expect(scores(dump([stump(6, "-0.5")]), rows)).toEqual([-1, -1, -1, 1, -1, 1, 1]);
  });

  test("sends NaN alone the default way where NaN is missing", () => {
    const rows: [number, number][] = [
      [0, 0],
      [NAN, 0],
      [3, 0],
    ];
    expect(scores(dump([stump(8)]), rows)).toEqual([-1, 1, 1]);
    expect(scores(dump([stump(10)]), rows)).toEqual([-1, -1, 1]);
  });

  test("finds categories in their bit sets; unseen, negative and missing ones are in none", () => {
    const courts = [1, 33, 40, 0, 2, 64, 1e10, -1, NAN, 1.9, -0.5];
    const rows = courts.map((court): [number, number] => [3, court]);
    expect(scores(dump([byCourt]), rows)).toEqual([5, 5, 5, 7, 7, 7, 7, 7, 7, 5, 7]);
    expect(scores(dump([byCourt]), [[1, 2]])).toEqual([6]);
  });

  test("adds trees up, a tree of a single leaf included", () => {
    const single = ["num_leaves=1", "num_cat=0", "leaf_value=0.25", "is_linear=0", "shrinkage=1"];
    expect(scores(dump([single, stump(8), byCourt]), [[3, 1]])).toEqual([6.25]);
  });

  test("takes the mean of a random forest's trees", () => {
    expect(scores(dump([stump(8), byCourt], ["average_output"]), [[3, 1]])).toEqual([3]);
  });

  test.each<[string, string, string, RegExp]>([
    ["linear trees", dump([stump(8)]).replace("is_linear=0", "is_linear=1"), "model_unsupported", /linear_tree=false/],
    ["several outputs", dump([stump(8)]).replace("num_class=1", "num_class=3"), "model_unsupported", /one output/],
    ["another version", dump([stump(8)]).replace("=v4", "=v9"), "model_unreadable", /v3 nor v4/],
    ["another format", "{}", "model_unreadable", /line `tree`/],
    ["a file without its end", dump([stump(8)]).replace("end of trees", ""), "model_unreadable", /end of trees/],
    ["a tree too few", dump([stump(8)], ["tree_sizes=300 300"]), "model_unreadable", /should have 2 trees/],
    ["trees out of order", dump([stump(8)]).replace("Tree=0", "Tree=1"), "model_unreadable", /out of order/],
    ["too few names", dump([stump(8)]).replace("price court", "price"), "model_unreadable", /feature_names/],
    ["too few leaves", dump([stump(8)]).replace("-1 1", "-1"), "model_unreadable", /leaf_value of tree 0 has 1/],
    ["words for numbers", dump([stump(8)]).replace("-1 1", "-1 nan"), "model_unreadable", /no such number/],
    ["halves for children", dump([stump(8)]).replace("child=-1", "child=-1.5"), "model_unreadable", /left_child/],
    ["a circle", dump([byCourt]).replace("right_child=1", "right_child=0"), "model_unreadable", /twice/],
    ["a leaf that is not there", dump([stump(8)]).replace("child=-2", "child=-9"), "model_unreadable", /no node -9/],
    ["an unknown feature", dump([stump(8)]).replace("feature=0", "feature=2"), "model_unreadable", /feature 2/],
    ["a set that is not there", dump([byCourt]).replace("old=0 2", "old=1 2"), "model_unreadable", /categories 1/],
    ["a category without sets", dump([stump(1)]), "model_unreadable", /no sets/],
  ])("refuses %s", (_, text, code, detail) => {
    expect(refusal(text)).toEqual({ code, detail: expect.stringMatching(detail) });
  });

  test("any dump that is cut off or damaged is refused or scores finite numbers, never more", () => {
    const text = dump([stump(8), byCourt]);
    const place = fc.nat({ max: text.length - 1 });
    const damage = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.integer().map(String),
      fc.constantFrom("\n", " ", "=", "-"),
    );
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 3 }), damage, (at, drop, put) => {
        expectRefusedOrFinite(text.slice(0, at) + put + text.slice(at + drop));
      }),
      { numRuns: 1000 },
    );
    const end = text.indexOf("end of trees");
    for (let length = 0; length < end; length++) expect(refusal(text.slice(0, length)).code).toBe("model_unreadable");
  });
});

function expectRefusedOrFinite(text: string): void {
  let forest: ReturnType<typeof readLightgbm>["forest"];
  try {
    forest = readLightgbm(text).forest;
  } catch (error) {
    expect(error).toBeInstanceOf(VezError);
    return;
  }
  expect(Number.isFinite(scoreRow(forest, new Float64Array(forest.features.length)))).toBe(true);
}
