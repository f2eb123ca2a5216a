// A small ranking task whose answer is known, and settings that learn it in a moment.
import { datasetOf, type RankingDataset } from "../../../src/domain/learning/dataset.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import type { TrainingSettings } from "../../../src/domain/learning/settings.ts";

export const SETTINGS: TrainingSettings = {
  trees: 30,
  learningRate: 0.2,
  maxLeaves: 8,
  maxDepth: 0,
  minChildWeight: 0.1,
  minChildRows: 1,
  l2: 1,
  gamma: 0,
  maxBins: 64,
  rowShare: 1,
  featureShare: 1,
  sigma: 1,
  truncation: 10,
  dampSettledPairs: false,
  levelGroups: false,
  levelRows: false,
  monotone: {},
  patience: 0,
  ndcgAt: 5,
  seed: 7,
};

/** The grade follows `good`, against the grain of `noise`; `rare` is 0 or missing more often than not. */
export function toy(groups: number, seed: number, perGroup = 8): RankingDataset {
  const chance = chanceOf(seed);
  return datasetOf(
    ["noise", "good", "rare"],
    Array.from({ length: groups }, () => {
      const rows = Array.from({ length: perGroup }, () => {
        const draw = chance();
        return [chance(), chance(), draw < 0.4 ? 0 : draw < 0.6 ? Number.NaN : chance()];
      });
      const labels = rows.map(([, good, rare]) =>
        Math.floor(2.5 * good! + (Number.isNaN(rare) ? 1 : 0) + chance() / 2),
      );
      return { rows, labels };
    }),
  );
}
