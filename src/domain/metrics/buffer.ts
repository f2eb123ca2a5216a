// What was counted and timed since it was last taken, merged into one delta.
import { type CounterName, type HistogramName, type LabelsOf, METRICS, type MetricSpec, ROUTE } from "./table.ts";
import { addSeries, type Totals } from "./totals.ts";

/** What verbs record with. Labels are the table's, values included; nothing here throws for what it is given at run time. */
export interface Metrics {
  /** Adds `by` (1; 0 records nothing) to a counter; a metric without labels is counted with `count(name)` or `count(name, {}, by)`. */
  count<N extends CounterName>(name: N, ...rest: CountRest<N>): void;
  /** Adds one observation, in seconds, to a histogram. */
  observe<N extends HistogramName>(name: N, labels: LabelsOf<N>, seconds: number): void;
}

type CountRest<N extends CounterName> =
  LabelsOf<N> extends Record<string, never>
    ? [labels?: Record<string, never>, by?: number]
    : [labels: LabelsOf<N>, by?: number];

export class MetricsBuffer implements Metrics {
  #totals: Totals = {};

  count<N extends CounterName>(name: N, ...[labels = {}, by = 1]: CountRest<N>): void {
    if (by > 0 && Number.isFinite(by)) addSeries(this.#totals, name, labelText(METRICS[name], labels), [by]);
  }

  observe<N extends HistogramName>(name: N, labels: LabelsOf<N>, seconds: number): void {
    // A clock that was set back makes a negative span.
    const span = Number.isFinite(seconds) ? Math.max(0, seconds) : 0;
    const { buckets } = METRICS[name];
    const slot = buckets.findIndex((bound) => span <= bound);
    const values = new Array<number>(buckets.length + 2).fill(0);
    values[slot === -1 ? buckets.length : slot] = 1;
    values[buckets.length + 1] = span;
    addSeries(this.#totals, name, labelText(METRICS[name], labels), values);
  }

  /** What was recorded since the last taking; null when nothing was. */
  take(): Totals | null {
    const taken = this.#totals;
    this.#totals = {};
    return Object.keys(taken).length === 0 ? null : taken;
  }
}

/** Prometheus's own form, in the table's order; a value that the table does not allow becomes "other". */
function labelText(spec: MetricSpec, labels: object): string {
  const given = new Map<string, unknown>(Object.entries(labels));
  return Object.entries(spec.labels)
    .map(([label, allowed]) => {
      const value = String(given.get(label));
      const fits = allowed === ROUTE ? PLAIN_ROUTE.test(value) : allowed.includes(value);
      return `${label}="${fits ? value : "other"}"`;
    })
    .join(",");
}

const PLAIN_ROUTE = /^[\w/:.*{}+-]{1,80}$/;
