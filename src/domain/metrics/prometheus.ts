// Totals and gauges as Prometheus's text format 0.0.4.
import { METRICS, type MetricSpec } from "./table.ts";
import type { Totals } from "./totals.ts";

/** What is true at the moment of reading; `labels` as in Totals. */
export interface Gauge {
  name: string;
  help: string;
  samples: { labels: string; value: number }[];
}

export const PROMETHEUS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** `totals` null leaves counters and histograms out: a gap misleads nobody, a sum without a part of it does. */
export function prometheusText(totals: Totals | null, gauges: readonly Gauge[], comments: readonly string[]): string {
  const known = totals === null ? [] : Object.entries<MetricSpec>(METRICS);
  const lines = [
    ...comments.map((comment) => `# ${comment}`),
    ...known.flatMap(([name, spec]) => [
      `# HELP ${name} ${spec.help}`,
      `# TYPE ${name} ${spec.kind}`,
      ...seriesOf(spec, totals?.[name]).flatMap(([labels, values]) =>
        spec.kind === "counter" ? [sample(name, labels, values[0])] : histogram(name, spec, labels, values),
      ),
    ]),
    ...gauges.flatMap(({ name, help, samples }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} gauge`,
      ...samples.map(({ labels, value }) => sample(name, labels, value)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A metric without labels is there from the first reading on, at 0, so that its first event is a rise. */
function seriesOf(spec: MetricSpec, series: Record<string, number[]> = {}): [string, number[]][] {
  const size = spec.kind === "counter" ? 1 : spec.buckets.length + 2;
  const bare = Object.keys(spec.labels).length === 0 ? { "": new Array<number>(size).fill(0) } : {};
  return Object.entries({ ...bare, ...series }).filter(([, values]) => values.length === size);
}

/** Buckets are stored apart and told cumulatively. */
function histogram(name: string, spec: MetricSpec, labels: string, values: readonly number[]): string[] {
  let count = 0;
  const bounds = [...spec.buckets.map(String), "+Inf"];
  const buckets = bounds.map((bound, i) => {
    count += values[i] ?? 0;
    return sample(`${name}_bucket`, [labels, `le="${bound}"`].filter(Boolean).join(","), count);
  });
  return [...buckets, sample(`${name}_sum`, labels, values.at(-1)), sample(`${name}_count`, labels, count)];
}

function sample(name: string, labels: string, value = 0): string {
  return `${name}${labels === "" ? "" : `{${labels}}`} ${value}`;
}
