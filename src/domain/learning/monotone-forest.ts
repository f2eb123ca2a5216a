// Whether a forest can lower a score for a greater value of one feature: asked of models whose training nobody here saw.
import { DECISION, type Forest, MISSING } from "./forest.ts";

/**
 * True when it surely cannot: at each split on the feature, everything to the left is at most everything to the right. Trees
 * grown under a monotone constraint in the usual ("basic") way are so. False says that it may. Missing values are not looked at.
 */
export function neverLowers(forest: Forest, name: string): boolean {
  const column = forest.features.indexOf(name);
  if (column === -1) return true;
  const { feature, left, right, value, decision, missing } = forest;
  const lows = new Float64Array(feature.length);
  const highs = new Float64Array(feature.length);
  // Parents first, so that backwards each child is known before its parent.
  const order: number[] = [];
  const open = [...forest.roots];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    order.push(node);
    if (feature[node]! >= 0) open.push(left[node]!, right[node]!);
  }
  for (const node of order.reverse()) {
    if (feature[node]! < 0) {
      lows[node] = highs[node] = value[node]!;
      continue;
    }
    const [a, b] = [left[node]!, right[node]!];
    if (feature[node] === column) {
      const ordered = decision[node] === DECISION.atMost || decision[node] === DECISION.below32;
      // Where zero is missing, values on both sides of it may go one way.
      if (!ordered || missing[node] === MISSING.zero || highs[a]! > lows[b]!) return false;
    }
    lows[node] = Math.min(lows[a]!, lows[b]!);
    highs[node] = Math.max(highs[a]!, highs[b]!);
  }
  return true;
}
