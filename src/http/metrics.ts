// GET /metrics: the hub's totals and the moment's gauges for Prometheus, behind a token of its own or an operator's session.
import { type Context, Hono } from "hono";
import { type Gauge, PROMETHEUS_TYPE, prometheusText } from "../domain/metrics/prometheus.ts";
import type { Totals } from "../domain/metrics/totals.ts";
import { readConfig } from "../env.ts";
import { readHub } from "../metrics-hub.ts";
import { readGauges } from "../services/operations/read-gauges.ts";
import type { AppEnv } from "./app-env.ts";
import { requireRole, session } from "./session.ts";

export const metrics = new Hono<AppEnv>();

/** Prometheus gives a scrape ten seconds; a shard answers in milliseconds. */
const SHARD_TIMEOUT_MS = 2000;
/** Several scrapers in the same moment cost one reading of the tables. */
const GAUGES_KEPT_MS = 5000;

metrics.get(
  "/metrics",
  async (c, next) => {
    if (await carriesToken(c)) return answer(c);
    return session(c, next);
  },
  (c) => {
    requireRole(c, "operator");
    return answer(c);
  },
);

async function answer(c: Context<AppEnv>): Promise<Response> {
  const { log } = c.get("services");
  const [hub, gauges] = await Promise.all([readHub(c.env, SHARD_TIMEOUT_MS, log), keptGauges(c)]);
  const comments = [
    ...hub.away.map(
      (shard) => `shard ${shard} of ${hub.shards} is away: counters and histograms are left out until it is back`,
    ),
    ...(gauges === null ? ["the database is away: its gauges are left out"] : []),
  ];
  const own = [
    gauge("metrics_shards_away", "Shards of the hub that did not answer this reading.", hub.away.length),
    gauge("metrics_database_away", "1 when the gauges of the database could not be read.", gauges === null ? 1 : 0),
    ...hitRate(hub.totals),
  ];
  const text = prometheusText(hub.totals, [...(gauges ?? []), ...own], comments);
  return c.body(text, 200, { "content-type": PROMETHEUS_TYPE, "cache-control": "no-store" });
}

let kept: { gauges: Gauge[]; untilMs: number } | null = null;

/** Null while the database is away: the hub's totals are worth telling all the same. */
async function keptGauges(c: Context<AppEnv>): Promise<Gauge[] | null> {
  const ctx = c.get("services");
  const nowMs = ctx.now().getTime();
  if (kept !== null && nowMs < kept.untilMs) return kept.gauges;
  try {
    const gauges = await readGauges(ctx);
    kept = { gauges, untilMs: nowMs + GAUGES_KEPT_MS };
    return gauges;
  } catch (error) {
    ctx.log.error("gauges_not_read", { error });
    return null;
  }
}

/** Left out until something was looked for. */
function hitRate(totals: Totals | null): Gauge[] {
  const looks = totals?.cache_requests_total ?? {};
  const hits = looks['outcome="hit"']?.[0] ?? 0;
  const all = hits + (looks['outcome="miss"']?.[0] ?? 0);
  return all === 0 ? [] : [gauge("cache_hit_rate", "Share of looks into the cache that found something.", hits / all)];
}

function gauge(name: string, help: string, value: number): Gauge {
  return { name, help, samples: [{ labels: "", value }] };
}

/** Compared as digests, so that the time it takes tells nothing of the token. */
async function carriesToken(c: Context<AppEnv>): Promise<boolean> {
  const { METRICS_TOKEN } = readConfig(c.env);
  const sent = c.req.header("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
  if (METRICS_TOKEN === undefined || sent === undefined) return false;
  const [a, b] = await Promise.all([digest(METRICS_TOKEN), digest(sent)]);
  return a.every((byte, i) => byte === b[i]);
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
