import { expect, test } from "vitest";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { prometheusText } from "../../../src/domain/metrics/prometheus.ts";
import { METRICS, type MetricSpec, ROUTE, type RoutePattern } from "../../../src/domain/metrics/table.ts";
import { sumTotals } from "../../../src/domain/metrics/totals.ts";
import { parsePrometheus } from "../../support/prometheus.ts";

const textOf = (buffer: MetricsBuffer) => prometheusText(buffer.take() ?? {}, [], []);

test("what is counted and timed reads as Prometheus wants it", () => {
  const metrics = new MetricsBuffer();
  metrics.count("triage_requests_total", { status: "started" });
  metrics.count("triage_requests_total", { status: "started" });
  metrics.count("offers_created_total", {}, 3);
  for (const seconds of [0.001, 0.005, 0.03, 99]) metrics.observe("matching_duration_seconds", {}, seconds);
  const scrape = parsePrometheus(textOf(metrics));
  expect(scrape.get('triage_requests_total{status="started"}')).toBe(2);
  expect(scrape.get("offers_created_total")).toBe(3);
  expect(scrape.get('matching_duration_seconds_bucket{le="0.005"}')).toBe(2);
  expect(scrape.get('matching_duration_seconds_bucket{le="0.025"}')).toBe(2);
  expect(scrape.get('matching_duration_seconds_bucket{le="0.05"}')).toBe(3);
  expect(scrape.get('matching_duration_seconds_bucket{le="10"}')).toBe(3);
  expect(scrape.get("matching_duration_seconds_count")).toBe(4);
  expect(scrape.get("matching_duration_seconds_sum")).toBeCloseTo(99.036);
});

test("a metric without labels is 0 before its first event; one with labels has no series yet", () => {
  const scrape = parsePrometheus(prometheusText({}, [], []));
  expect(scrape.get("contracts_signed_total")).toBe(0);
  expect(scrape.get("database_query_duration_seconds_count")).toBe(0);
  expect([...scrape.keys()].filter((key) => key.startsWith("triage_requests_total"))).toEqual([]);
});

test("what comes round the types ends as other: neither an address nor a person's words become a label", () => {
  const metrics = new MetricsBuffer();
  const seen = ["/cases/joana silva", "/x?email=a@b.c", 'evil"} 1', `/${"a".repeat(200)}`];
  for (const route of seen)
    metrics.count("api_requests_total", { route: route as RoutePattern, method: "GET", status: "200" });
  metrics.count("api_requests_total", {
    route: "/api/v2/cases/:caseId" as RoutePattern,
    method: "BREW" as "GET",
    status: "299" as "200",
  });
  const scrape = parsePrometheus(textOf(metrics));
  expect([...scrape].filter(([key]) => key.startsWith("api_requests_total"))).toEqual([
    ['api_requests_total{route="other",method="GET",status="200"}', 4],
    ['api_requests_total{route="/api/v2/cases/:caseId",method="other",status="other"}', 1],
  ]);
});

test("unknown labels, missing labels and other values do not compile", () => {
  const metrics = new MetricsBuffer();
  // @ts-expect-error A raw path is no pattern.
  metrics.count("api_requests_total", { route: "/cases/cas_1", method: "GET", status: "200" });
  // @ts-expect-error No such status.
  metrics.count("triage_requests_total", { status: "joana@example.com" });
  // @ts-expect-error Its label is missing.
  metrics.count("triage_requests_total");
  // @ts-expect-error No such label.
  metrics.count("offers_created_total", { professional: "pro_1" });
  // @ts-expect-error A histogram is not counted.
  metrics.count("matching_duration_seconds");
  expect(metrics.take()).not.toBeNull();
});

test("nothing is recorded by zero, by a negative number, or after it was taken; a clock set back is no time at all", () => {
  const metrics = new MetricsBuffer();
  metrics.count("offers_created_total", {}, 0);
  metrics.count("offers_created_total", {}, -1);
  metrics.count("offers_created_total", {}, Number.NaN);
  expect(metrics.take()).toBeNull();
  metrics.observe("matching_duration_seconds", {}, -5);
  expect(metrics.take()?.matching_duration_seconds?.[""]?.at(-1)).toBe(0);
  expect(metrics.take()).toBeNull();
});

test("the table holds every metric to a bounded number of series, beside the routes", () => {
  for (const [name, spec] of Object.entries<MetricSpec>(METRICS)) {
    const combinations = Object.values(spec.labels).reduce(
      (n, allowed) => n * (allowed === ROUTE ? 1 : allowed.length),
      1,
    );
    expect(combinations, name).toBeLessThanOrEqual(1000);
    expect(spec.buckets.length > 0, name).toBe(spec.kind === "histogram");
    expect(
      [...spec.buckets].sort((a, b) => a - b),
      name,
    ).toEqual(spec.buckets);
    expect(name, name).toMatch(spec.kind === "counter" ? /_total$/ : /_seconds$/);
  }
});

test("totals add up series by series and leave their parts as they were; other buckets begin anew", () => {
  const one = { a: { "": [1, 2, 3] }, b: { 'x="1"': [1] } };
  const two = { a: { "": [10, 20, 30] }, b: { 'x="2"': [5] } };
  expect(sumTotals([one, two])).toEqual({ a: { "": [11, 22, 33] }, b: { 'x="1"': [1], 'x="2"': [5] } });
  expect(one.a[""]).toEqual([1, 2, 3]);
  expect(sumTotals([one, { a: { "": [7, 7] } }]).a).toEqual({ "": [7, 7] });
});

test("without all totals only gauges and comments are told", () => {
  const gauge = { name: "queue_size", help: "Messages.", samples: [{ labels: 'lane="high"', value: 4 }] };
  const text = prometheusText(null, [gauge], ["shard 2 of 4 is away"]);
  expect([...parsePrometheus(text)]).toEqual([['queue_size{lane="high"}', 4]]);
  expect(text).toContain("# shard 2 of 4 is away\n");
});
