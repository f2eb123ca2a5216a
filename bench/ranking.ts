// The ranker beside XGBoost on public data: NDCG of five seeds on rows that chose nothing, and seconds of training in Node and in workerd.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { RankingDataset } from "../src/domain/learning/dataset.ts";
import { ndcgOfGroups } from "../src/domain/learning/ndcg.ts";
import { chanceOf } from "../src/domain/learning/random.ts";
import { train } from "../src/domain/learning/train.ts";
import { RANKING_DATA, readRanking } from "./ranking-data.ts";
import { digestOf, scoresOf, settingsFor } from "./ranking-model.ts";

const SEEDS = [1, 2, 3, 4, 5];
const CUTS = [1, 3, 5, 10];
const RESAMPLES = 10_000;
const TARGET = 0.752;
/** Training may take so many times what XGBoost's model of the same kind takes in the same run. */
const SLOWEST = 2;
const NOT_MEASURED = "not measured";

/** Means of NDCG@1, 3, 5, 10 on these rows that were published with the target; one training each, on another machine, so no score a query to pair with. */
const PUBLISHED: Record<string, { ndcg: number[]; seconds: number }> = {
  "xgboost 31 leaves, child weight 5, 0.9 of rows": { ndcg: [0.6392, 0.6638, 0.6892, 0.7523], seconds: 0.17 },
  "xgboost exact, depth 6": { ndcg: [0.6579, 0.6517, 0.6834, 0.7583], seconds: 1.034 },
  "lightgbm lambdarank, defaults": { ndcg: [0.6417, 0.6512, 0.6739, 0.7358], seconds: 0.184 },
};

const trainings = z.array(z.object({ seconds: z.number(), digest: z.string() }));
const anchors = z.object({
  version: z.string(),
  models: z.array(
    z.object({ name: z.string(), runs: z.array(z.object({ seconds: z.number(), scores: z.array(z.number()) })) }),
  ),
});

interface Row {
  model: string;
  /** Mean over the seeds, in the order of CUTS. */
  ndcg: number[];
  /** NDCG@10 of each seed. */
  seeds: number[];
  /** Median; null where it was not measured. */
  seconds: number | null;
  firstSeconds: number | null;
}

/** Every process that is timed runs alone and is held to one core where there is `taskset`. */
export async function run(): Promise<{ table: string; json: unknown }> {
  const test = readRanking("test");
  const node = await timed("node");
  const workerd = await timed("workerd");
  const xgboost = await runXgboost();
  const dataset = readRanking("train");
  const forests = SEEDS.map((seed) => train(dataset, settingsFor(seed)).forest);
  const digests = await Promise.all(forests.map(digestOf));
  const sameBits = [node, workerd].every(({ runs }) => runs.every(({ digest }, index) => digest === digests[index]));
  const ours = forests.map((forest) => scoresOf(forest, test));
  const rows: Row[] = [
    rowOf("Vez LambdaMART, Node", ours, test, node.runs),
    rowOf("Vez LambdaMART, workerd", sameBits ? ours : [], test, workerd.runs),
  ];
  for (const { name, runs } of xgboost?.models ?? [])
    rows.push(
      rowOf(
        name,
        runs.map(({ scores }) => scores),
        test,
        runs,
      ),
    );
  const comparisons = (xgboost?.models ?? []).map(({ name, runs }) => ({
    with: name,
    ...bootstrap(
      meanOfSeeds(ours, test),
      meanOfSeeds(
        runs.map(({ scores }) => scores),
        test,
      ),
    ),
  }));
  const json = {
    seeds: SEEDS,
    cuts: CUTS,
    target: TARGET,
    rows,
    comparisons,
    published: PUBLISHED,
    timesXgboost: timesFirst(rows),
    sameBits,
    oneCore: node.oneCore,
    xgboost: xgboost?.version ?? NOT_MEASURED,
  };
  return { table: tableOf(rows, comparisons, json), json };
}

/** Seconds of the first two rows, ours, over those of the third: XGBoost with leaves and weights of the target. Null where it was not run. */
function timesFirst(rows: readonly Row[]): (number | null)[] {
  const anchor = rows[2]?.seconds ?? null;
  return rows.slice(0, 2).map(({ seconds }) => (seconds === null || anchor === null ? null : seconds / anchor));
}

function rowOf(
  model: string,
  scores: readonly ArrayLike<number>[],
  test: RankingDataset,
  runs: readonly { seconds: number }[],
): Row {
  const of = (cut: number) => scores.map((each) => mean([...ndcgOfGroups(each, test.labels, test.groupStarts, cut)]));
  return {
    model,
    ndcg: CUTS.map((cut) => mean(of(cut))),
    seeds: of(10),
    seconds: median(runs.map(({ seconds }) => seconds)),
    firstSeconds: runs[0]?.seconds ?? null,
  };
}

/** NDCG@10 of each query, mean over the seeds. */
function meanOfSeeds(scores: readonly ArrayLike<number>[], test: RankingDataset): number[] {
  const each = scores.map((one) => ndcgOfGroups(one, test.labels, test.groupStarts, 10));
  return Array.from({ length: test.groupStarts.length - 1 }, (_, query) => mean(each.map((one) => one[query]!)));
}

/** Paired bootstrap over queries: mean difference, its 95% interval, and the share of resamples in which ours is not better. */
function bootstrap(ours: readonly number[], theirs: readonly number[]) {
  const differences = ours.map((value, query) => value - theirs[query]!);
  const chance = chanceOf(1);
  const means = Array.from({ length: RESAMPLES }, () =>
    mean(differences.map(() => differences[Math.floor(chance() * differences.length)]!)),
  ).sort((a, b) => a - b);
  return {
    difference: mean(differences),
    low: means[Math.floor(0.025 * RESAMPLES)]!,
    high: means[Math.ceil(0.975 * RESAMPLES) - 1]!,
    notBetter: means.filter((value) => value <= 0).length / RESAMPLES,
  };
}

async function timed(where: "node" | "workerd") {
  const script = join(import.meta.dirname, "ranking-runs.ts");
  const { stdout, oneCore } = await onOneCore(process.execPath, [script, where, ...SEEDS.map(String)]);
  return { runs: trainings.parse(JSON.parse(stdout)), oneCore };
}

/** Debian's python3-xgboost; null where it is not installed. */
async function runXgboost(): Promise<z.infer<typeof anchors> | null> {
  const python = "/usr/bin/python3";
  const there = await promisify(execFile)(python, ["-c", "import numpy, xgboost"]).then(
    () => true,
    () => false,
  );
  if (!there) return null;
  const script = join(import.meta.dirname, "ranking-xgboost.py");
  const { stdout } = await onOneCore(python, [script, RANKING_DATA, ...SEEDS.map(String)]);
  return anchors.parse(JSON.parse(stdout));
}

async function onOneCore(program: string, args: readonly string[]): Promise<{ stdout: string; oneCore: boolean }> {
  const call = promisify(execFile);
  const options = { maxBuffer: 64 * 2 ** 20 };
  const oneCore = await call("taskset", ["-c", "0", "true"]).then(
    () => true,
    () => false,
  );
  const [first, ...rest] = oneCore ? ["taskset", "-c", "0", program, ...args] : [program, ...args];
  const { stdout } = await call(first ?? program, rest, options);
  return { stdout, oneCore };
}

function tableOf(
  rows: readonly Row[],
  comparisons: readonly ({ with: string } & ReturnType<typeof bootstrap>)[],
  {
    sameBits,
    oneCore,
    xgboost,
    timesXgboost,
  }: { sameBits: boolean; oneCore: boolean; xgboost: string; timesXgboost: (number | null)[] },
): string {
  const line = (cells: readonly string[]) =>
    [cells[0]!.padEnd(50), ...cells.slice(1).map((cell) => cell.padStart(8))].join("");
  const figure = (value: number | null, digits: number) =>
    value === null || !Number.isFinite(value) ? "-" : value.toFixed(digits);
  const lines = rows.map(({ model, ndcg, seeds, seconds, firstSeconds }) =>
    line([
      model,
      ...ndcg.map((value) => figure(value, 4)),
      figure(Math.min(...seeds), 4),
      figure(Math.max(...seeds), 4),
      figure(seconds, 3),
      figure(firstSeconds, 3),
    ]),
  );
  const paired = comparisons.map(
    ({ with: name, difference, low, high, notBetter }) =>
      `NDCG@10 less that of ${name}: ${difference.toFixed(4)} (95% ${low.toFixed(4)} to ${high.toFixed(4)}; not better in ${(100 * notBetter).toFixed(1)}% of ${RESAMPLES} paired resamples)`,
  );
  return [
    line([
      `50 queries, mean of seeds ${SEEDS.join(", ")}`,
      ...CUTS.map((cut) => `@${cut}`),
      "@10 min",
      "@10 max",
      "s",
      "first s",
    ]),
    ...lines,
    ...Object.entries(PUBLISHED).map(([name, { ndcg, seconds }]) =>
      line([`published: ${name}`, ...ndcg.map((value) => figure(value, 4)), "-", "-", figure(seconds, 3)]),
    ),
    ...(paired.length > 0 ? paired : [`python3-xgboost: ${NOT_MEASURED}, it is not installed`]),
    `s: median training, the first in a new process beside it; ${oneCore ? "each process held to one core" : "not held to one core: there is no taskset"}; xgboost ${xgboost}`,
    `training takes ${timesXgboost.map((times) => figure(times, 2)).join(" (Node) and ")} (workerd) times XGBoost's of the first row; target: at most ${SLOWEST}`,
    `Node and workerd ${sameBits ? "grew the same forests, to the last bit" : "grew DIFFERENT forests"}; mean NDCG@10 ${figure(rows[0]?.ndcg[3] ?? null, 4)}, target ${TARGET}; published rows are single trainings elsewhere`,
  ].join("\n");
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
