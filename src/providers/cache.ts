// The cache: Upstash Redis where configured, memory where not or when it is away; only what can be rebuilt.
import { Redis } from "@upstash/redis";
import type { Log } from "../base/log.ts";

export interface Cache {
  /** The kept value, or what `load` returns, kept for `ttlSeconds`. A cache that fails costs time, never an answer. */
  remember<T>(key: string, ttlSeconds: number, load: () => Promise<T>): Promise<T>;
  forget(key: string): Promise<void>;
}

export interface CacheConfig {
  url: string | null;
  token: string | null;
  timeoutMs: number;
}

/** Values must be JSON; a stored null counts as absent. `onLook` is told whether each look found a kept value. */
export function openCache(
  config: CacheConfig,
  memory: MemoryStore,
  now: () => number,
  log: Log,
  onLook: (outcome: "hit" | "miss") => void = () => undefined,
): Cache {
  const redis = config.url && config.token ? connect(config.url, config.token, config.timeoutMs) : null;

  async function attempt<T>(what: string, call: (redis: Redis) => Promise<T>): Promise<T | null> {
    if (redis === null) return null;
    try {
      return await call(redis);
    } catch (error) {
      log.warn("cache_unreachable", { what, error });
      return null;
    }
  }

  return {
    async remember<T>(key: string, ttlSeconds: number, load: () => Promise<T>): Promise<T> {
      const near = memory.get(key, now());
      const far = near === undefined ? await attempt("get", (r) => r.get<T>(key)) : null;
      onLook(near === undefined && far === null ? "miss" : "hit");
      if (near !== undefined) return JSON.parse(near) as T;
      if (far !== null) return far;
      const value = await load();
      memory.set(key, JSON.stringify(value), now() + ttlSeconds * 1000);
      await attempt("set", (r) => r.set(key, value, { ex: ttlSeconds }));
      return value;
    },
    async forget(key) {
      memory.delete(key);
      await attempt("del", (r) => r.del(key));
    },
  };
}

/** 1,000 entries bound the memory that one isolate spends. */
const MEMORY_ENTRIES = 1000;

/** Entries of one isolate, oldest dropped first. */
export class MemoryStore {
  readonly #entries = new Map<string, { text: string; until: number }>();

  get(key: string, nowMs: number): string | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > nowMs) return entry.text;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, text: string, untilMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { text, until: untilMs });
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > MEMORY_ENTRIES && oldest !== undefined) this.#entries.delete(oldest);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}

function connect(url: string, token: string, timeoutMs: number): Redis {
  // The function form of `signal` throws on timeout; the plain form would resolve as if it were data.
  return new Redis({ url, token, retry: { retries: 1 }, signal: () => AbortSignal.timeout(timeoutMs) });
}
