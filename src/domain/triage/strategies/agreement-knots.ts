// Written by bench/fit-agreement.ts from simulated analysts on the tune splits; do not edit.

/** Agreement and the share of right areas there, both rising. */
export const AGREEMENT_KNOTS: readonly (readonly [agreement: number, right: number])[] = [
  [0.334, 0.217],
  [0.408, 0.421],
  [0.445, 0.553],
  [0.499, 0.632],
  [0.551, 0.808],
  [0.585, 0.825],
  [0.614, 0.888],
  [0.634, 0.934],
  [0.652, 0.954],
  [0.678, 0.97],
  [0.71, 0.977],
  [0.764, 0.991],
  [0.876, 0.997],
];
