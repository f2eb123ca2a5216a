// XGBoost's JSON models (save_model, 1.0 and later) as a forest; scores equal predict(output_margin=True).
import * as z from "zod";
import type { ForeignForest } from "./foreign-forest.ts";
import { DECISION, MISSING } from "./forest.ts";
import { forestBuilder, MODEL_LIMITS, type ReadLeaf, type ReadSplit } from "./forest-builder.ts";
import { tooLarge, unreadable, unsupported } from "./model-refusal.ts";

/**
 * A model that stopped early scores with the trees up to its best iteration, as XGBoost's XGBRanker does; `trees: "all"`
 * takes every one, as its Booster does.
 * @throws VezError model_unreadable, model_unsupported (linear boosters, several outputs, unknown objectives), model_too_large.
 */
export function readXgboost(text: string, { trees: which = "best" }: { trees?: "best" | "all" } = {}): ForeignForest {
  if (text.length > MODEL_LIMITS.characters) throw tooLarge("characters", MODEL_LIMITS.characters);
  const { learner, version } = parsed(File, jsonOf(text));
  const { trees, weights } = boosterOf(learner.gradient_booster);
  const used = which === "all" ? trees.all.length : bestTrees(learner.attributes, trees);
  const objective = learner.objective.name;
  const features = featuresOf(learner.feature_names, learner.learner_model_param.num_feature);
  requireOneOutput(learner.learner_model_param, trees.groups);

  const builder = forestBuilder(features);
  for (const [index, tree] of trees.all.slice(0, used).entries()) {
    builder.addTree(0, nodesOf(tree, weights?.[index] ?? 1, `tree ${index}`));
  }
  return {
    kind: "xgboost",
    forest: builder.finish(marginOf(objective, baseScore(learner.learner_model_param.base_score)), true),
    objective,
    version: version.join("."),
    treesInFile: trees.all.length,
    treesUsed: used,
  };
}

// zod looks at every element through a schema of its own, which is slow for hundreds of thousands of numbers.
const Numbers = z.custom<number[]>((list) => Array.isArray(list) && list.every((entry) => typeof entry === "number"));
const Conditions = z
  .custom<(number | null)[]>(
    (list) => Array.isArray(list) && list.every((entry) => typeof entry === "number" || entry === null),
  )
  .transform((list) => list.map((entry) => entry ?? Number.NaN));
const Flags = z.custom<(number | boolean)[]>(
  (list) => Array.isArray(list) && list.every((entry) => typeof entry === "boolean" || entry === 0 || entry === 1),
);
const Count = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const Tree = z.object({
  left_children: Numbers,
  right_children: Numbers,
  split_indices: Numbers,
  split_conditions: Conditions,
  default_left: Flags,
  sum_hessian: Numbers.optional(),
  split_type: Numbers.optional(),
  categories: Numbers.optional(),
  categories_nodes: Numbers.optional(),
  categories_segments: Numbers.optional(),
  categories_sizes: Numbers.optional(),
  tree_param: z.object({ size_leaf_vector: Count.optional() }).optional(),
});
type Tree = z.infer<typeof Tree>;

const Model = z.object({
  gbtree_model_param: z.object({ num_trees: Count, num_parallel_tree: Count.optional() }),
  iteration_indptr: Numbers.optional(),
  tree_info: Numbers,
  trees: z.array(Tree),
});

const Parameters = z.object({
  base_score: z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
  num_class: Count.optional(),
  num_feature: Count,
  num_target: Count.optional(),
});

const File = z.object({
  version: z.array(z.int().nonnegative()).length(3),
  learner: z.object({
    attributes: z.record(z.string(), z.string()).default({}),
    feature_names: z.array(z.string()).default([]),
    gradient_booster: z.looseObject({ name: z.string() }),
    learner_model_param: Parameters,
    objective: z.object({ name: z.string() }),
  }),
});

const Trees = z.object({ model: Model });
const Dart = z.object({ gbtree: z.object({ model: Model }), weight_drop: Numbers });

interface BoosterTrees {
  all: Tree[];
  groups: number[];
  /** Index of the first tree of each iteration, and at the end the number of trees. */
  starts: number[];
}

function boosterOf(booster: { name: string }): { trees: BoosterTrees; weights?: number[] } {
  if (booster.name === "gbtree") return { trees: treesOf(parsed(Trees, booster).model) };
  if (booster.name !== "dart") {
    throw unsupported("The model is not made of trees. Train it with booster gbtree or dart.");
  }
  const { gbtree, weight_drop: weights } = parsed(Dart, booster);
  const trees = treesOf(gbtree.model);
  if (weights.length !== trees.all.length) throw unreadable("weight_drop does not have one number a tree");
  return { trees, weights };
}

function treesOf(model: z.infer<typeof Model>): BoosterTrees {
  const { num_trees: count, num_parallel_tree: parallel = 1 } = model.gbtree_model_param;
  if (model.trees.length > MODEL_LIMITS.trees) throw tooLarge("trees", MODEL_LIMITS.trees);
  if (model.trees.length !== count) throw unreadable(`it should have ${count} trees and has ${model.trees.length}`);
  if (model.trees.some((tree) => (tree.tree_param?.size_leaf_vector ?? 0) > 1)) throw severalOutputs();
  const each = Math.max(1, parallel);
  const even = Array.from({ length: Math.ceil(count / each) + 1 }, (_, index) => Math.min(count, index * each));
  return { all: model.trees, groups: model.tree_info, starts: model.iteration_indptr ?? even };
}

/** `best_iteration` counts from 0; an iteration has several trees when num_parallel_tree is above 1. */
function bestTrees(attributes: Record<string, string>, { all, starts }: BoosterTrees): number {
  const best = attributes.best_iteration;
  if (best === undefined) return all.length;
  const used = /^\d{1,9}$/.test(best) ? starts[Number(best) + 1] : undefined;
  if (used === undefined || !(Number.isInteger(used) && used >= 1 && used <= all.length)) {
    throw unreadable("best_iteration names an iteration that is not there");
  }
  return used;
}

function requireOneOutput(
  { num_class: classes = 0, num_target: targets = 1 }: z.infer<typeof Parameters>,
  groups: number[],
) {
  if (classes > 1 || targets > 1 || groups.some((group) => group !== 0)) throw severalOutputs();
}

function severalOutputs() {
  return unsupported("The model gives several numbers a row. Train it with one output, for instance as rank:ndcg.");
}

function featuresOf(names: string[], count: number): string[] {
  if (names.length > 0 && names.length !== count) throw unreadable(`it names ${names.length} features of ${count}`);
  if (count > MODEL_LIMITS.features) throw tooLarge("features", MODEL_LIMITS.features);
  return names.length > 0 ? names : Array.from({ length: count }, (_, index) => `f${index}`);
}

function nodesOf(tree: Tree, weight: number, where: string): (node: number) => ReadLeaf | ReadSplit | undefined {
  const count = tree.left_children.length;
  const lists = [tree.right_children, tree.split_indices, tree.split_conditions, tree.default_left];
  const optional = [tree.sum_hessian, tree.split_type].filter((list) => list !== undefined);
  if ([...lists, ...optional].some((list) => list.length !== count)) {
    throw unreadable(`the lists of ${where} differ in length`);
  }
  const categoriesAt = categorySets(tree, where);
  return (node) => {
    const left = tree.left_children[node];
    const right = tree.right_children[node];
    const condition = tree.split_conditions[node];
    if (left === undefined || right === undefined || condition === undefined) return undefined;
    const cover = tree.sum_hessian?.[node] ?? 0;
    // A leaf's answer stands where a split has its condition.
    if (left === -1) return { value: Math.fround(Math.fround(condition) * Math.fround(weight)), cover };
    const common = { feature: tree.split_indices[node]!, missing: MISSING.nan, cover };
    const defaultLeft = Boolean(tree.default_left[node]);
    if (tree.split_type?.[node] === 1) {
      // XGBoost sends those in the set to the right, a forest to the left.
      const sides = { left: right, right: left, defaultLeft: !defaultLeft };
      const categories = categoriesAt(node);
      return { ...common, ...sides, decision: DECISION.inCategories32, threshold: 0, categories };
    }
    return { ...common, left, right, defaultLeft, decision: DECISION.below32, threshold: Math.fround(condition) };
  };
}

/** Above, a bit set of a single node would be larger than most models. */
const MOST_CATEGORIES = 65_536;

function categorySets(tree: Tree, where: string): (node: number) => number[] {
  const {
    categories = [],
    categories_nodes: nodes = [],
    categories_segments: from = [],
    categories_sizes: sizes = [],
  } = tree;
  const places = new Map(nodes.map((node, place) => [node, place]));
  return (node) => {
    const place = places.get(node);
    const start = place === undefined ? undefined : from[place];
    const size = place === undefined ? undefined : sizes[place];
    if (start === undefined || size === undefined || !(start >= 0 && size > 0 && start + size <= categories.length)) {
      throw unreadable(`${where} has no set of categories for node ${node}`);
    }
    const members = categories.slice(start, start + size);
    if (!members.every((category) => Number.isInteger(category) && category >= 0)) {
      throw unreadable(`${where} has a category that is not a whole number`);
    }
    const words = new Array<number>((members.reduce((most, member) => Math.max(most, member), 0) >>> 5) + 1).fill(0);
    if (32 * words.length > MOST_CATEGORIES) throw tooLarge("categories a feature", MOST_CATEGORIES);
    for (const member of members) words[member >>> 5] = (words[member >>> 5]! | (1 << (member & 31))) >>> 0;
    return words;
  };
}

/** "5E-1", 0.5, or since 3.1 "[5E-1]": one number an output. */
function baseScore(stated: z.infer<typeof Parameters>["base_score"]): number {
  const list = typeof stated === "string" ? stated.replace(/^\[(.*)\]$/, "$1").split(",") : [stated].flat();
  if (list.length > 1) throw severalOutputs();
  const [only] = list;
  const value = typeof only === "string" && only.trim() !== "" ? Number(only) : only;
  if (typeof value !== "number" || !Number.isFinite(value)) throw unreadable("base_score is not a number");
  return Math.fround(value);
}

/** ObjFunction::ProbToMargin of each objective: base_score is on the scale of predictions, trees add to the margin. */
function marginOf(objective: string, base: number): number {
  if (IDENTITY.has(objective)) return base;
  if (LOGIT.has(objective)) {
    if (!(base > 0 && base < 1)) throw unreadable("base_score of a logistic model must be between 0 and 1");
    return Math.fround(-Math.log(Math.fround(Math.fround(1 / base) - 1)));
  }
  if (LOGARITHM.has(objective)) {
    if (!(base > 0)) throw unreadable(`base_score of ${objective} must be above 0`);
    return Math.fround(Math.log(base));
  }
  if (objective.startsWith("multi:")) throw severalOutputs();
  throw unsupported(
    "The model's objective is not known here. Train it with rank:ndcg, reg:squarederror or binary:logistic.",
  );
}

const IDENTITY = new Set([
  ...["rank:pairwise", "rank:ndcg", "rank:map", "binary:hinge", "binary:logitraw"],
  ...["reg:squarederror", "reg:linear", "reg:squaredlogerror", "reg:pseudohubererror", "reg:absoluteerror"],
  "reg:quantileerror",
]);
const LOGIT = new Set(["binary:logistic", "reg:logistic"]);
const LOGARITHM = new Set(["count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft"]);

/** XGBoost writes NaN (at every categorical split) and infinities bare, which JSON does not know. */
const BARE = /([[,])(NaN|-?Infinity)(?=[,\]])/g;
const AS_JSON: Record<string, string> = { NaN: "null", Infinity: "1e999", "-Infinity": "-1e999" };

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(BARE, (_, before: string, bare: string) => before + AS_JSON[bare]));
  } catch (cause) {
    if (cause instanceof SyntaxError) throw unreadable("it is not JSON; it is cut off or damaged");
    throw cause;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join(".") ?? "";
  throw unreadable(`${path === "" ? "the whole" : path.slice(0, 100)} is missing or not of its kind`);
}
