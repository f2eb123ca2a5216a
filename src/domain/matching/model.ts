// A learned ranker as the ranking uses it: a number for a row, its exact reasons, and the scale that brings it to 0..1.

export interface RankerModel {
  /** SHA-256 of its artefact. */
  hash: string;
  /** Names of RANKER_FEATURES, in the order of the model's own rows. */
  features: readonly string[];
  /** Raw scores that count as 0 and as 1; low < high. */
  low: number;
  high: number;
  /** The raw score of a row of the model's features. Allocates nothing. */
  score(row: Float64Array): number;
  /** Exact Shapley values of the raw score into `parts`, one a feature; returns the base: base + sum(parts) is the score. */
  explain(row: Float64Array, parts: Float64Array): number;
}

/** What goes into a ranking beside the presets. */
export interface LearnedInput {
  /** SHA-256 of the artefact that serves. */
  hash: string;
  /** Null when it could not be read: the presets serve alone, and the shortlist says so. */
  model: RankerModel | null;
  /** Cases that the model has learned from, or was checked on. */
  gradedCases: number;
}

/** cold_start: too few graded cases yet; blend: the model has a share; unreadable: it is broken and has none. */
export type LearnedReason = "cold_start" | "blend" | "unreadable";

/** What came of it: said on the shortlist. */
export interface LearnedUse {
  hash: string;
  /** 0..0.9 of the score. */
  share: number;
  gradedCases: number;
  reason: LearnedReason;
}

/** The model's part of one score; base + cut + sum(parts) is share * score. */
export interface LearnedPart {
  /** 0..1: what the model alone would say. */
  score: number;
  /** What it says of anyone. */
  base: number;
  /** What the ends of its scale cut off. */
  cut: number;
  /** By the model's feature names. */
  parts: Record<string, number>;
}
