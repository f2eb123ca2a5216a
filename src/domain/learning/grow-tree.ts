// One regression tree on gradients, best leaf first, in buffers that all trees of a training share.
import { bestSplit, leafValue, type NodeSums, type Split } from "./best-split.ts";
import { type BinnedRows, CELL } from "./bins.ts";
import { cellNarrower, fillHistogram, type Histogram, subtractSibling, type TreeSample } from "./histogram.ts";
import type { TrainingSettings } from "./settings.ts";

/** Nodes in the order in which they were made; the root is the first. A leaf's feature is -1. */
export interface GrownTree {
  feature: number[];
  threshold: number[];
  missingLeft: boolean[];
  left: number[];
  right: number[];
  /** Times the learning rate already. */
  value: number[];
  /** Sampled rows. */
  cover: number[];
}

/** Grows a tree on the first `count` of `sample` (rows, ascending), asking only the first `featureCount` of `features`. */
export type GrowTree = (
  sample: Int32Array,
  count: number,
  features: Int32Array,
  featureCount: number,
  gradients: Float64Array,
) => GrownTree;

interface Leaf {
  node: number;
  depth: number;
  from: number;
  to: number;
  sums: NodeSums;
  split: Split | null;
  histogram: Histogram | null;
}

/** Leaf-wise growth as in LightGBM (Ke et al. 2017): always the leaf whose split gains most, until there are `maxLeaves`. */
export function treeGrower(binned: BinnedRows, monotone: Int8Array, settings: TrainingSettings): GrowTree {
  const { learningRate, maxLeaves, maxDepth, minChildWeight, minChildRows, l2 } = settings;
  const size = CELL * binned.firstBin[binned.columns.length]!;
  const narrowCells = cellNarrower(binned);
  const pool: Histogram[] = [];
  const rows = new Int32Array(binned.rows);
  const spare = new Int32Array(binned.rows);

  return (sample, count, features, featureCount, gradients) => {
    const tree: GrownTree = { feature: [], threshold: [], missingLeft: [], left: [], right: [], value: [], cover: [] };
    rows.set(sample.subarray(0, count));
    const cells = narrowCells(rows.subarray(0, count), features, featureCount);
    const shown: TreeSample = { binned, features, featureCount, gradients, ...cells };
    const root = leafOf(0, 0, count, sumOf(gradients, count));
    if (worthAsking(root)) {
      root.histogram = takeHistogram();
      fillHistogram(root.histogram, shown, rows, 0, count);
      ask(root);
    }
    const leaves = [root];
    while (leaves.length < maxLeaves) {
      const chosen = mostGain(leaves);
      if (chosen?.split == null || chosen.histogram === null) break;
      const { split, histogram } = chosen;
      const middle = partition(chosen, split);
      const left = leafOf(chosen.depth + 1, chosen.from, middle, split.left);
      const right = leafOf(chosen.depth + 1, middle, chosen.to, split.right);
      tree.feature[chosen.node] = split.feature;
      tree.threshold[chosen.node] = thresholdOf(histogram, chosen.sums, split);
      tree.missingLeft[chosen.node] = split.missingLeft;
      tree.left[chosen.node] = left.node;
      tree.right[chosen.node] = right.node;
      leaves[leaves.indexOf(chosen)] = left;
      leaves.push(right);
      if (leaves.length < maxLeaves) shareHistogram(histogram, left, right);
      else pool.push(histogram);
    }
    for (const leaf of leaves) if (leaf.histogram !== null) pool.push(leaf.histogram);
    // What moves all rows alike ranks none of them, and without a least weight below it could be huge.
    if (leaves.length === 1) tree.value[root.node] = 0;
    return tree;

    function leafOf(depth: number, from: number, to: number, sums: NodeSums): Leaf {
      const node = tree.feature.length;
      tree.feature.push(-1);
      tree.threshold.push(0);
      tree.missingLeft.push(false);
      tree.left.push(-1);
      tree.right.push(-1);
      tree.value.push(learningRate * leafValue(sums.gradient, sums.curve, sums, l2));
      tree.cover.push(to - from);
      return { node, depth, from, to, sums, split: null, histogram: null };
    }

    /** Counts the smaller child and gets the larger one as what is left; children that cannot be split need none. */
    function shareHistogram(parent: Histogram, left: Leaf, right: Leaf): void {
      const [smaller, larger] = left.to - left.from <= right.to - right.from ? [left, right] : [right, left];
      const both = worthAsking(larger);
      if (!both && !worthAsking(smaller)) {
        pool.push(parent);
        return;
      }
      smaller.histogram = takeHistogram();
      fillHistogram(smaller.histogram, shown, rows, smaller.from, smaller.to);
      if (both) {
        subtractSibling(parent, smaller.histogram, shown);
        larger.histogram = parent;
        ask(larger);
      } else pool.push(parent);
      if (worthAsking(smaller)) ask(smaller);
      releaseUnlessSplit(smaller);
      releaseUnlessSplit(larger);
    }

    function ask(leaf: Leaf): void {
      if (leaf.histogram === null) return;
      leaf.split = bestSplit(leaf.histogram, leaf.sums, shown, monotone, settings);
    }
  };

  function takeHistogram(): Histogram {
    return pool.pop() ?? new Float64Array(size);
  }

  function releaseUnlessSplit(leaf: Leaf): void {
    if (leaf.split !== null || leaf.histogram === null) return;
    pool.push(leaf.histogram);
    leaf.histogram = null;
  }

  function worthAsking({ depth, from, to, sums }: Leaf): boolean {
    if (maxDepth > 0 && depth >= maxDepth) return false;
    return sums.curve >= 2 * minChildWeight && to - from >= Math.max(2, 2 * minChildRows);
  }

  function sumOf(gradients: Float64Array, count: number): NodeSums {
    let gradient = 0;
    let curve = 0;
    for (let i = 0; i < count; i++) {
      gradient += gradients[2 * rows[i]!]!;
      curve += gradients[2 * rows[i]! + 1]!;
    }
    return { gradient, curve, rows: count, lowest: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY };
  }

  /** Puts the rows that go left before those that go right, both in their old order; returns where the right ones begin. */
  function partition({ from, to }: Leaf, { feature, lastLeftBin, missingLeft }: Split): number {
    const column = binned.columns[feature]!;
    const missingBin = binned.valueBins[feature]!;
    let left = from;
    let right = 0;
    for (let i = from; i < to; i++) {
      const row = rows[i]!;
      const bin = column[row]!;
      if (bin <= lastLeftBin || (missingLeft && bin === missingBin)) rows[left++] = row;
      else spare[right++] = row;
    }
    rows.set(spare.subarray(0, right), left);
    return left;
  }

  /** Half way between the nearest values of the node's own rows on the two sides. */
  function thresholdOf(histogram: Histogram, sums: NodeSums, { feature, lastLeftBin }: Split): number {
    const first = binned.firstBin[feature]!;
    const bins = binned.valueBins[feature]!;
    const implied = binned.impliedBin[feature]!;
    let others = 0;
    for (let bin = 0; bin < bins; bin++) others += histogram[CELL * (first + bin) + 2]!;
    const holds = (bin: number) => (bin === implied ? sums.rows > others : histogram[CELL * (first + bin) + 2]! > 0);
    let low = lastLeftBin;
    while (low >= 0 && !holds(low)) low--;
    let high = lastLeftBin + 1;
    while (high < bins && !holds(high)) high++;
    // Values against missing ones: also a value that this node's rows do not have is no missing one.
    if (high >= bins) return Number.MAX_VALUE;
    if (low < 0) return -Number.MAX_VALUE;
    const below = binned.greatestValue[first + low]!;
    const above = binned.leastValue[first + high]!;
    const middle = below + (above - below) / 2;
    return middle < above ? middle : below;
  }
}

function mostGain(leaves: readonly Leaf[]): Leaf | null {
  let best: Leaf | null = null;
  for (const leaf of leaves) if (leaf.split !== null && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf;
  return best;
}
