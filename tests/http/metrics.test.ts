// GET /metrics, and the one delta that each invocation sends.
import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test, vi } from "vitest";
import type { MetricsDelta } from "../../src/domain/metrics/totals.ts";
import type { MetricsHubPort } from "../../src/domain/ports.ts";
import type { Env, QueueMessage } from "../../src/env.ts";
import worker from "../../src/worker.ts";
import { parsePrometheus } from "../support/prometheus.ts";
import { ask, loadPeople, personWith } from "./people.ts";

const TOKEN = "only-for-tests-metrics";
const withToken: Env = { ...env, METRICS_TOKEN: TOKEN };

beforeAll(async () => {
  await loadPeople(20);
});

/** A request in this test's own world, and all that it left to be done after the answer. */
async function fetchWith(
  bindings: Env,
  path: string,
  token: string | null = TOKEN,
): Promise<{ status: number; type: string; text: string }> {
  const headers = new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
  const execution = createExecutionContext();
  const answer = await worker.fetch(new Request(`http://example.com${path}`, { headers }), bindings, execution);
  const text = await answer.text();
  await waitOnExecutionContext(execution);
  return { status: answer.status, type: answer.headers.get("content-type") ?? "", text };
}

/** The bindings with a hub that writes down what it is sent; `away` shards do not answer. */
function watched(away: number[] = []): { bindings: Env; sent: MetricsDelta[] } {
  const sent: MetricsDelta[] = [];
  const hubOf = (name: string): MetricsHubPort => {
    const real = env.METRICS.getByName(name) as unknown as MetricsHubPort;
    const gone = away.some((shard) => name === `shard-${shard}`);
    return {
      add: async (delta) => {
        sent.push(delta);
        await real.add(delta);
      },
      read: () => (gone ? Promise.reject(new Error("away")) : real.read()),
    };
  };
  const METRICS = { getByName: hubOf } as unknown as Env["METRICS"];
  return { bindings: { ...withToken, METRICS }, sent };
}

test("a scrape with the token reads counters by route pattern and the gauges of the moment", async () => {
  await fetchWith(withToken, "/api/v2/cases/cas_of_somebody", null);
  await fetchWith(withToken, "/no/such/place", null);
  await fetchWith(withToken, "/health", null);
  const answer = await fetchWith(withToken, "/metrics");
  expect(answer).toMatchObject({ status: 200, type: "text/plain; version=0.0.4; charset=utf-8" });
  const scrape = parsePrometheus(answer.text);
  expect(scrape.get('api_requests_total{route="/api/v2/cases/:caseId",method="GET",status="401"}')).toBe(1);
  expect(scrape.get('api_requests_total{route="/health",method="GET",status="200"}')).toBe(1);
  expect(scrape.get("lawyers_available_count")).toBeGreaterThan(0);
  expect(scrape.get('queue_size{lane="dead"}')).toBe(0);
  expect(scrape.get("equity_distribution_gini")).toBeLessThan(1);
  expect(scrape.get("metrics_shards_away")).toBe(0);
  expect(answer.text).not.toContain("cas_of_somebody");
  expect(answer.text).not.toContain("/no/such/place");
});

test("counters rise from scrape to scrape, over all shards", async () => {
  const requests = async () => {
    const { text } = await fetchWith(withToken, "/metrics");
    return parsePrometheus(text).get('api_requests_total{route="/health",method="GET",status="200"}') ?? 0;
  };
  const before = await requests();
  for (let i = 0; i < 20; i++) await fetchWith(withToken, "/health", null);
  expect(await requests()).toBe(before + 20);
});

test("nobody else reads it: 401 without or with a wrong token, 404 for who is no operator", async () => {
  expect((await fetchWith(withToken, "/metrics", null)).status).toBe(401);
  expect((await fetchWith(withToken, "/metrics", `${TOKEN}x`)).status).toBe(401);
  expect((await fetchWith(withToken, "/metrics", await personWith("professional"))).status).toBe(404);
  expect((await fetchWith(withToken, "/metrics", await personWith("operator"))).status).toBe(200);
});

test("without a configured token only an operator reads it", async () => {
  expect((await ask(TOKEN, "GET", "/metrics")).status).toBe(401);
  expect((await ask(await personWith("client"), "GET", "/metrics")).status).toBe(404);
  expect((await ask(await personWith("operator"), "GET", "/metrics")).status).toBe(200);
});

test("while a shard is away its absence is told, and no sum is told without it", async () => {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { text, status } = await fetchWith(watched([2]).bindings, "/metrics");
  vi.restoreAllMocks();
  expect(status).toBe(200);
  expect(text).toContain("# shard 2 of 4 is away");
  const scrape = parsePrometheus(text);
  expect(scrape.get("metrics_shards_away")).toBe(1);
  expect(scrape.has("active_offers_count")).toBe(true);
  expect([...scrape.keys()].filter((key) => key.includes("_total"))).toEqual([]);
});

test("a request, a batch and a cron each send one delta; a failed one is logged and stops nobody", async () => {
  const { bindings, sent } = watched();
  await fetchWith(bindings, "/health", null);
  sent.length = 0;
  await fetchWith(bindings, "/ready", null);
  expect(sent).toHaveLength(1);
  expect(Object.keys(sent[0]?.totals ?? {}).toSorted()).toEqual([
    "api_requests_total",
    "database_query_duration_seconds",
  ]);

  const body = { outboxId: "out_none", name: "case.match", traceId: "trc_test" };
  const message = { id: "1", timestamp: new Date(), attempts: 1, body };
  const batch = createMessageBatch<QueueMessage>("vez-high", [message]);
  await invoke((execution) => worker.queue(batch, bindings, execution));
  expect(sent).toHaveLength(2);

  const cron = createScheduledController({ cron: "* * * * *", scheduledTime: new Date() });
  await invoke((execution) => worker.scheduled(cron, bindings, execution));
  expect(sent).toHaveLength(3);
  expect(Object.keys(sent[2]?.totals.job_executions_total ?? {})).toContain('job="relay",outcome="succeeded"');

  const written: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void written.push(line));
  const broken = { getByName: () => ({ add: () => Promise.reject(new Error("full")) }) } as unknown as Env["METRICS"];
  expect((await fetchWith({ ...bindings, METRICS: broken }, "/health", null)).status).toBe(200);
  vi.restoreAllMocks();
  expect(written.join()).toContain("metrics_not_sent");
});

async function invoke(work: (execution: ExecutionContext) => Promise<void>): Promise<void> {
  const execution = createExecutionContext();
  await work(execution);
  await waitOnExecutionContext(execution);
}
