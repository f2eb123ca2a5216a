// LightGBM's text dumps (save_model, formats v3 and v4) as a forest; scores equal predict(raw_score=True).
import type { ForeignForest } from "./foreign-forest.ts";
import { DECISION, MISSING } from "./forest.ts";
import { forestBuilder, MODEL_LIMITS, type ReadLeaf, type ReadSplit } from "./forest-builder.ts";
import { tooLarge, unreadable, unsupported } from "./model-refusal.ts";

/**
 * Reads the header and the trees; what follows them (importances, parameters) says nothing about scores. A model that
 * stopped early is saved by LightGBM with its best trees only, so all trees of a file count.
 * @throws VezError model_unreadable, model_unsupported (several outputs, linear trees), model_too_large.
 */
export function readLightgbm(text: string): ForeignForest {
  if (text.length > MODEL_LIMITS.characters) throw tooLarge("characters", MODEL_LIMITS.characters);
  const { header, trees } = sectionsOf(text);
  const version = header.get("version") ?? "";
  if (version !== "v3" && version !== "v4") throw unreadable("its version is neither v3 nor v4");
  if (whole(header, "num_class", "the header") !== 1 || whole(header, "num_tree_per_iteration", "the header") !== 1) {
    throw unsupported("The model gives several numbers a row. Train it with one output, for instance as lambdarank.");
  }
  const features = (header.get("feature_names") ?? "").split(" ");
  if (features.length !== whole(header, "max_feature_idx", "the header") + 1) {
    throw unreadable("feature_names does not name as many features as max_feature_idx says");
  }
  const sizes = header.get("tree_sizes");
  if (sizes !== undefined && listOf(sizes).length !== trees.length) {
    throw unreadable(`it should have ${listOf(sizes).length} trees and has ${trees.length}`);
  }
  const builder = forestBuilder(features);
  // A random forest's score is the mean of its trees.
  const scale = header.has("average_output") ? 1 / trees.length : 1;
  for (const [index, tree] of trees.entries()) addTree(builder.addTree, tree, `tree ${index}`, scale);
  return {
    kind: "lightgbm",
    forest: builder.finish(0, false),
    objective: header.get("objective") ?? null,
    version,
    treesInFile: trees.length,
    treesUsed: trees.length,
  };
}

type Section = Map<string, string>;

/** `key=value` lines of the header and of each tree. */
function sectionsOf(text: string): { header: Section; trees: Section[] } {
  const lines = text.split(/\r?\n/);
  if (lines[0] !== "tree") throw unreadable("it does not begin with the line `tree`");
  const header: Section = new Map();
  const trees: Section[] = [];
  let section = header;
  for (const line of lines.slice(1)) {
    if (line === "end of trees") return { header, trees };
    const equals = line.indexOf("=");
    const [key, value] = equals === -1 ? [line, ""] : [line.slice(0, equals), line.slice(equals + 1)];
    if (key === "Tree") {
      if (value !== String(trees.length)) throw unreadable(`tree ${trees.length} is missing or out of order`);
      if (trees.length >= MODEL_LIMITS.trees) throw tooLarge("trees", MODEL_LIMITS.trees);
      section = new Map();
      trees.push(section);
    } else if (key !== "") {
      if (section.has(key)) throw unreadable(`${key.slice(0, 40)} is given twice`);
      section.set(key, value);
    }
  }
  throw unreadable("it ends before the line `end of trees`");
}

function addTree(
  add: (root: number, nodeAt: (number: number) => ReadLeaf | ReadSplit | undefined) => number,
  tree: Section,
  where: string,
  scale: number,
): void {
  if (tree.has("is_linear") && tree.get("is_linear") !== "0") {
    throw unsupported("The model has linear trees. Train it with linear_tree=false.");
  }
  const leaves = whole(tree, "num_leaves", where);
  if (leaves < 1 || leaves > MODEL_LIMITS.nodes) throw unreadable(`${where} has no leaf or too many`);
  const values = numbers(tree, "leaf_value", leaves, where);
  // What LightGBM's own explanations weigh by (Tree::ExpectedValue); dumps of stumps leave it out.
  const counts = tree.get("leaf_count") ? numbers(tree, "leaf_count", leaves, where) : [];
  const leafAt = (leaf: number) => ({ value: values[leaf]! * scale, cover: counts[leaf] ?? 0 });
  if (leaves === 1) {
    add(-1, () => leafAt(0));
    return;
  }
  const splitAt = splitsOf(tree, leaves - 1, where);
  const met = add(0, (node) => {
    if (node >= 0) return splitAt(node);
    return ~node < leaves ? leafAt(~node) : undefined;
  });
  if (met !== 2 * leaves - 1) throw unreadable(`${where} has nodes to which nothing leads`);
}

/** Inner nodes count from 0; a child below 0 is the leaf ~child. */
function splitsOf(tree: Section, count: number, where: string): (node: number) => ReadSplit | undefined {
  const feature = numbers(tree, "split_feature", count, where);
  const threshold = numbers(tree, "threshold", count, where);
  const type = numbers(tree, "decision_type", count, where);
  const left = numbers(tree, "left_child", count, where);
  const right = numbers(tree, "right_child", count, where);
  const cover = tree.get("internal_count") ? numbers(tree, "internal_count", count, where) : [];
  const categoriesAt = categorySets(tree, where);
  return (node) => {
    if (node >= count) return undefined;
    const common = { feature: feature[node]!, left: left[node]!, right: right[node]!, cover: cover[node] ?? 0 };
    if ((type[node]! & 1) === 1) {
      // NaN is in no set, whatever the type says (Tree::CategoricalDecision).
      const rule = { decision: DECISION.inCategories, missing: MISSING.nan, defaultLeft: false, threshold: 0 };
      return { ...common, ...rule, categories: categoriesAt(threshold[node]!) };
    }
    const missing = [MISSING.never, MISSING.zero, MISSING.nan][(type[node]! >> 2) & 3];
    if (missing === undefined) throw unreadable(`${where} has an unknown decision_type`);
    const defaultLeft = (type[node]! & 2) === 2;
    return { ...common, decision: DECISION.atMost, missing, defaultLeft, threshold: threshold[node]! };
  };
}

/** A categorical split's threshold is the number of its bit set. */
function categorySets(tree: Section, where: string): (set: number) => number[] {
  const count = whole(tree, "num_cat", where);
  if (count === 0) {
    return () => {
      throw unreadable(`${where} decides by a category but has no sets of them`);
    };
  }
  if (count < 0 || count > MODEL_LIMITS.nodes) throw unreadable(`num_cat of ${where} is out of range`);
  const bounds = numbers(tree, "cat_boundaries", count + 1, where);
  const words = numbers(tree, "cat_threshold", bounds[count]!, where);
  return (set) => {
    const from = bounds[set];
    const to = bounds[set + 1];
    if (from === undefined || to === undefined || !(from >= 0 && from < to && to <= words.length)) {
      throw unreadable(`${where} has no set of categories ${set}`);
    }
    return words.slice(from, to);
  };
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Entries that must be whole numbers, by their names; they index something or are sets of bits. */
const WHOLE = new Set([
  "split_feature",
  "decision_type",
  "left_child",
  "right_child",
  "cat_boundaries",
  "cat_threshold",
]);

function numbers(section: Section, key: string, count: number, where: string): number[] {
  const list = listOf(section.get(key) ?? "");
  if (list.length !== count) throw unreadable(`${key} of ${where} has ${list.length} entries instead of ${count}`);
  return list.map((entry) => {
    const value = NUMBER.test(entry) ? Number(entry) : Number.NaN;
    if (!Number.isFinite(value) || (WHOLE.has(key) && !isWhole(value))) {
      throw unreadable(`${key} of ${where} has an entry that is no such number`);
    }
    return value;
  });
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 32;
}

function whole(section: Section, key: string, where: string): number {
  const text = section.get(key);
  if (text === undefined || !/^-?\d{1,9}$/.test(text)) throw unreadable(`${key} of ${where} is not a whole number`);
  return Number(text);
}

function listOf(text: string): string[] {
  return text.split(" ").filter((entry) => entry !== "");
}
