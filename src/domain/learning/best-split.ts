// The best question that a node can ask of its rows, over all features and bins.
import { CELL } from "./bins.ts";
import type { Histogram, TreeSample } from "./histogram.ts";
import type { TrainingSettings } from "./settings.ts";

/** What is known of a node: sums over its rows, and between which values its leaves must lie. */
export interface NodeSums {
  gradient: number;
  curve: number;
  rows: number;
  lowest: number;
  highest: number;
}

/** Values in bins up to `lastLeftBin` go left. */
export interface Split {
  feature: number;
  lastLeftBin: number;
  missingLeft: boolean;
  /** Fall of the loss, twice (as XGBoost counts it), less gamma: above 0. */
  gain: number;
  left: NodeSums;
  right: NodeSums;
}

type SplitSettings = Pick<TrainingSettings, "minChildWeight" | "minChildRows" | "l2" | "gamma">;

/** The node's best split among the tree's features, or null when none gains more than gamma. `monotone` has 1, -1 or 0 a feature. */
export function bestSplit(
  histogram: Histogram,
  node: NodeSums,
  { binned, features, featureCount }: TreeSample,
  monotone: Int8Array,
  settings: SplitSettings,
): Split | null {
  const { minChildWeight, l2, gamma } = settings;
  const minChildRows = Math.max(1, settings.minChildRows);
  const { gradient: allGradient, curve: allCurve, rows: allRows } = node;
  const { firstBin, valueBins, impliedBin } = binned;
  const bounded = node.lowest > Number.NEGATIVE_INFINITY || node.highest < Number.POSITIVE_INFINITY;
  const leastCurve = Math.max(minChildWeight, Number.MIN_VALUE);
  const maxCurve = allCurve - leastCurve;
  const maxRows = allRows - minChildRows;
  let bestScore = scoreOf(allGradient, allCurve, node, l2) + gamma;
  const bar = bestScore;
  let bestFeature = -1;
  let bestBin = 0;
  let bestMissingLeft = false;
  let bestGradient = 0;
  let bestCurve = 0;
  let bestRows = 0;

  /** The general way: bounds, a direction, missing values. Sums are the left side's. */
  const consider = (
    feature: number,
    bin: number,
    gradient: number,
    curve: number,
    rows: number,
    missingLeft: boolean,
  ) => {
    if (curve < leastCurve || rows < minChildRows || curve > maxCurve || rows > maxRows) return;
    const direction = monotone[feature]!;
    if (direction !== 0) {
      const left = leafValue(gradient, curve, node, l2);
      const right = leafValue(allGradient - gradient, allCurve - curve, node, l2);
      if (direction * (right - left) < 0) return;
    }
    const score = scoreOf(gradient, curve, node, l2) + scoreOf(allGradient - gradient, allCurve - curve, node, l2);
    if (score <= bestScore) return;
    bestScore = score;
    bestFeature = feature;
    bestBin = bin;
    bestMissingLeft = missingLeft;
    bestGradient = gradient;
    bestCurve = curve;
    bestRows = rows;
  };

  const scanWithCare = (feature: number) => {
    const first = CELL * firstBin[feature]!;
    const bins = valueBins[feature]!;
    const hasMissing = firstBin[feature + 1]! - firstBin[feature]! > bins;
    const implied = impliedBin[feature]!;
    let seenGradient = 0;
    let seenCurve = 0;
    let seenRows = 0;
    for (let cell = first; cell < first + CELL * bins; cell += CELL) {
      seenGradient += histogram[cell]!;
      seenCurve += histogram[cell + 1]!;
      seenRows += histogram[cell + 2]!;
    }
    // What no cell holds: the missing values' bin, or the fullest one.
    const restGradient = allGradient - seenGradient;
    const restCurve = allCurve - seenCurve;
    const restRows = allRows - seenRows;
    let gradient = 0;
    let curve = 0;
    let rows = 0;
    for (let bin = 0; bin < bins; bin++) {
      const cell = first + CELL * bin;
      const isRest = bin === implied;
      gradient += isRest ? restGradient : histogram[cell]!;
      curve += isRest ? restCurve : histogram[cell + 1]!;
      rows += isRest ? restRows : histogram[cell + 2]!;
      if (!hasMissing) {
        consider(feature, bin, gradient, curve, rows, rows > allRows - rows);
        continue;
      }
      consider(feature, bin, gradient, curve, rows, false);
      if (restRows > 0) consider(feature, bin, gradient + restGradient, curve + restCurve, rows + restRows, true);
    }
  };

  for (let f = 0; f < featureCount; f++) {
    const feature = features[f]!;
    const bins = valueBins[feature]!;
    if (bounded || monotone[feature] !== 0 || firstBin[feature + 1]! - firstBin[feature]! > bins) {
      scanWithCare(feature);
      continue;
    }
    // The quick way. Scores are compared as fractions: a division a bin would cost more than all the rest.
    const first = CELL * firstBin[feature]!;
    const implied = impliedBin[feature]!;
    let gradient = 0;
    let curve = 0;
    let rows = 0;
    for (let bin = 0; bin < implied; bin++) {
      const cell = first + CELL * bin;
      const count = histogram[cell + 2]!;
      if (count === 0) continue;
      rows += count;
      gradient += histogram[cell]!;
      curve += histogram[cell + 1]!;
      if (curve < leastCurve || rows < minChildRows) continue;
      if (curve > maxCurve || rows > maxRows) break;
      const other = allGradient - gradient;
      const leftWeight = curve + l2;
      const rightWeight = allCurve - curve + l2;
      const top = gradient * gradient * rightWeight + other * other * leftWeight;
      if (top <= bestScore * (leftWeight * rightWeight)) continue;
      bestScore = top / (leftWeight * rightWeight);
      bestFeature = feature;
      bestBin = bin;
      bestMissingLeft = rows > allRows - rows;
      bestGradient = gradient;
      bestCurve = curve;
      bestRows = rows;
    }
    gradient = 0;
    curve = 0;
    rows = 0;
    for (let bin = bins - 1; bin > implied; bin--) {
      const cell = first + CELL * bin;
      const count = histogram[cell + 2]!;
      if (count === 0) continue;
      rows += count;
      gradient += histogram[cell]!;
      curve += histogram[cell + 1]!;
      if (curve < leastCurve || rows < minChildRows) continue;
      if (curve > maxCurve || rows > maxRows) break;
      const other = allGradient - gradient;
      const rightWeight = curve + l2;
      const leftWeight = allCurve - curve + l2;
      const top = gradient * gradient * leftWeight + other * other * rightWeight;
      if (top <= bestScore * (leftWeight * rightWeight)) continue;
      bestScore = top / (leftWeight * rightWeight);
      bestFeature = feature;
      bestBin = bin - 1;
      bestMissingLeft = allRows - rows > rows;
      bestGradient = other;
      bestCurve = allCurve - curve;
      bestRows = allRows - rows;
    }
  }
  if (bestFeature === -1) return null;
  const left = { ...node, gradient: bestGradient, curve: bestCurve, rows: bestRows };
  const right = {
    ...node,
    gradient: allGradient - bestGradient,
    curve: allCurve - bestCurve,
    rows: allRows - bestRows,
  };
  holdDirection(left, right, monotone[bestFeature]!, l2);
  return {
    feature: bestFeature,
    lastLeftBin: bestBin,
    missingLeft: bestMissingLeft,
    gain: bestScore - bar,
    left,
    right,
  };
}

/** The value that lowers the loss most, -gradient / (curve + l2), within the node's bounds. */
export function leafValue(gradient: number, curve: number, bounds: NodeSums, l2: number): number {
  const value = curve + l2 > 0 ? -gradient / (curve + l2) : 0;
  return Math.min(bounds.highest, Math.max(bounds.lowest, value));
}

/** Twice the fall of the loss that the leaf's value brings (Chen and Guestrin 2016, "XGBoost", equation 4); also for a bounded value. */
function scoreOf(gradient: number, curve: number, bounds: NodeSums, l2: number): number {
  const value = leafValue(gradient, curve, bounds, l2);
  return -(2 * gradient + (curve + l2) * value) * value;
}

/** Whatever is asked further down, no leaf of one side may pass the middle between the two sides' values. */
function holdDirection(left: NodeSums, right: NodeSums, direction: number, l2: number): void {
  if (direction === 0) return;
  const middle =
    (leafValue(left.gradient, left.curve, left, l2) + leafValue(right.gradient, right.curve, right, l2)) / 2;
  const [lower, upper] = direction > 0 ? [left, right] : [right, left];
  lower.highest = middle;
  upper.lowest = middle;
}
