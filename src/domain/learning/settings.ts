// How a ranker is trained: every choice that changes the model, the seed included.
import { invalid } from "../../base/errors.ts";

export interface TrainingSettings {
  /** At most this many trees. */
  trees: number;
  /** What part of a tree's answer is added. */
  learningRate: number;
  maxLeaves: number;
  /** Splits between the root and a leaf; 0 is no bound. */
  maxDepth: number;
  /** Least sum of second derivatives in a leaf. */
  minChildWeight: number;
  /** Least number of sampled rows in a leaf. */
  minChildRows: number;
  /** Added to the sum of second derivatives: pulls leaves to 0. */
  l2: number;
  /** A split must gain more than this. */
  gamma: number;
  /** Values of a column are told apart by at most this many bins, 2..254. */
  maxBins: number;
  /** Share of rows that each tree sees. */
  rowShare: number;
  /** Share of features that each tree may use. */
  featureShare: number;
  /** Steepness of the pair's logistic function. */
  sigma: number;
  /** Pairs count when at least one of the two stands among the first so many; also the k of the NDCG that is gained. */
  truncation: number;
  /** Divides a pair's weight by 0.01 + its difference of scores, so that settled pairs do not drown close ones (LightGBM's lambdarank_norm). */
  dampSettledPairs: boolean;
  /** Scales a group's gradients to log2(1 + sum) / sum: groups with many pairs count less (LightGBM's lambdarank_norm). */
  levelGroups: boolean;
  /** A pair's weight is shared out over the pairs of its rows, as if each row met one partner at random (XGBoost 1's num_pairsample). */
  levelRows: boolean;
  /** By feature name: 1, a greater value never lowers a score; -1, never raises it. */
  monotone: Readonly<Record<string, 1 | -1>>;
  /** Training ends when the validation NDCG has not risen for so many trees; 0 is never. */
  patience: number;
  /** The k of the validation NDCG. */
  ndcgAt: number;
  seed: number;
}

/** Below this a leaf's value, gradient / (curve + l2), is as large as rounding makes it, and scores overflow. */
const LEAST_DIVISOR = 1e-3;

/** @throws VezError invalid_input for settings with which training does not end, or ends in numbers that are none. */
export function checkSettings(settings: TrainingSettings): void {
  const { trees, learningRate, maxLeaves, minChildWeight, minChildRows, l2, gamma, maxBins, sigma, truncation } =
    settings;
  const inOrder: Record<string, boolean> = {
    trees: Number.isInteger(trees) && trees >= 0,
    learningRate: learningRate > 0 && Number.isFinite(learningRate),
    maxLeaves: Number.isInteger(maxLeaves) && maxLeaves >= 1,
    minChildWeight: minChildWeight >= 0,
    minChildRows: minChildRows >= 0,
    l2: l2 >= 0,
    "l2 + minChildWeight": l2 + minChildWeight >= LEAST_DIVISOR,
    gamma: gamma >= 0,
    maxBins: maxBins >= 2 && maxBins <= 254,
    rowShare: isShare(settings.rowShare),
    featureShare: isShare(settings.featureShare),
    sigma: sigma > 0 && Number.isFinite(sigma),
    truncation: Number.isInteger(truncation) && truncation >= 1,
    seed: Number.isSafeInteger(settings.seed),
  };
  const wrong = Object.keys(inOrder).find((name) => !inOrder[name]);
  if (wrong !== undefined) throw invalid(`The setting ${wrong} is out of range.`);
}

function isShare(share: number): boolean {
  return share > 0 && share <= 1;
}
