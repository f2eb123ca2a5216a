// LambdaMART: gradient boosted trees whose gradients are gains of NDCG (Burges 2010, "From RankNet to LambdaRank to LambdaMART").
import { invalid } from "../../base/errors.ts";
import { binRows } from "./bins.ts";
import type { RankingDataset } from "./dataset.ts";
import type { Forest } from "./forest.ts";
import { type GrownTree, treeGrower } from "./grow-tree.ts";
import { addTree, forestOf } from "./grown-forest.ts";
import { lambdaGradients } from "./lambda-gradients.ts";
import { meanNdcg } from "./ndcg.ts";
import { chanceOf, sampleInOrder } from "./random.ts";
import { checkSettings, type TrainingSettings } from "./settings.ts";

/** What is known after each tree. */
export interface TrainingStep {
  /** Trees so far. */
  trees: number;
  /** Mean NDCG@ndcgAt of the validation groups; null without them. */
  validationNdcg: number | null;
}

export interface TrainingOptions {
  /** Groups that are later than those of training: see splitByTime. */
  validation?: RankingDataset;
  onProgress?: (step: TrainingStep) => void;
}

export interface TrainedForest {
  forest: Forest;
  history: readonly TrainingStep[];
  /** Trees that the forest keeps: with validation those up to its best NDCG. */
  bestIteration: number;
}

/**
 * A forest that ranks the dataset's groups. The same dataset, settings and seed give the same bits.
 * @throws VezError invalid_input when there is no row, a validation set has other features or no row, a constraint names no
 * feature, or a setting is out of range.
 */
export function train(
  dataset: RankingDataset,
  settings: TrainingSettings,
  { validation, onProgress }: TrainingOptions = {},
): TrainedForest {
  checkSettings(settings);
  const rows = dataset.labels.length;
  if (rows === 0) throw invalid("There is nothing to learn from.");
  if (validation !== undefined && validation.features.join() !== dataset.features.join()) {
    throw invalid("Validation needs the features of training.");
  }
  if (validation?.labels.length === 0) throw invalid("A validation set without rows cannot judge; leave it out.");
  const monotone = directionsOf(dataset.features, settings.monotone);
  const chance = chanceOf(settings.seed);
  const grow = treeGrower(binRows(dataset, settings.maxBins), monotone, settings);
  const findGradients = lambdaGradients(dataset, settings);
  const gradients = new Float64Array(2 * rows);
  const scores = new Float64Array(rows);
  const sample = new Int32Array(rows);
  const features = new Int32Array(dataset.features.length);
  const validationScores = new Float64Array(validation?.labels.length ?? 0);
  const trees: GrownTree[] = [];
  const history: TrainingStep[] = [];
  let best = { trees: 0, ndcg: -1 };

  while (trees.length < settings.trees) {
    findGradients(scores, gradients);
    const rowCount = sampleInOrder(rows, settings.rowShare, chance, sample);
    const featureCount = sampleInOrder(features.length, settings.featureShare, chance, features);
    const tree = grow(sample, rowCount, features, featureCount, gradients);
    trees.push(tree);
    addTree(tree, dataset, scores);
    const step: TrainingStep = { trees: trees.length, validationNdcg: null };
    if (validation !== undefined) {
      addTree(tree, validation, validationScores);
      step.validationNdcg = meanNdcg(validationScores, validation.labels, validation.groupStarts, settings.ndcgAt);
      if (step.validationNdcg > best.ndcg) best = { trees: trees.length, ndcg: step.validationNdcg };
    }
    history.push(step);
    onProgress?.(step);
    if (validation !== undefined && settings.patience > 0 && trees.length - best.trees >= settings.patience) break;
  }
  const bestIteration = validation === undefined ? trees.length : best.trees;
  return { forest: forestOf(dataset.features, trees.slice(0, bestIteration)), history, bestIteration };
}

function directionsOf(features: readonly string[], monotone: TrainingSettings["monotone"]): Int8Array {
  const directions = new Int8Array(features.length);
  for (const [name, direction] of Object.entries(monotone)) {
    const feature = features.indexOf(name);
    if (feature === -1) throw invalid(`There is no feature ${name} to constrain.`);
    directions[feature] = direction;
  }
  return directions;
}
