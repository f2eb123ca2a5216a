// The database: Drizzle over Neon's HTTP protocol, one round trip a statement or a batch.
import { neon, neonConfig } from "@neondatabase/serverless";
import { drizzle, type NeonHttpDatabase } from "drizzle-orm/neon-http";
import * as schema from "./schema.ts";

export type Database = NeonHttpDatabase<typeof schema>;

export interface DatabaseConfig {
  /** postgres://user:password@host/name */
  url: string;
  /** Where Neon's protocol is spoken when it is not Neon itself, e.g. the embedded database. */
  httpEndpoint: string | null;
  /** A statement slower than this is given up (ms). */
  timeoutMs: number;
  /** Told after each round trip how long it took, and whether it was given up for its time. */
  onRoundTrip?: (seconds: number, gaveUp: boolean) => void;
}

/** Opens no connection: every statement is an HTTP request of its own, bounded by `timeoutMs`. */
export function openDatabase(config: DatabaseConfig): Database {
  const endpoint = config.httpEndpoint;
  if (endpoint !== null) neonConfig.fetchEndpoint = () => endpoint;
  neonConfig.fetchFunction = (url: string, init: RequestInit) => roundTrip(config, url, init);
  return drizzle(neon(config.url), { schema });
}

async function roundTrip(config: DatabaseConfig, url: string, init: RequestInit): Promise<Response> {
  const signal = AbortSignal.timeout(config.timeoutMs);
  const startedAt = Date.now();
  try {
    return await fetch(url, { ...init, signal });
  } finally {
    config.onRoundTrip?.((Date.now() - startedAt) / 1000, signal.aborted);
  }
}
