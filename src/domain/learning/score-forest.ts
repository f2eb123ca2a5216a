// The score of a row: one walk down each tree, without allocating anything.
import { invalid } from "../../base/errors.ts";
import { DECISION, type Forest, MISSING, ZERO_RANGE } from "./forest.ts";

const { atMost, below32, inCategories32 } = DECISION;
const { never, zero, nan } = MISSING;

/** Where one score is put for `scoreRow`: a number that crosses functions in an array needs no box. */
const single = new Float64Array(1);

/**
 * Raw score of the row that starts at `offset`: `forest.features.length` values, NaN where one is missing. With `trees`,
 * only so many of the first trees count.
 * @throws VezError invalid_input when the row is too short.
 */
export function scoreRow(forest: Forest, row: Float64Array, offset = 0, trees = forest.roots.length): number {
  requireValues(row, offset + forest.features.length);
  scoreInto(forest, row, offset, trees, single, 0);
  return single[0]!;
}

/**
 * Writes the raw scores of `rowCount` rows, which lie one after another in `rows`, to the start of `out`.
 * @throws VezError invalid_input when `rows` or `out` is too short.
 */
export function scoreRows(
  forest: Forest,
  rows: Float64Array,
  rowCount: number,
  out: Float64Array,
  trees = forest.roots.length,
): void {
  const width = forest.features.length;
  requireValues(rows, rowCount * width);
  requireValues(out, rowCount);
  for (let row = 0; row < rowCount; row++) scoreInto(forest, rows, row * width, trees, out, row);
}

/** The child of an inner node to which the row's value leads. */
export function nextNode(forest: Forest, node: number, row: Float64Array, offset: number): number {
  const value = row[offset + forest.feature[node]!]!;
  return goesLeft(forest, node, value) ? forest.left[node]! : forest.right[node]!;
}

function goesLeft(forest: Forest, node: number, value: number): boolean {
  const decision = forest.decision[node]!;
  let known = value;
  if (Number.isNaN(value)) {
    if (forest.missing[node] !== never) return forest.defaultLeft[node] === 1;
    known = 0;
  } else if (forest.missing[node] === zero && value >= -ZERO_RANGE && value <= ZERO_RANGE) {
    return forest.defaultLeft[node] === 1;
  }
  if (decision === atMost) return known <= forest.threshold[node]!;
  if (decision === below32) return Math.fround(known) < forest.threshold[node]!;
  if (decision === inCategories32) known = known < 0 ? -1 : Math.fround(known);
  return isInSet(forest, node, Math.trunc(known));
}

function isInSet(forest: Forest, node: number, category: number): boolean {
  const from = forest.categoryFrom[node]!;
  if (!(category >= 0 && category < 32 * (forest.categoryTo[node]! - from))) return false;
  return ((forest.categories[from + (category >>> 5)]! >>> (category & 31)) & 1) === 1;
}

function scoreInto(
  forest: Forest,
  row: Float64Array,
  offset: number,
  trees: number,
  out: Float64Array,
  at: number,
): void {
  const { roots, feature, value, threshold, left, right, decision, missing, defaultLeft } = forest;
  const rounds = forest.sum32 === true;
  const counted = Math.min(trees, roots.length);
  let sum = forest.base;
  for (let tree = 0; tree < counted; tree++) {
    let node = roots[tree]!;
    for (let column = feature[node]!; column >= 0; column = feature[node]!) {
      // What nearly every split is stands here as well: reached through the forest for each, it takes a fifth longer.
      if (decision[node] === atMost && missing[node] === nan) {
        const known = row[offset + column]!;
        if (known <= threshold[node]!) node = left[node]!;
        else node = Number.isNaN(known) && defaultLeft[node] === 1 ? left[node]! : right[node]!;
      } else node = nextNode(forest, node, row, offset);
    }
    sum += value[node]!;
    if (rounds) sum = Math.fround(sum);
  }
  out[at] = sum;
}

function requireValues(values: Float64Array, least: number): void {
  if (values.length < least) throw invalid(`Scoring needs room for ${least} values, but there are ${values.length}.`);
}
