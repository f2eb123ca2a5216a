// Grown trees as a forest that can be stored and scored.
import type { RankingDataset } from "./dataset.ts";
import { DECISION, type Forest, MISSING } from "./forest.ts";
import type { GrownTree } from "./grow-tree.ts";

/** The trees one after another; a missing value goes the way that training chose, or with the greater part of the rows. */
export function forestOf(features: readonly string[], trees: readonly GrownTree[]): Forest {
  const offsets: number[] = [];
  let nodes = 0;
  for (const tree of trees) {
    offsets.push(nodes);
    nodes += tree.feature.length;
  }
  const child = (side: "left" | "right") =>
    Int32Array.from(trees.flatMap((tree, t) => tree[side].map((node) => (node < 0 ? -1 : offsets[t]! + node))));
  return {
    features: [...features],
    base: 0,
    roots: Int32Array.from(offsets),
    feature: Int32Array.from(trees.flatMap((tree) => tree.feature)),
    threshold: Float64Array.from(trees.flatMap((tree) => tree.threshold)),
    left: child("left"),
    right: child("right"),
    decision: new Uint8Array(nodes).fill(DECISION.atMost),
    missing: new Uint8Array(nodes).fill(MISSING.nan),
    defaultLeft: Uint8Array.from(trees.flatMap((tree) => tree.missingLeft.map(Number))),
    value: Float64Array.from(trees.flatMap((tree) => tree.value)),
    cover: Float64Array.from(trees.flatMap((tree) => tree.cover)),
    categoryFrom: new Int32Array(nodes),
    categoryTo: new Int32Array(nodes),
    categories: new Uint32Array(0),
  };
}

/** Adds a tree's answer for each row to its score. */
export function addTree(tree: GrownTree, { columns }: RankingDataset, scores: Float64Array): void {
  for (let row = 0; row < scores.length; row++) {
    let node = 0;
    for (let feature = tree.feature[0]!; feature >= 0; feature = tree.feature[node]!) {
      const value = columns[feature]![row]!;
      const goesLeft = Number.isNaN(value) ? tree.missingLeft[node]! : value <= tree.threshold[node]!;
      node = goesLeft ? tree.left[node]! : tree.right[node]!;
    }
    scores[row] = scores[row]! + tree.value[node]!;
  }
}
