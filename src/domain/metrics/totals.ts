// Sums by metric and label combination, and how two of them become one.

/**
 * Metric name -> labels as text (`status="started"`, empty without labels) -> values: a counter's single sum, or a
 * histogram's observations per bucket (not cumulative), those beyond the last bound, and the sum of seconds.
 */
export type Totals = Record<string, Record<string, number[]>>;

/** One invocation's delta on its way to a shard; the same id twice counts once. */
export interface MetricsDelta {
  id: string;
  totals: Totals;
}

/** Adds to `into`. Values of another shape (buckets of another release) begin anew. */
export function addSeries(into: Totals, name: string, labels: string, values: readonly number[]): void {
  into[name] ??= {};
  const series = into[name];
  const known = series[labels];
  if (known === undefined || known.length !== values.length) series[labels] = [...values];
  else for (const [i, value] of values.entries()) known[i] = (known[i] ?? 0) + value;
}

/** The sum of all; the given ones stay as they are. */
export function sumTotals(all: readonly Totals[]): Totals {
  const sum: Totals = {};
  for (const totals of all) {
    for (const [name, series] of Object.entries(totals)) {
      for (const [labels, values] of Object.entries(series)) addSeries(sum, name, labels, values);
    }
  }
  return sum;
}
