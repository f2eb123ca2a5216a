// Arbitrary small forests: every kind of decision, every kind of missing value, features that come again below themselves.
import fc from "fast-check";
import { DECISION, type Forest, MISSING } from "../../../src/domain/learning/forest.ts";
import { forestBuilder, type ReadLeaf, type ReadSplit } from "../../../src/domain/learning/forest-builder.ts";

export const FEATURES = ["a", "b", "c", "d"];

type Shape = ReadLeaf | (Omit<ReadSplit, "left" | "right"> & { left: Shape; right: Shape });

const leaf: fc.Arbitrary<Shape> = fc.record({
  value: fc.double({ min: -4, max: 4, noNaN: true }),
  cover: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constantFrom(0.25, 1e-3)),
});

const { tree } = fc.letrec<{ tree: Shape }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    leaf,
    fc.record({
      feature: fc.nat({ max: FEATURES.length - 1 }),
      threshold: fc.constantFrom(-0.5, 0, 0.5, Math.fround(0.1), 2),
      decision: fc.constantFrom(...Object.values(DECISION)),
      missing: fc.constantFrom(...Object.values(MISSING)),
      defaultLeft: fc.boolean(),
      cover: fc.constant(0),
      categories: fc.array(fc.nat({ max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 2 }),
      left: tie("tree"),
      right: tie("tree"),
    }),
  ),
}));

/** A forest whose sums are rounded to float32, or are not. */
export const anyForest = (sum32: fc.Arbitrary<boolean> = fc.boolean()): fc.Arbitrary<Forest> =>
  fc
    .record({ trees: fc.array(tree, { minLength: 1, maxLength: 3 }), base: fc.constantFrom(0, 0.5, -3), sum32 })
    .map(({ trees, base, sum32 }) => {
      const builder = forestBuilder(FEATURES);
      for (const shape of trees) {
        const nodes: (ReadLeaf | ReadSplit)[] = [];
        builder.addTree(number(shape, nodes), (at) => nodes[at]);
      }
      return builder.finish(base, sum32);
    });

/** Values on both sides of every threshold, categories, and missing ones. */
export const anyRow: fc.Arbitrary<Float64Array> = fc
  .array(fc.constantFrom(-7, -0.5, 0, 0.1, 0.3, 1, 2, 5, 31, 32, 40, 63, 900, Number.NaN), {
    minLength: FEATURES.length,
    maxLength: FEATURES.length,
  })
  .map((values) => Float64Array.from(values));

function number(shape: Shape, nodes: (ReadLeaf | ReadSplit)[]): number {
  const at = nodes.length;
  if (!("feature" in shape)) {
    nodes.push(shape);
    return at;
  }
  nodes.push({ value: 0, cover: 0 });
  const { categories, ...split } = shape;
  const set = split.decision >= DECISION.inCategories ? { categories } : {};
  nodes[at] = { ...split, ...set, left: number(shape.left, nodes), right: number(shape.right, nodes) };
  return at;
}
