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
 * The same for many rows, which start at `offset`: what does not depend on the row is worked out once. The values are those
 * of path-dependent TreeSHAP (Lundberg, Erion, Lee 2018, "Consistent individualized feature attribution for tree
 * ensembles", algorithm 2): a feature that is not in the coalition follows both branches, weighed by cover. In a forest
 * that sums in float32 the start also takes what rounding did to the sum (below one millionth of it).
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
    for (let tree = 0; tree < roots.length; tree++) explainTree(tree, row, offset, out);
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
      const cover = forest.cover[left]! + forest.cover[right]!;
      if (!(cover > 0)) {
        throw new VezError("forest_without_cover", {
          status: 422,
          detail:
            "The model does not say how many rows its branches saw, so its scores cannot be explained. Save it again with a current library.",
        });
      }
      open.push({ node: left, share: (share * forest.cover[left]!) / cover });
      open.push({ node: right, share: (share * forest.cover[right]!) / cover });
    }
  }
  return sum;
}

/**
 * A feature's Shapley value is the integral over t of what it adds when each other feature is known with chance t (Owen
 * 1972, "Multilinear extensions of games"). On the path to a leaf, a feature lets through `one` (1 or 0: the row's own
 * way) when known and `zero` (the share of training rows) when not, so a leaf's part in it is a polynomial in t, the
 * product of `zero (1 - t) + one t` over the other features; Gauss-Legendre points integrate it exactly. Sums over the
 * leaves below a split serve all features above it (Yu et al. 2022, "Linear TreeShap"): a split costs a few operations a
 * point, where algorithm 2 pays the square of the depth a leaf. All terms but leaf values are positive: nothing cancels.
 */
function treeExplainer(forest: Forest) {
  const { feature, left, right, value, cover } = forest;
  // Exact for polynomials of degree 2n - 1; a leaf's has one factor fewer than features on its path.
  const depths = Array.from(forest.roots, (root) => depthOf(forest, root));
  const sizes = depths.map((depth) => Math.max(1, Math.ceil(Math.min(depth, forest.features.length) / 2)));
  const rules = new Map([...new Set(sizes)].map((size) => [size, gaussLegendre(size)]));
  let { points, weights } = gaussLegendre(1);
  let count = 1;
  // One stretch of `count` numbers a depth: the product of the factors above, and the sum over the leaves below.
  const room = depths.reduce((most, depth, tree) => Math.max(most, (depth + 1) * sizes[tree]!), 1);
  const product = new Float64Array(room);
  const below = new Float64Array(room);
  // The factor of each feature on the path, as of the lowest split on it; 1 and 1 for one that is not there.
  const zero = new Float64Array(forest.features.length).fill(1);
  const one = new Float64Array(forest.features.length).fill(1);

  return (tree: number, row: Float64Array, offset: number, out: Float64Array): void => {
    count = sizes[tree]!;
    ({ points, weights } = rules.get(count)!);
    product.fill(1, 0, count);
    descend(forest.roots[tree]!, 0, row, offset, out);
  };

  /** Fills the stretch of `below` at `from` for the leaves under the node, and adds up what the splits under it say. */
  function descend(node: number, from: number, row: Float64Array, offset: number, out: Float64Array): void {
    if (feature[node]! < 0) {
      const leaf = value[node]!;
      for (let i = from; i < from + count; i++) below[i] = leaf * product[i]!;
      return;
    }
    const hot = nextNode(forest, node, row, offset);
    for (let i = from; i < from + count; i++) below[i] = 0;
    take(node, left[node]!, hot, from, row, offset, out);
    take(node, right[node]!, hot, from, row, offset, out);
  }

  /** One branch of a split; the row itself goes to `hot`. */
  function take(
    node: number,
    child: number,
    hot: number,
    from: number,
    row: Float64Array,
    offset: number,
    out: Float64Array,
  ): void {
    const column = feature[node]!;
    const zeroAbove = zero[column]!;
    const oneAbove = one[column]!;
    const zeroHere = (zeroAbove * cover[child]!) / (cover[left[node]!]! + cover[right[node]!]!);
    const oneHere = child === hot ? oneAbove : 0;
    // Neither with nor without the feature does anything flow there.
    if (zeroHere === 0 && oneHere === 0) return;
    const next = from + count;
    for (let i = 0; i < count; i++) {
      const t = points[i]!;
      const above = zeroAbove * (1 - t) + oneAbove * t;
      product[next + i] = (product[from + i]! / above) * (zeroHere * (1 - t) + oneHere * t);
    }
    zero[column] = zeroHere;
    one[column] = oneHere;
    descend(child, next, row, offset, out);
    zero[column] = zeroAbove;
    one[column] = oneAbove;
    let here = 0;
    let upper = 0;
    for (let i = 0; i < count; i++) {
      const t = points[i]!;
      const leaves = below[next + i]!;
      below[from + i]! += leaves;
      here += (weights[i]! * leaves) / (zeroHere * (1 - t) + oneHere * t);
      upper += (weights[i]! * leaves) / (zeroAbove * (1 - t) + oneAbove * t);
    }
    // Below a second split on the feature only the lower one counts: what the upper would say is taken off.
    out[column]! += here * (oneHere - zeroHere) - upper * (oneAbove - zeroAbove);
  }
}

/** Points and weights on 0..1: Newton's method on the Legendre polynomial from Chebyshev's guess (Press et al., Numerical Recipes, gauleg). */
function gaussLegendre(count: number): { points: Float64Array; weights: Float64Array } {
  const points = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    // Each step doubles the correct digits; from this guess eight are plenty.
    for (let step = 0; step < 8; step++) {
      let [current, before] = [1, 0];
      for (let n = 1; n <= count; n++)
        [current, before] = [((2 * n - 1) * x * current - (n - 1) * before) / n, current];
      slope = (count * (x * current - before)) / (x * x - 1);
      x -= current / slope;
    }
    points[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { points, weights };
}

function depthOf({ feature, left, right }: Forest, root: number): number {
  let most = 0;
  const open = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    most = Math.max(most, next.depth);
    if (feature[next.node]! < 0) continue;
    open.push({ node: left[next.node]!, depth: next.depth + 1 });
    open.push({ node: right[next.node]!, depth: next.depth + 1 });
  }
  return most;
}
