// The metrics hub's shards: each invocation's delta goes to one of them, a scrape asks them all.
import type { MetricsBuffer } from "./domain/metrics/buffer.ts";
import { type MetricsDelta, sumTotals, type Totals } from "./domain/metrics/totals.ts";
import type { MetricsHubPort } from "./domain/ports.ts";
import { type Env, readConfig } from "./env.ts";
import type { ServiceContext } from "./services/context.ts";

/** Sends all that the isolate has recorded so far, once, after the answer; nothing recorded, nothing sent. */
export function sendMetrics(env: Env, recorded: MetricsBuffer, ctx: Pick<ServiceContext, "later" | "log">): void {
  const totals = recorded.take();
  if (totals === null) return;
  const shard = Math.floor(Math.random() * readConfig(env).METRICS_SHARDS);
  const delta = { id: crypto.randomUUID(), totals };
  const sent = push(env, shard, delta).catch((error) => ctx.log.warn("metrics_not_sent", { shard, error }));
  ctx.later(sent);
}

/** A new release restarts the objects: one more try is enough, and the delta's id makes two arrivals one. */
async function push(env: Env, shard: number, delta: MetricsDelta): Promise<void> {
  try {
    await hub(env, shard).add(delta);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    await hub(env, shard).add(delta);
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { retryable, overloaded } = error as Error & { retryable?: boolean; overloaded?: boolean };
  return retryable === true && overloaded !== true;
}

export interface HubReading {
  /** Null while a shard is away: a sum without it would fall and rise again, which reads as a rush that never was. */
  totals: Totals | null;
  shards: number;
  /** Numbers of the shards that did not answer in time. */
  away: number[];
}

/** Asks every shard, each for at most `timeoutMs`. */
export async function readHub(env: Env, timeoutMs: number, log: ServiceContext["log"]): Promise<HubReading> {
  const shards = Array.from({ length: readConfig(env).METRICS_SHARDS }, (_, shard) => shard);
  const readings = await Promise.all(
    shards.map((shard) =>
      within(hub(env, shard).read(), timeoutMs).catch((error: unknown) => {
        log.warn("metrics_shard_away", { shard, error });
        return null;
      }),
    ),
  );
  const present = readings.filter((reading) => reading !== null);
  const away = shards.filter((shard) => readings[shard] === null);
  return { totals: away.length === 0 ? sumTotals(present) : null, shards: shards.length, away };
}

function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = new DOMException("the shard took too long", "TimeoutError");
    const timer = setTimeout(() => reject(late), timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function hub(env: Env, shard: number): MetricsHubPort {
  return env.METRICS.getByName(`shard-${shard}`) as unknown as MetricsHubPort;
}
