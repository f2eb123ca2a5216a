// The hub's shards: totals add up, survive what an object survives, and never go back for who has read them.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { Totals } from "../../src/domain/metrics/totals.ts";
import type { MetricsHubPort } from "../../src/domain/ports.ts";

const fresh = () => env.METRICS.getByName(crypto.randomUUID()) as unknown as Hub;
type Hub = MetricsHubPort & DurableObjectStub;
const delta = (totals: Totals, id: string = crypto.randomUUID()) => ({ id, totals });
const started = (n: number) => ({ triage_requests_total: { 'status="started"': [n] } });
const rows = (hub: Hub) =>
  runInDurableObject(
    hub,
    (_, state) => state.storage.sql.exec("SELECT name FROM totals ORDER BY name").toArray().length,
  );

test("deltas add up, counters and histograms, however many come at once", async () => {
  const hub = fresh();
  const time = { matching_duration_seconds: { "": [1, 0, 0.25] } };
  await Promise.all(Array.from({ length: 50 }, () => hub.add(delta({ ...started(2), ...time }))));
  expect(await hub.read()).toEqual({ ...started(100), matching_duration_seconds: { "": [50, 0, 12.5] } });
});

test("the same delta twice counts once", async () => {
  const hub = fresh();
  const one = delta(started(1));
  await Promise.all([hub.add(one), hub.add(one)]);
  await hub.add(one);
  expect(await hub.read()).toEqual(started(1));
});

test("many deltas are one write, by the alarm, and outlive the object", async () => {
  const hub = fresh();
  for (let i = 0; i < 5; i++) await hub.add(delta(started(1)));
  expect(await rows(hub)).toBe(0);
  expect(await runDurableObjectAlarm(hub)).toBe(true);
  expect(await rows(hub)).toBe(1);
  expect(await runDurableObjectAlarm(hub)).toBe(false);
  await evictDurableObject(hub);
  await hub.add(delta(started(1)));
  expect(await hub.read()).toEqual(started(6));
});

test("what was read is never taken back, whenever the object dies", async () => {
  const hub = fresh();
  await hub.add(delta(started(7)));
  expect(await hub.read()).toEqual(started(7));
  await evictDurableObject(hub);
  expect(await hub.read()).toEqual(started(7));
});

test("a metric has at most 2,000 series; what is beyond is counted as refused, and known ones go on", async () => {
  const hub = fresh();
  const many = Object.fromEntries(Array.from({ length: 2005 }, (_, i) => [`route="/r${i}"`, [1]]));
  await hub.add(delta({ api_requests_total: many }));
  await hub.add(delta({ api_requests_total: { 'route="/r0"': [1] } }));
  const totals = await hub.read();
  expect(Object.keys(totals.api_requests_total ?? {})).toHaveLength(2000);
  expect(totals.api_requests_total?.['route="/r0"']).toEqual([2]);
  expect(totals.metrics_series_refused_total).toEqual({ "": [5] });
});
