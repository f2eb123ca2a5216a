// How quickly a shortlist's candidates are scored and explained, beside the same trees walked as plain objects.
import { DECISION, type Forest, MISSING } from "../src/domain/learning/forest.ts";
import { forestBuilder } from "../src/domain/learning/forest-builder.ts";
import { chanceOf } from "../src/domain/learning/random.ts";
import { scoreRow, scoreRows } from "../src/domain/learning/score-forest.ts";
import { explainer } from "../src/domain/learning/tree-shap.ts";

const TREES = 100;
const LEAVES = 31;
const CANDIDATES = 200;
const MS_A_MEASUREMENT = 400;

interface Result {
  features: number;
  scoreRowsPerSecond: number;
  scoreRowPerSecond: number;
  objectsPerSecond: number;
  explainedUs: number;
}

/** CPU time of this process, so that neighbours on the machine count as little as they can. */
export async function run(): Promise<{ table: string; json: Result[] }> {
  const json = [9, 24, 46].map(measure);
  const table = [
    `${CANDIDATES} candidates, ${TREES} trees of ${LEAVES} leaves, a tenth of the values missing; rows a second of CPU time`,
    "",
    "| features | scoreRows | scoreRow | plain objects | us to explain a row |",
    "|---|---|---|---|---|",
    ...json.map(
      (result) =>
        `| ${result.features} | ${thousands(result.scoreRowsPerSecond)} | ${thousands(result.scoreRowPerSecond)} | ` +
        `${thousands(result.objectsPerSecond)} | ${result.explainedUs.toFixed(0)} |`,
    ),
  ].join("\n");
  return { table, json };
}

function measure(features: number): Result {
  const chance = chanceOf(features);
  const forest = grown(features, chance);
  const rows = Float64Array.from({ length: CANDIDATES * features }, () => (chance() < 0.1 ? Number.NaN : chance()));
  const scores = new Float64Array(CANDIDATES);
  const contributions = new Float64Array(features);
  const explain = explainer(forest);
  const trees = Array.from(forest.roots, (root) => asObject(forest, root));
  const each = (work: (row: number) => void) => {
    for (let row = 0; row < CANDIDATES; row++) work(row);
  };

  const together = usPerRow(() => scoreRows(forest, rows, CANDIDATES, scores));
  const alone = usPerRow(() =>
    each((row) => {
      scores[row] = scoreRow(forest, rows, row * features);
    }),
  );
  const sums = new Float64Array(CANDIDATES);
  const objects = usPerRow(() =>
    each((row) => {
      sums[row] = trees.reduce((sum, tree) => sum + walk(tree, rows, row * features), 0);
    }),
  );
  if (sums.some((sum, row) => Math.abs(sum - scores[row]!) > 1e-9)) throw new Error("The two ways differ.");
  const explainedUs = usPerRow(() =>
    each((row) => {
      explain(rows, contributions, row * features);
    }),
  );
  return {
    ...{ features, scoreRowsPerSecond: 1e6 / together, scoreRowPerSecond: 1e6 / alone },
    ...{ objectsPerSecond: 1e6 / objects, explainedUs },
  };
}

/** Trees as leaf-wise training grows them: at each step some leaf splits, which one is left to chance. */
function grown(features: number, chance: () => number): Forest {
  const builder = forestBuilder(Array.from({ length: features }, (_, index) => `f${index}`));
  for (let tree = 0; tree < TREES; tree++) {
    const children = new Map<number, number>();
    const leaves = [0];
    for (let nodes = 1; nodes < 2 * LEAVES - 1; nodes += 2) {
      const [leaf] = leaves.splice(Math.floor(chance() * leaves.length), 1);
      children.set(leaf!, nodes);
      leaves.push(nodes, nodes + 1);
    }
    builder.addTree(0, (node) => {
      const left = children.get(node);
      if (left === undefined) return { value: chance() - 0.5, cover: 1 + chance() * 100 };
      const rule = { decision: DECISION.atMost, missing: MISSING.nan, defaultLeft: chance() < 0.5 };
      const split = { feature: Math.floor(chance() * features), threshold: chance(), cover: 0 };
      return { ...rule, ...split, left, right: left + 1 };
    });
  }
  return builder.finish(0, false);
}

type Tree = { value: number } | { feature: number; threshold: number; defaultLeft: boolean; left: Tree; right: Tree };

function asObject(forest: Forest, node: number): Tree {
  const feature = forest.feature[node]!;
  if (feature < 0) return { value: forest.value[node]! };
  return {
    ...{ feature, threshold: forest.threshold[node]!, defaultLeft: forest.defaultLeft[node] === 1 },
    ...{ left: asObject(forest, forest.left[node]!), right: asObject(forest, forest.right[node]!) },
  };
}

function walk(tree: Tree, row: Float64Array, offset: number): number {
  let node = tree;
  while ("feature" in node) {
    const value = row[offset + node.feature]!;
    node = (Number.isNaN(value) ? node.defaultLeft : value <= node.threshold) ? node.left : node.right;
  }
  return node.value;
}

/** Best of five, after one unmeasured round. */
function usPerRow(round: () => void): number {
  const timed = () => {
    const started = process.cpuUsage();
    const until = performance.now() + MS_A_MEASUREMENT / 5;
    let rounds = 0;
    do {
      round();
      rounds++;
    } while (performance.now() < until);
    return process.cpuUsage(started).user / (rounds * CANDIDATES);
  };
  timed();
  return Math.min(...Array.from({ length: 5 }, timed));
}

function thousands(value: number): string {
  return `${Math.round(value / 1000)} k`;
}
