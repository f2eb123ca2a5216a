// How well someone fits a case: the preset's weighted sum, and beside it, once there is enough to learn from, a learned model.
import { learnedShare } from "./blend.ts";
import { featuresOf } from "./features.ts";
import type { LearnedInput, LearnedPart, LearnedUse } from "./model.ts";
import { mapFeatures } from "./presets.ts";
import { fillRankerRow, RANKER_FEATURES, rankerColumns } from "./ranker-features.ts";
import type { Candidate, CaseFacts, FeatureKey, Features } from "./types.ts";
import { FEATURE_KEYS } from "./types.ts";

/** What the order needs of everybody. */
export interface Scored {
  features: Features;
  /** 0..1 */
  score: number;
}

export interface Scorer {
  /** Null without a learned model. */
  use: LearnedUse | null;
  /** (1 - share) sum(weight * feature) + share * learned, both 0..1. Beyond its result it allocates nothing. */
  score(candidate: Candidate): Scored;
  /** Exact parts of a score: contributions and the learned part sum to it. `learned` is null where the model has no share. */
  explain(candidate: Candidate, features: Features): { contributions: Features; learned: LearnedPart | null };
}

/** Scores of one case. `space` is that of the similarities. */
export function scorerOf(
  facts: CaseFacts,
  weights: Features,
  space: string,
  learned: LearnedInput | null | undefined,
): Scorer {
  const use = learned ? useOf(learned) : null;
  const share = use?.share ?? 0;
  const rowScorer = learned?.model && share > 0 ? rowScorerOf(facts, learned.model, share) : null;
  const partOf = (key: FeatureKey, features: Features) => (1 - share) * weights[key] * features[key];
  return {
    use,
    score(candidate) {
      const features = featuresOf(facts, candidate, space);
      // Summed in the fixed order of the keys, so that a replay gives the same bits.
      let own = 0;
      for (const key of FEATURE_KEYS) own += partOf(key, features);
      return { features, score: rowScorer === null ? own : own + share * rowScorer.score(candidate, features) };
    },
    explain(candidate, features) {
      return {
        contributions: mapFeatures((key) => partOf(key, features)),
        learned: rowScorer?.explain(candidate, features) ?? null,
      };
    },
  };
}

function useOf({ hash, model, gradedCases }: LearnedInput): LearnedUse {
  if (model === null) return { hash, share: 0, gradedCases, reason: "unreadable" };
  const share = learnedShare(gradedCases);
  return { hash, share, gradedCases, reason: share > 0 ? "blend" : "cold_start" };
}

/** One row buffer for all candidates, so that no cache, warm or cold, can leave a feature out. */
function rowScorerOf(facts: CaseFacts, model: NonNullable<LearnedInput["model"]>, share: number) {
  const all = new Float64Array(RANKER_FEATURES.length);
  const columns = rankerColumns(model.features);
  const row = new Float64Array(columns.length);
  const parts = new Float64Array(columns.length);
  const scale = model.high - model.low;
  const raw = (candidate: Candidate, features: Features): number => {
    fillRankerRow(all, facts, candidate, features);
    for (let i = 0; i < columns.length; i++) row[i] = all[columns[i]!]!;
    return model.score(row);
  };
  const unit = (value: number) => Math.min(1, Math.max(0, (value - model.low) / scale));
  return {
    score: (candidate: Candidate, features: Features) => unit(raw(candidate, features)),
    explain(candidate: Candidate, features: Features): LearnedPart {
      const score = unit(raw(candidate, features));
      parts.fill(0);
      const base = model.explain(row, parts);
      const named: Record<string, number> = {};
      let told = (share * (base - model.low)) / scale;
      const part: LearnedPart = { score, base: told, cut: 0, parts: named };
      for (const [i, name] of model.features.entries()) told += named[name] = (share * parts[i]!) / scale;
      // Beyond the scale's ends; within them what is left is the rounding of a model that sums in 32 bits.
      part.cut = share * score - told;
      return part;
    },
  };
}
