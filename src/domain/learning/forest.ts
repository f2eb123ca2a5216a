// A forest of decision trees in flat arrays, whoever trained it: the one shape that scoring and explaining read.

/**
 * How a node decides who goes left: values up to the threshold; values below it, both as float32 (XGBoost); whole
 * categories in the node's set; the same, the value being a float32 first and nothing below 0 being a category (XGBoost).
 */
export const DECISION = { atMost: 0, below32: 1, inCategories: 2, inCategories32: 3 } as const;

/**
 * What counts as missing at a node; a missing value goes the default way. `never`: NaN reads as 0. `zero`: NaN and 0
 * (within ZERO_RANGE) are missing. `nan`: NaN is missing.
 */
export const MISSING = { never: 0, zero: 1, nan: 2 } as const;

/** LightGBM's kZeroThreshold: a float32 in its source. */
export const ZERO_RANGE = Math.fround(1e-35);

/**
 * All trees' nodes one after another; children are indices into the same arrays. The score of a row is
 * `base + sum of the leaf values it reaches`.
 */
export interface Forest {
  /** In the order of a row's columns. */
  features: readonly string[];
  base: number;
  /** True: the sum is rounded to float32 after each tree, from the first on, as XGBoost does. */
  sum32?: boolean;
  /** Index of each tree's first node. */
  roots: Int32Array;
  /** Column that is tested; -1 at a leaf. */
  feature: Int32Array;
  threshold: Float64Array;
  left: Int32Array;
  right: Int32Array;
  /** One of DECISION. */
  decision: Uint8Array;
  /** One of MISSING. */
  missing: Uint8Array;
  /** 1: a missing value goes left. */
  defaultLeft: Uint8Array;
  /** A leaf's score; at an inner node unused. */
  value: Float64Array;
  /** Training weight (rows or hessian) that passed through; what exact explanations weigh branches by. 0: not known. */
  cover: Float64Array;
  /** For decisions by category: first and last word (exclusive) of the node's bit set in `categories`; those in the set go left. */
  categoryFrom: Int32Array;
  categoryTo: Int32Array;
  categories: Uint32Array;
}
