// `node bench/ranking-search.ts [NAME...]`: cross-validates settings of the ranker on rank.train; rank.test is not opened. Each query is judged by models that have not seen it.
import { type RankingDataset, takeGroups } from "../src/domain/learning/dataset.ts";
import { chanceOf } from "../src/domain/learning/random.ts";
import type { TrainingSettings } from "../src/domain/learning/settings.ts";
import { train } from "../src/domain/learning/train.ts";
import { readRanking } from "./ranking-data.ts";

const FOLDS = 5;
/** The queries are dealt to folds anew for each: one dealing alone is too lucky or unlucky to choose by. */
const DEALS = [21, 22, 23];
const LOOK_AT = [50, 100, 150, 200, 250, 300];

const LIKE_ANCHOR: Omit<TrainingSettings, "seed"> = {
  trees: 150,
  learningRate: 0.1,
  maxLeaves: 31,
  maxDepth: 0,
  minChildWeight: 5,
  minChildRows: 1,
  l2: 1,
  gamma: 0,
  maxBins: 64,
  rowShare: 0.9,
  featureShare: 1,
  sigma: 1,
  truncation: 30,
  dampSettledPairs: false,
  levelGroups: false,
  levelRows: false,
  monotone: {},
  patience: 0,
  ndcgAt: 10,
};
/** What a random search over 100 settings pointed at. */
const SMALL_SAMPLES = {
  ...LIKE_ANCHOR,
  trees: 300,
  learningRate: 0.04,
  maxLeaves: 12,
  minChildWeight: 1,
  rowShare: 0.3,
  featureShare: 0.2,
  levelGroups: true,
};

const PLAIN = { ...SMALL_SAMPLES, levelGroups: false };

const CANDIDATES: Record<string, Omit<TrainingSettings, "seed">> = {
  "like the anchor": LIKE_ANCHOR,
  "anchor, half of the rows": { ...LIKE_ANCHOR, rowShare: 0.5 },
  "anchor, level groups": { ...LIKE_ANCHOR, levelGroups: true, minChildWeight: 1 },
  "anchor, level rows": { ...LIKE_ANCHOR, levelRows: true, minChildWeight: 2 },
  "small samples": SMALL_SAMPLES,
  "4 leaves": { ...SMALL_SAMPLES, maxLeaves: 4 },
  "7 leaves": { ...SMALL_SAMPLES, maxLeaves: 7 },
  "20 leaves": { ...SMALL_SAMPLES, maxLeaves: 20 },
  "a fifth of the rows": { ...SMALL_SAMPLES, rowShare: 0.2 },
  "half of the rows": { ...SMALL_SAMPLES, rowShare: 0.5 },
  "a tenth of the features": { ...SMALL_SAMPLES, featureShare: 0.1 },
  "a third of the features": { ...SMALL_SAMPLES, featureShare: 0.33 },
  "child weight 0.5": { ...SMALL_SAMPLES, minChildWeight: 0.5 },
  "child weight 2": { ...SMALL_SAMPLES, minChildWeight: 2 },
  "l2 5": { ...SMALL_SAMPLES, l2: 5 },
  "l2 0.1": { ...SMALL_SAMPLES, l2: 0.1 },
  "settled pairs damped": { ...SMALL_SAMPLES, dampSettledPairs: true },
  "level rows too": { ...SMALL_SAMPLES, levelRows: true },
  "no levelling": { ...SMALL_SAMPLES, levelGroups: false },
  "sigma 2": { ...SMALL_SAMPLES, sigma: 2, minChildWeight: 4 },
  "truncation 10": { ...SMALL_SAMPLES, truncation: 10 },
  "rate 0.06": { ...SMALL_SAMPLES, learningRate: 0.06 },
  "rate 0.03": { ...SMALL_SAMPLES, learningRate: 0.03 },
  // The second round: the best of the first with each other.
  "plain, truncation 10": { ...PLAIN, truncation: 10 },
  "plain, child weight 2": { ...PLAIN, minChildWeight: 2 },
  "plain, 20 leaves": { ...PLAIN, maxLeaves: 20 },
  "plain, half of the rows": { ...PLAIN, rowShare: 0.5 },
  "plain, damped": { ...PLAIN, dampSettledPairs: true },
  "plain, rate 0.06": { ...PLAIN, learningRate: 0.06 },
  "damped, truncation 10": { ...SMALL_SAMPLES, dampSettledPairs: true, truncation: 10 },
  "damped, rate 0.06": { ...SMALL_SAMPLES, dampSettledPairs: true, learningRate: 0.06 },
};

const dataset = readRanking("train");
const splits = DEALS.flatMap((deal) => foldsOf(dataset, deal));
console.log(`NDCG@10 after so many trees (mean of ${DEALS.length} x ${FOLDS} folds), ms a training`);
console.log(["settings".padEnd(26), ...LOOK_AT.map((trees) => String(trees).padStart(6)), "ms".padStart(5)].join(" "));
const asked = process.argv.slice(2);
for (const [name, settings] of Object.entries(CANDIDATES)) {
  if (asked.length === 0 || asked.some((part) => name.startsWith(part))) console.log(judge(name, settings));
}

function judge(name: string, settings: Omit<TrainingSettings, "seed">): string {
  const sums = new Float64Array(settings.trees);
  const started = process.cpuUsage().user;
  for (const [index, { training, validation }] of splits.entries()) {
    const { history } = train(training, { ...settings, seed: index + 1 }, { validation });
    const share = (validation.groupStarts.length - 1) / ((dataset.groupStarts.length - 1) * DEALS.length);
    for (const { trees, validationNdcg } of history) sums[trees - 1]! += share * (validationNdcg ?? 0);
  }
  const ms = (process.cpuUsage().user - started) / 1000 / splits.length;
  const figures = LOOK_AT.map((trees) => (trees <= settings.trees ? smooth(sums, trees).toFixed(4) : "").padStart(6));
  return [name.padEnd(26), ...figures, ms.toFixed(0).padStart(5)].join(" ");
}

/** One tree more or less moves the figure more than it means: the mean of the last eleven. */
function smooth(values: Float64Array, trees: number): number {
  return values.subarray(trees - 11, trees).reduce((sum, value) => sum + value, 0) / 11;
}

function foldsOf(data: RankingDataset, deal: number): { training: RankingDataset; validation: RankingDataset }[] {
  const chance = chanceOf(deal);
  const groups = Array.from({ length: data.groupStarts.length - 1 }, (_, group) => ({ group, draw: chance() }));
  groups.sort((a, b) => a.draw - b.draw);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const of = (held: boolean) =>
      takeGroups(
        data,
        groups.filter((_, index) => (index % FOLDS === fold) === held).map(({ group }) => group),
      );
    return { training: of(false), validation: of(true) };
  });
}
