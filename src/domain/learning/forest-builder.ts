// Puts trees that came from a file together into a forest, and lets nothing in that could make a score wrong or endless.
import type { Forest } from "./forest.ts";
import { tooLarge, unreadable } from "./model-refusal.ts";

/** Far above what a ranker of a few dozen features needs; they bound the time and memory that a hostile file can take. */
export const MODEL_LIMITS = {
  characters: 20_000_000,
  features: 10_000,
  trees: 10_000,
  nodes: 1_000_000,
  depth: 500,
  categoryWords: 1_000_000,
};

export interface ReadLeaf {
  value: number;
  /** Not a positive number: not known. */
  cover: number;
}

export interface ReadSplit {
  feature: number;
  threshold: number;
  /** One of DECISION. */
  decision: number;
  /** One of MISSING. */
  missing: number;
  defaultLeft: boolean;
  /** The file's numbers of the children. */
  left: number;
  right: number;
  cover: number;
  /** Bit set, 32 categories a word. */
  categories?: readonly number[];
}

export interface ForestBuilder {
  /**
   * Adds the tree below the file's node `root` and returns how many nodes it has. `nodeAt` gives the file's node of a
   * number, undefined when there is none.
   * @throws VezError model_unreadable when nodes are missing, shared or circular; model_too_large.
   */
  addTree(root: number, nodeAt: (number: number) => ReadLeaf | ReadSplit | undefined): number;
  finish(base: number, sum32: boolean): Forest;
}

/**
 * Nodes are numbered as one meets them going left first, so that a walk reads memory forwards.
 * @throws VezError model_too_large, model_unreadable when two features share a name.
 */
export function forestBuilder(features: readonly string[]): ForestBuilder {
  if (features.length > MODEL_LIMITS.features) throw tooLarge("features", MODEL_LIMITS.features);
  if (new Set(features).size < features.length) throw unreadable("two features have the same name");
  const roots: number[] = [];
  const nodes: (ReadLeaf | ReadSplit)[] = [];
  const left: number[] = [];
  const right: number[] = [];
  let words = 0;

  return { addTree, finish };

  function addTree(root: number, nodeAt: (number: number) => ReadLeaf | ReadSplit | undefined): number {
    if (roots.length >= MODEL_LIMITS.trees) throw tooLarge("trees", MODEL_LIMITS.trees);
    const where = `tree ${roots.length}`;
    const first = nodes.length;
    const met = new Set<number>();
    const open = [{ number: root, depth: 0, parent: -1 }];
    roots.push(first);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.depth > MODEL_LIMITS.depth) throw tooLarge("splits from a root to a leaf", MODEL_LIMITS.depth);
      if (nodes.length >= MODEL_LIMITS.nodes) throw tooLarge("nodes", MODEL_LIMITS.nodes);
      if (met.has(next.number)) throw unreadable(`${where} leads twice to node ${next.number}`);
      met.add(next.number);
      const node = nodeAt(next.number);
      if (node === undefined) throw unreadable(`${where} has no node ${next.number}`);
      check(node, where);
      const at = nodes.length;
      nodes.push(node);
      left.push(-1);
      right.push(-1);
      // The right child waits until the whole left side is numbered.
      if (next.parent >= 0) (left[next.parent] === -1 ? left : right)[next.parent] = at;
      if (!("feature" in node)) continue;
      open.push({ number: node.right, depth: next.depth + 1, parent: at });
      open.push({ number: node.left, depth: next.depth + 1, parent: at });
    }
    return nodes.length - first;
  }

  function check(node: ReadLeaf | ReadSplit, where: string): void {
    if (!("feature" in node)) {
      if (!Number.isFinite(node.value)) throw unreadable(`${where} has a leaf without a number`);
      return;
    }
    if (!Number.isInteger(node.feature) || node.feature < 0 || node.feature >= features.length) {
      throw unreadable(`${where} tests feature ${node.feature}, but there are ${features.length}`);
    }
    if (Number.isNaN(node.threshold)) throw unreadable(`${where} has a split without a number`);
    words += node.categories?.length ?? 0;
    if (words > MODEL_LIMITS.categoryWords) throw tooLarge("categories", 32 * MODEL_LIMITS.categoryWords);
  }

  function finish(base: number, sum32: boolean): Forest {
    if (!Number.isFinite(base)) throw unreadable("its base score is not a number");
    const splits = nodes.map((node) => ("feature" in node ? node : undefined));
    const categoryFrom = new Int32Array(nodes.length);
    const categoryTo = new Int32Array(nodes.length);
    const categories = new Uint32Array(words);
    let at = 0;
    for (const [index, split] of splits.entries()) {
      categoryFrom[index] = at;
      categories.set(split?.categories ?? [], at);
      at += split?.categories?.length ?? 0;
      categoryTo[index] = at;
    }
    return {
      features: [...features],
      base,
      sum32,
      roots: Int32Array.from(roots),
      feature: Int32Array.from(splits, (split) => split?.feature ?? -1),
      threshold: Float64Array.from(splits, (split) => split?.threshold ?? 0),
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      decision: Uint8Array.from(splits, (split) => split?.decision ?? 0),
      missing: Uint8Array.from(splits, (split) => split?.missing ?? 0),
      defaultLeft: Uint8Array.from(splits, (split) => (split?.defaultLeft ? 1 : 0)),
      value: Float64Array.from(nodes, (node) => ("feature" in node ? 0 : node.value)),
      cover: covers(nodes, left, right),
      categoryFrom,
      categoryTo,
      categories,
    };
  }
}

/** An inner node whose cover the file does not tell has that of its children. */
function covers(nodes: readonly (ReadLeaf | ReadSplit)[], left: readonly number[], right: readonly number[]) {
  const cover = Float64Array.from(nodes, (node) => (node.cover > 0 && node.cover < Number.MAX_VALUE ? node.cover : 0));
  for (let node = nodes.length - 1; node >= 0; node--) {
    if (cover[node] === 0 && left[node]! >= 0) cover[node] = cover[left[node]!]! + cover[right[node]!]!;
  }
  return cover;
}
