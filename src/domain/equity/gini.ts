// How unevenly something is shared: the Gini coefficient.

/**
 * 0 when all have the same, towards 1 when one has everything; 0 for nobody or nothing shared.
 * G = 2 * sum(i * x_i) / (n * sum(x)) - (n + 1) / n over ascending x, i from 1 (Gini 1912; the form of Damgaard and Weiner 2000).
 * Order of `values` does not matter. Throws RangeError for a negative or non-finite value.
 */
export function gini(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b);
  let total = 0;
  let weighted = 0;
  for (const [index, value] of ascending.entries()) {
    if (!Number.isFinite(value) || value < 0) throw new RangeError("gini takes finite values from 0 up");
    total += value;
    weighted += (index + 1) * value;
  }
  if (total === 0) return 0;
  const n = ascending.length;
  return Math.max(0, (2 * weighted) / (n * total) - (n + 1) / n);
}
