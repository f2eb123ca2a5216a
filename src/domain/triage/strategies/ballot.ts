// Counts weighted votes: shares of the weight that answered, and weighted medians.

export interface Weighted<T> {
  value: T;
  /** Above 0; only proportions matter. */
  weight: number;
}

/** Share of the weight, 0..1, that says yes; 0 where nobody voted. */
export function shareOfYes(votes: readonly Weighted<boolean>[]): number {
  const yes = votes.filter(({ value }) => value);
  return votes.length === 0 ? 0 : totalWeight(yes) / totalWeight(votes);
}

/**
 * The smallest value at which half of the weight is reached (lower weighted median), or null without votes.
 * One voter cannot move it further than to its neighbour, however extreme what it says.
 */
export function weightedMedian(votes: readonly Weighted<number>[]): number | null {
  const sorted = votes.toSorted((a, b) => a.value - b.value);
  const half = totalWeight(sorted) / 2;
  let sum = 0;
  for (const { value, weight } of sorted) {
    sum += weight;
    if (sum >= half - ROUNDING * half) return value;
  }
  return null;
}

/** True from one half on; sums of fractions may be a hair short of it. */
export function isHalf(share: number): boolean {
  return share >= 0.5 - ROUNDING;
}

const ROUNDING = 1e-9;

function totalWeight(votes: readonly Weighted<unknown>[]): number {
  return votes.reduce((sum, { weight }) => sum + weight, 0);
}
