// The settings that cross-validation chose on rank.train, and how two forests are told apart.
import type { RankingDataset } from "../src/domain/learning/dataset.ts";
import type { Forest } from "../src/domain/learning/forest.ts";
import { scoreRows } from "../src/domain/learning/score-forest.ts";
import type { TrainingSettings } from "../src/domain/learning/settings.ts";

/** Chosen by bench/ranking-search.ts on rank.train alone, before rank.test was scored once: see docs/decisions/learned-ranker.md. */
export const SETTINGS: Omit<TrainingSettings, "seed"> = {
  trees: 300,
  learningRate: 0.04,
  maxLeaves: 12,
  maxDepth: 0,
  minChildWeight: 1,
  minChildRows: 1,
  l2: 1,
  gamma: 0,
  maxBins: 64,
  rowShare: 0.3,
  featureShare: 0.2,
  sigma: 1,
  truncation: 10,
  dampSettledPairs: false,
  levelGroups: true,
  levelRows: false,
  monotone: {},
  patience: 0,
  ndcgAt: 10,
};

export function settingsFor(seed: number): TrainingSettings {
  return { ...SETTINGS, seed };
}

/** SHA-256 over what a forest answers with: equal only when every bit of it is. */
export async function digestOf({ feature, threshold, left, right, value }: Forest): Promise<string> {
  const parts = [feature, threshold, left, right, value].map((part) => new Uint8Array(part.buffer));
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** One raw score a row. */
export function scoresOf(forest: Forest, { columns, labels }: RankingDataset): Float64Array {
  const rows = new Float64Array(labels.length * columns.length);
  for (const [feature, column] of columns.entries()) {
    for (let row = 0; row < labels.length; row++) rows[row * columns.length + feature] = column[row]!;
  }
  const scores = new Float64Array(labels.length);
  scoreRows(forest, rows, labels.length, scores);
  return scores;
}
