// Why a row has its score: each feature's exact Shapley value over the forest's own training weights.
import { invalid, VezError } from "../../base/errors.ts";
import type { Forest } from "./forest.ts";
import { nextNode, scoreRow } from "./score-forest.ts";

/**
 * Writes each feature's contribution to the row's raw score to `out` (`forest.features.length` values) and returns what
 * they start from, the forest's expected score: start + contributions = scoreRow.
 * @throws VezError forest_without_cover, see `explainer`; invalid_input when row or out is too short.
 */
export function explainRow(forest: Forest, row: Float64Array, out: Float64Array): number {
  return explainer(forest)(row, out);
}

/**
 * The same for many rows, which start at `offset`: what does not depend on the row is worked out once. Path-dependent
 * TreeSHAP (Lundberg, Erion, Lee 2018, "Consistent individualized feature attribution for tree ensembles", algorithm 2):
 * a feature that is not in the coalition follows both branches, weighed by cover. In a forest that sums in float32 the
 * start also takes what rounding did to the sum (below one millionth of it).
 * @throws VezError forest_without_cover when a node that splits has no cover, so that its branches cannot be weighed.
 */
export function explainer(forest: Forest): (row: Float64Array, out: Float64Array, offset?: number) => number {
  const { features, roots } = forest;
  const expected = expectedScore(forest);
  const explainTree = treeExplainer(forest);
  return (row, out, offset = 0) => {
    if (out.length < features.length) throw invalid(`An explanation needs room for ${features.length} values.`);
    const score = scoreRow(forest, row, offset);
    out.fill(0, 0, features.length);
    for (let tree = 0; tree < roots.length; tree++) explainTree(roots[tree]!, row, offset, out);
    if (forest.sum32 !== true) return expected;
    let start = score;
    for (let feature = 0; feature < features.length; feature++) start -= out[feature]!;
    return start;
  };
}

/** Mean score, each leaf weighed by its cover. */
function expectedScore(forest: Forest): number {
  let sum = forest.base;
  for (const root of forest.roots) {
    const open = [{ node: root, share: 1 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, share } = next;
      if (forest.feature[node]! < 0) {
        sum += share * forest.value[node]!;
        continue;
      }
      const [left, right] = [forest.left[node]!, forest.right[node]!];
      const cover = coverOf(forest, left) + coverOf(forest, right);
      if (!(cover > 0)) {
        throw new VezError("forest_without_cover", {
          status: 422,
          detail:
            "The model does not say how many rows its branches saw, so its scores cannot be explained. Save it again with a current library.",
        });
      }
      open.push({ node: left, share: (share * coverOf(forest, left)) / cover });
      open.push({ node: right, share: (share * coverOf(forest, right)) / cover });
    }
  }
  return sum;
}

function coverOf(forest: Forest, node: number): number {
  return forest.cover[node]!;
}

/**
 * Walks a tree and keeps, for the path to each node, the features met, the share of coalitions without the feature that
 * flow on (`zero`), whether the row's own value flows on (`one`), and `weight[i]`, the weight of coalitions of i of them.
 * Each depth has its own stretch of the arrays, which serve every row.
 */
function treeExplainer(forest: Forest) {
  const room = deepest(forest) + 2;
  const stretch = (room * (room + 1)) / 2;
  const met = new Int32Array(stretch);
  const zero = new Float64Array(stretch);
  const one = new Float64Array(stretch);
  const weight = new Float64Array(stretch);
  const none: Float64Array = new Float64Array(0);
  let row = none;
  let offset = 0;
  let out = none;

  return (root: number, ofRow: Float64Array, at: number, into: Float64Array) => {
    row = ofRow;
    offset = at;
    out = into;
    descend(root, 0, 0, 1, 1, -1);
    row = none;
    out = none;
  };

  /** `from` is where the stretch of this depth begins; the parent's lies before it, `length` entries long. */
  function descend(
    node: number,
    from: number,
    length: number,
    zeroShare: number,
    oneShare: number,
    feature: number,
  ): void {
    extend(from, length, zeroShare, oneShare, feature);
    const column = forest.feature[node]!;
    if (column < 0) {
      const value = forest.value[node]!;
      for (let place = 1; place <= length; place++) {
        const share = one[from + place]! - zero[from + place]!;
        if (share !== 0) out[met[from + place]!]! += unwoundSum(from, length, place, false) * share * value;
      }
      return;
    }
    const hot = nextNode(forest, node, row, offset);
    const left = forest.left[node]!;
    const right = forest.right[node]!;
    const cover = coverOf(forest, left) + coverOf(forest, right);
    // A feature that was met above counts once: its earlier step is taken back and carried on.
    let last = length;
    let zeroBefore = 1;
    let oneBefore = 1;
    for (let place = 1; place <= length; place++) {
      if (met[from + place] !== column) continue;
      zeroBefore = zero[from + place]!;
      oneBefore = one[from + place]!;
      unwind(from, length, place);
      last--;
      break;
    }
    // The next stretch begins after the longest that this depth can have.
    const next = from + length + 1;
    for (const child of [left, right]) {
      const zeroNext = (zeroBefore * coverOf(forest, child)) / cover;
      const oneNext = child === hot ? oneBefore : 0;
      // Neither with nor without the feature does anything flow there.
      if (zeroNext === 0 && oneNext === 0) continue;
      copy(from, next, last + 1);
      descend(child, next, last + 1, zeroNext, oneNext, column);
    }
  }

  function copy(from: number, to: number, count: number): void {
    // A few entries: a loop is quicker than copyWithin.
    for (let i = 0; i < count; i++) {
      met[to + i] = met[from + i]!;
      zero[to + i] = zero[from + i]!;
      one[to + i] = one[from + i]!;
      weight[to + i] = weight[from + i]!;
    }
  }

  function extend(from: number, length: number, zeroShare: number, oneShare: number, feature: number): void {
    met[from + length] = feature;
    zero[from + length] = zeroShare;
    one[from + length] = oneShare;
    weight[from + length] = length === 0 ? 1 : 0;
    for (let i = length - 1; i >= 0; i--) {
      const before = weight[from + i]!;
      weight[from + i + 1]! += (oneShare * before * (i + 1)) / (length + 1);
      weight[from + i] = (zeroShare * before * (length - i)) / (length + 1);
    }
  }

  /** Takes back the step at `place` of a path whose last entry is `length`. */
  function unwind(from: number, length: number, place: number): void {
    unwoundSum(from, length, place, true);
    for (let i = place; i < length; i++) {
      met[from + i] = met[from + i + 1]!;
      zero[from + i] = zero[from + i + 1]!;
      one[from + i] = one[from + i + 1]!;
    }
  }

  /**
   * The sum of the weights that `extend` would give had the step at `place` not been made; `keep` writes them down.
   * Solving its equations from the top alone, as the paper does, doubles the rounding error with each split; from
   * both ends to where the two terms weigh the same, each step makes it smaller.
   */
  function unwoundSum(from: number, length: number, place: number, keep: boolean): number {
    const oneShare = one[from + place]!;
    const zeroShare = zero[from + place]!;
    const turn = oneShare === 0 ? length : Math.floor((length * zeroShare) / (oneShare + zeroShare));
    let sum = 0;
    let below = 0;
    for (let i = 0; i < turn; i++) {
      below = (weight[from + i]! * (length + 1) - oneShare * below * i) / (zeroShare * (length - i));
      sum += below;
      if (keep) weight[from + i] = below;
    }
    let above = 0;
    let extended = weight[from + length]!;
    for (let i = length - 1; i >= turn; i--) {
      above = (extended * (length + 1) - zeroShare * above * (length - i - 1)) / (oneShare * (i + 1));
      extended = weight[from + i]!;
      sum += above;
      if (keep) weight[from + i] = above;
    }
    return sum;
  }
}

function deepest({ roots, feature, left, right }: Forest): number {
  let most = 0;
  for (const root of roots) {
    const open = [{ node: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      most = Math.max(most, next.depth);
      if (feature[next.node]! < 0) continue;
      open.push({ node: left[next.node]!, depth: next.depth + 1 });
      open.push({ node: right[next.node]!, depth: next.depth + 1 });
    }
  }
  return most;
}
