// How our own ranker is trained: small trees on small groups, later cases as judges, and a scale for what it says.

import { type ArtefactFacts, calibrationOf } from "../learning/artefact.ts";
import type { Forest } from "../learning/forest.ts";
import { datasetOfCases, type GradedCase, type GradedRow } from "../learning/graded-case.ts";
import { scoreRow } from "../learning/score-forest.ts";
import type { TrainingSettings } from "../learning/settings.ts";
import { splitByTime } from "../learning/split-by-time.ts";
import { train } from "../learning/train.ts";
import { RANKER_FEATURES, RANKER_MONOTONE, rankerColumns } from "./ranker-features.ts";

/** A case has three to nine answered offers, and a few hundred cases are few: eight leaves, ten rows in each, and a stop. */
export const RANKER_SETTINGS: TrainingSettings = {
  trees: 200,
  learningRate: 0.05,
  maxLeaves: 8,
  maxDepth: 4,
  minChildWeight: 0.1,
  minChildRows: 10,
  l2: 1,
  gamma: 0,
  maxBins: 64,
  rowShare: 0.8,
  featureShare: 0.8,
  sigma: 1,
  truncation: 10,
  dampSettledPairs: false,
  levelGroups: false,
  levelRows: false,
  monotone: RANKER_MONOTONE,
  patience: 40,
  ndcgAt: 5,
  seed: 1,
};

/** A fifth of the cases, the latest ones, judge. */
export const VALIDATION_SHARE = 0.2;
export interface TrainedRanker {
  forest: Forest;
  trees: number;
  training: GradedCase[];
  validation: GradedCase[];
  calibration: ArtefactFacts["calibration"];
}

/** Pure: the same cases and settings give the same bits. Throws `invalid_input` without a case. */
export function trainRanker(cases: readonly GradedCase[], settings: TrainingSettings = RANKER_SETTINGS): TrainedRanker {
  const { training, validation } = splitByTime(cases, VALIDATION_SHARE);
  const shown = RANKER_FEATURES.indexOf("shown_rank");
  const { forest, bestIteration } = train(datasetOfCases(RANKER_FEATURES, training, shown), settings, {
    // Judged as it will serve: the shown rank held constant.
    validation: validation.length > 0 ? datasetOfCases(RANKER_FEATURES, validation, null) : undefined,
  });
  return { forest, trees: bestIteration, training, validation, calibration: calibrationIn(forest, training) };
}

/** The scale of a forest whose columns are ours: from what it says of these cases. */
export function calibrationIn(forest: Forest, cases: readonly GradedCase[]): ArtefactFacts["calibration"] {
  const scores = rawScorer(forest);
  return calibrationOf(cases.flatMap(({ rows }) => rows.map(scores)));
}

/** Raw scores of graded rows. Throws RangeError for a column that our rows do not have. */
export function rawScorer(forest: Forest): (graded: Pick<GradedRow, "row">) => number {
  const columns = rankerColumns(forest.features);
  const own = new Float64Array(columns.length);
  return ({ row }) => {
    for (let i = 0; i < columns.length; i++) own[i] = row[columns[i]!]!;
    return scoreRow(forest, own);
  };
}
