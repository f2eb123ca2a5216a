// What a learned model said of a candidate, gathered under the nine features that people are told about.
import type { LearnedPart } from "./model.ts";
import { FEATURE_OF, isRankerFeature } from "./ranker-features.ts";
import type { Features } from "./types.ts";

/** Points of score, negative where it speaks against; all zero without a model. Columns of the case itself belong to none of the nine. */
export function learnedByFeature(learned: LearnedPart | null): Features {
  const sums: Features = { A: 0, S: 0, T: 0, G: 0, Q: 0, U: 0, R: 0, C: 0, P: 0 };
  for (const [name, part] of Object.entries(learned?.parts ?? {})) {
    const key = isRankerFeature(name) ? FEATURE_OF[name] : null;
    if (key !== null) sums[key] += part;
  }
  return sums;
}
