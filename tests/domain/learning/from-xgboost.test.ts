// XGBoost's models score here as they score there, and what cannot is refused by name.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { VezError } from "../../../src/base/errors.ts";
import { readXgboost } from "../../../src/domain/learning/from-xgboost.ts";
import { scoreRow, scoreRows } from "../../../src/domain/learning/score-forest.ts";
import { foreignText, largestGap, predictions, rankTestRows, xgboostAnswers } from "./foreign-fixtures.ts";

const refusal = (text: string) => {
  try {
    readXgboost(text);
  } catch (error) {
    if (error instanceof VezError) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error("The model was taken.");
};

/** A fixture's JSON after a change. */
function changed(change: (file: Fixture) => void, name = "regression"): string {
  const file: Fixture = JSON.parse(foreignText(`xgboost-${name}.json`).replaceAll("NaN", "null"));
  change(file);
  return JSON.stringify(file);
}
type FixtureTree = Record<string, number[]>;
interface Fixture {
  learner: {
    attributes: Record<string, string>;
    feature_names: string[];
    learner_model_param: Record<string, unknown>;
    objective: { name: string };
    gradient_booster: { name: string; model: { trees: FixtureTree[]; tree_info: number[] } };
  };
}
const firstTree = (file: Fixture) => file.learner.gradient_booster.model.trees[0]!;

describe("readXgboost", () => {
  test("scores the ranking model as XGBoost does", () => {
    const { forest, treesUsed, objective, version } = readXgboost(foreignText("xgboost.json"));
    const { rows, rowCount, width } = rankTestRows();
    expect(forest.features).toHaveLength(width);
    const scores = new Float64Array(rowCount);
    scoreRows(forest, rows, rowCount, scores);
    expect(largestGap(scores, predictions("xgb-predictions.txt"))).toBeLessThan(1e-6);
    expect({ treesUsed, objective, version }).toEqual({ treesUsed: 30, objective: "rank:ndcg", version: "1.7.4" });
  });

  test.each(["regression", "logistic", "poisson", "categorical", "early-stopped", "dart"])(
    "scores the %s model as XGBoost does, missing values included",
    (name) => {
      const { forest } = readXgboost(foreignText(`xgboost-${name}.json`));
      const { rows, margins } = xgboostAnswers(name);
      expect(rows.some((row) => row.some(Number.isNaN))).toBe(true);
      // A sum in another order or precision would miss by 1e-5 where base_score is near 100.
      expect(
        largestGap(
          rows.map((row) => scoreRow(forest, row)),
          margins,
        ),
      ).toBeLessThan(1e-6);
    },
  );

  test("takes the trees up to the best iteration unless it is asked for all", () => {
    const text = foreignText("xgboost-early-stopped.json");
    const { rows, margins_of_all: all = [] } = xgboostAnswers("early-stopped");
    expect(readXgboost(text)).toMatchObject({ treesInFile: 14, treesUsed: 6 });
    const { forest, treesUsed } = readXgboost(text, { trees: "all" });
    expect(treesUsed).toBe(14);
    expect(
      largestGap(
        rows.map((row) => scoreRow(forest, row)),
        all,
      ),
    ).toBeLessThan(1e-6);
    expect(
      largestGap(
        rows.map((row) => scoreRow(forest, row)),
        xgboostAnswers("early-stopped").margins,
      ),
    ).toBeGreaterThan(0.1);
  });

  test("keeps the file's feature names, and numbers features that have none", () => {
    expect(readXgboost(foreignText("xgboost-categorical.json")).forest.features).toEqual(["value", "court", "shift"]);
    expect(readXgboost(foreignText("xgboost-regression.json")).forest.features).toEqual(["f0", "f1", "f2", "f3"]);
  });

  test("reads base_score in every way that XGBoost has written it", () => {
    const base = (stated: unknown) =>
      readXgboost(changed((file) => (file.learner.learner_model_param.base_score = stated))).forest.base;
    expect([base("5E-1"), base("[5E-1]"), base(0.5), base(["5E-1"])]).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  test("compares as float32, so that a value that rounds to the threshold goes right", () => {
    const { forest } = readXgboost(
      changed((file) => {
        file.learner.learner_model_param.base_score = "0";
        const tree = firstTree(file);
        for (const list of Object.keys(tree)) if (Array.isArray(tree[list])) tree[list] = tree[list].slice(0, 3);
        Object.assign(tree, {
          left_children: [1, -1, -1],
          right_children: [2, -1, -1],
          split_indices: [0, 0, 0],
          split_conditions: [0.1, -1, 1],
        });
        file.learner.gradient_booster.model.trees = [tree];
        Object.assign(file.learner.gradient_booster.model, {
          gbtree_model_param: { num_trees: "1", num_parallel_tree: "1" },
        });
        file.learner.attributes = {};
      }),
    );
    const at = (value: number) => scoreRow(forest, Float64Array.of(value, 0, 0, 0));
    // As doubles, 0.1 - 1e-12 is below float32's 0.1; as float32 they are the same.
    expect([at(0.1 - 1e-12), at(0.1), at(0.0999)]).toEqual([1, 1, -1]);
  });

  test("refuses linear boosters and several outputs, saying what to train instead", () => {
    expect(refusal(foreignText("xgboost-linear.json"))).toMatchObject({
      code: "model_unsupported",
      detail: expect.stringContaining("gbtree"),
    });
    expect(refusal(foreignText("xgboost-several.json"))).toMatchObject({
      code: "model_unsupported",
      detail: expect.stringContaining("one output"),
    });
    const own = changed((file) => (file.learner.objective.name = "my:objective"));
    expect(refusal(own).code).toBe("model_unsupported");
  });

  test.each<[string, (file: Fixture) => void, RegExp]>([
    ["a child out of range", (file) => (firstTree(file).left_children![0] = 999), /no node 999/],
    ["a circle", (file) => (firstTree(file).left_children![1] = 0), /twice/],
    ["a shared child", (file) => (firstTree(file).right_children![0] = 1), /twice/],
    ["an unknown feature", (file) => (firstTree(file).split_indices![0] = 4), /feature 4/],
    ["a list that is too short", (file) => firstTree(file).default_left!.pop(), /differ in length/],
    ["a tree too few", (file) => file.learner.gradient_booster.model.trees.pop(), /should have 6 trees/],
    ["a best iteration that is not there", (file) => (file.learner.attributes.best_iteration = "6"), /best_iteration/],
    ["no base score", (file) => (file.learner.learner_model_param.base_score = ""), /base_score/],
    ["names for other features", (file) => (file.learner.feature_names = ["a"]), /names 1 features of 4/],
    ["two features of one name", (file) => (file.learner.feature_names = ["a", "b", "a", "c"]), /same name/],
  ])("refuses %s", (_, change, detail) => {
    expect(refusal(changed(change))).toMatchObject({ code: "model_unreadable", detail: expect.stringMatching(detail) });
  });

  test("refuses a categorical split without its set", () => {
    const text = changed((file) => (firstTree(file).categories_nodes![0] = 77), "categorical");
    expect(refusal(text)).toMatchObject({ code: "model_unreadable", detail: expect.stringContaining("categories") });
  });

  test("any file that is cut off or damaged is refused or scores finite numbers, never more", () => {
    const text = foreignText("xgboost-categorical.json");
    const place = fc.nat({ max: text.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 3 }), fc.string({ maxLength: 4 }), (at, drop, put) => {
        expectRefusedOrFinite(text.slice(0, at) + put + text.slice(at + drop));
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(place, (end) => {
        expect(refusal(text.slice(0, end)).code).toBe("model_unreadable");
      }),
      { numRuns: 50 },
    );
    // Numbers of the file put in other places.
    fc.assert(
      fc.property(place, fc.integer({ min: -3, max: 70_000 }), (at, number) => {
        expectRefusedOrFinite(text.slice(0, at) + text.slice(at).replace(/-?\d+/, String(number)));
      }),
      { numRuns: 300 },
    );
  });
});

function expectRefusedOrFinite(text: string): void {
  let forest: ReturnType<typeof readXgboost>["forest"];
  try {
    forest = readXgboost(text).forest;
  } catch (error) {
    expect(error).toBeInstanceOf(VezError);
    return;
  }
  expect(Number.isFinite(scoreRow(forest, new Float64Array(forest.features.length)))).toBe(true);
}
