// What a ranking weighs: four presets, and how a case's complexity shifts them.
import type { CaseFacts, FeatureKey, Features, PresetName } from "./types.ts";
import { FEATURE_KEYS } from "./types.ts";

/** Each row sums to 1. Ours, set by judgement; a learned model replaces them, which is why they are hashed and stored. */
export const PRESET_WEIGHTS: Readonly<Record<PresetName, Readonly<Features>>> = {
  fast: { A: 0.2, S: 0.12, T: 0.06, G: 0.12, Q: 0.04, U: 0.28, R: 0.08, C: 0.04, P: 0.06 },
  expert: { A: 0.22, S: 0.22, T: 0.14, G: 0.04, Q: 0.18, U: 0.05, R: 0.09, C: 0.04, P: 0.02 },
  balanced: { A: 0.2, S: 0.18, T: 0.09, G: 0.11, Q: 0.09, U: 0.11, R: 0.09, C: 0.05, P: 0.08 },
  economic: { A: 0.18, S: 0.13, T: 0.06, G: 0.1, Q: 0.05, U: 0.09, R: 0.08, C: 0.03, P: 0.28 },
};

/** Factors on the preset before it is scaled back to a sum of 1: a hard case asks for skill, a simple one for price and speed. */
export const COMPLEXITY_FACTORS: Readonly<Record<CaseFacts["complexity"], Readonly<Partial<Features>>>> = {
  low: { Q: 0.6, T: 0.8, U: 1.2, P: 1.4 },
  medium: {},
  high: { Q: 1.5, T: 1.3, S: 1.2, U: 0.8, P: 0.7 },
};

/** The weights of a case: preset times complexity factors, scaled to a sum of 1. */
export function weightsFor(preset: PresetName, complexity: CaseFacts["complexity"]): Features {
  const factors = COMPLEXITY_FACTORS[complexity];
  const raw = mapFeatures((key) => PRESET_WEIGHTS[preset][key] * (factors[key] ?? 1));
  const total = sumFeatures(raw);
  return mapFeatures((key) => raw[key] / total);
}

export function mapFeatures(value: (key: FeatureKey) => number): Features {
  return {
    A: value("A"),
    S: value("S"),
    T: value("T"),
    G: value("G"),
    Q: value("Q"),
    U: value("U"),
    R: value("R"),
    C: value("C"),
    P: value("P"),
  };
}

/** Summed in the fixed order of FEATURE_KEYS, so that a replay gives the same bits. */
export function sumFeatures(features: Readonly<Features>): number {
  let total = 0;
  for (const key of FEATURE_KEYS) total += features[key];
  return total;
}
