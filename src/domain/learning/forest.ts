// A forest of decision trees in flat arrays, whoever trained it: the one shape that scoring and explaining read.

/** How a node decides. Thresholds of XGBoost are compared as float32, the others as float64. */
export const DECISION = { atMost: 0, below32: 1, inCategories: 2 } as const;

/** What counts as missing at a node; a missing value goes the default way. */
export const MISSING = { never: 0, zero: 1, nan: 2 } as const;

/**
 * All trees' nodes one after another; children are indices into the same arrays. The score of a row is
 * `base + sum of the leaf values it reaches`.
 */
export interface Forest {
  /** In the order of a row's columns. */
  features: readonly string[];
  base: number;
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
  /** Training weight (rows or hessian) that passed through; what exact explanations weigh branches by. */
  cover: Float64Array;
  /** For DECISION.inCategories: first and last word (exclusive) of the node's bit set in `categories`; those in the set go left. */
  categoryFrom: Int32Array;
  categoryTo: Int32Array;
  categories: Uint32Array;
}
