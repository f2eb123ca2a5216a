// A forest as text, for keeping: node by node in the order of a walk that goes left first, so that children need no numbers.
import * as z from "zod";
import { DECISION, type Forest, MISSING } from "./forest.ts";
import { forestBuilder, MODEL_LIMITS, type ReadLeaf, type ReadSplit } from "./forest-builder.ts";
import { unreadable } from "./model-refusal.ts";

const Packed = z
  .string()
  .max(MODEL_LIMITS.characters)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/);

/**
 * base64 of little-endian numbers. `features`: int16 a node, -1 at a leaf. `numbers`: float64 a node, its threshold or its
 * value. `rules`: a byte a split, DECISION + 4 * MISSING + 16 when a missing value goes left. `covers`: float64 a leaf; a
 * split's cover is the sum of its children's. `categorySizes`: int32 a split by category, the words of its set in
 * `categories`, uint32.
 */
export const ForestCode = z.strictObject({
  base: z.number(),
  sum32: z.boolean(),
  trees: z.int().nonnegative().max(MODEL_LIMITS.trees),
  features: Packed,
  numbers: Packed,
  rules: Packed,
  covers: Packed,
  categorySizes: Packed,
  categories: Packed,
});
export type ForestCode = z.infer<typeof ForestCode>;

/**
 * What `decodeForest` makes into a forest that scores the same bits. Its nodes may be in another order, what no walk
 * reads (the value of a split, the threshold of a leaf) is gone, and splits' covers are summed anew.
 */
export function encodeForest(forest: Forest): ForestCode {
  const order: number[] = [];
  for (const root of forest.roots) {
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      order.push(node);
      if (forest.feature[node]! >= 0) open.push(forest.right[node]!, forest.left[node]!);
    }
  }
  const splits = order.filter((node) => forest.feature[node]! >= 0);
  const leaves = order.filter((node) => forest.feature[node]! < 0);
  const sets = splits
    .filter((node) => forest.decision[node]! >= DECISION.inCategories)
    .map((node) => forest.categories.subarray(forest.categoryFrom[node], forest.categoryTo[node]));
  const number = (node: number) => (forest.feature[node]! < 0 ? forest.value[node]! : forest.threshold[node]!);
  const rule = (node: number) => forest.decision[node]! + 4 * forest.missing[node]! + 16 * forest.defaultLeft[node]!;
  return {
    base: forest.base,
    sum32: forest.sum32 === true,
    trees: forest.roots.length,
    features: pack(
      "Int16",
      order.map((node) => forest.feature[node]!),
    ),
    numbers: pack("Float64", order.map(number)),
    rules: pack("Uint8", splits.map(rule)),
    covers: pack(
      "Float64",
      leaves.map((node) => forest.cover[node]!),
    ),
    categorySizes: pack(
      "Int32",
      sets.map((set) => set.length),
    ),
    categories: pack(
      "Uint32",
      sets.flatMap((set) => [...set]),
    ),
  };
}

/** @throws VezError model_unreadable, model_too_large: nothing that a file can hold makes a walk wrong or endless. */
export function decodeForest(code: ForestCode, features: readonly string[]): Forest {
  const columns = reader("Int16", code.features);
  const numbers = reader("Float64", code.numbers);
  const rules = reader("Uint8", code.rules);
  const covers = reader("Float64", code.covers);
  const sizes = reader("Int32", code.categorySizes);
  const words = reader("Uint32", code.categories);
  const builder = forestBuilder(features);

  for (let tree = 0; tree < code.trees; tree++) {
    // The builder asks left first, in the order of the code; a split names its children by turns, whatever their numbers.
    let named = 0;
    builder.addTree(0, (): ReadLeaf | ReadSplit => {
      const feature = columns.next();
      const number = numbers.next();
      if (feature === -1) return { value: number, cover: covers.next() };
      const rule = rules.next();
      const decision = rule & 3;
      const missing = (rule >> 2) & 3;
      if (rule >= 32 || missing > MISSING.nan) throw unreadable("a tree has a rule that is not known");
      const byCategory = decision >= DECISION.inCategories;
      return {
        ...{ feature, threshold: number, decision, missing, defaultLeft: rule >= 16, cover: 0 },
        ...{ left: ++named, right: ++named },
        ...(byCategory ? { categories: words.take(sizes.next()) } : {}),
      };
    });
  }
  for (const list of [columns, numbers, rules, covers, sizes, words]) list.end();
  return builder.finish(code.base, code.sum32);
}

type Kind = "Uint8" | "Int16" | "Int32" | "Uint32" | "Float64";
const BYTES: Record<Kind, number> = { Uint8: 1, Int16: 2, Int32: 4, Uint32: 4, Float64: 8 };

function pack(kind: Kind, values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(values.length * BYTES[kind]));
  for (const [index, value] of values.entries()) {
    if (kind === "Uint8") view.setUint8(index, value);
    else view[`set${kind}`](index * BYTES[kind], value, true);
  }
  let binary = "";
  for (let at = 0; at < view.byteLength; at++) binary += String.fromCharCode(view.getUint8(at));
  return btoa(binary);
}

/** Reads a list once from its beginning to its end, and says so when it is too short or too long. */
function reader(kind: Kind, packed: string) {
  const bytes = bytesOf(packed);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const next = (): number => {
    if (at + BYTES[kind] > bytes.length) throw unreadable("one of its lists of nodes is too short");
    const value = kind === "Uint8" ? view.getUint8(at) : view[`get${kind}`](at, true);
    at += BYTES[kind];
    return value;
  };
  return {
    next,
    take(count: number): number[] {
      if (count < 1 || count * BYTES[kind] > bytes.length - at) throw unreadable("a set of categories is too short");
      return Array.from({ length: count }, next);
    },
    end(): void {
      if (at !== bytes.length) throw unreadable("one of its lists of nodes is too long");
    },
  };
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  } catch (cause) {
    if (cause instanceof DOMException) throw unreadable("one of its lists of nodes is not base64");
    throw cause;
  }
}
