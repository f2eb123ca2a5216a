// Time, database round trips and bytes of one match at 1,000, 20,000 and 100,000 professionals.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../local/postgres/start.ts";
import { makeLog } from "../src/base/log.ts";
import { openDatabase } from "../src/db/client.ts";
import { MemoryStore, openCache } from "../src/providers/cache.ts";
import type { ServiceContext } from "../src/services/context.ts";
import { matchCase } from "../src/services/matching/match-case.ts";
import { bareContext } from "../tests/support/bare-context.ts";
import { seedCases, seedProfessionals } from "./match-data.ts";

const SIZES = [1000, 20_000, 100_000];
const CASES = 200;
const WARM_UP = 20;

interface Row {
  professionals: number;
  p50Ms: number;
  p95Ms: number;
  roundTrips: number;
  kilobytes: number;
  considered: number;
}

export async function run(): Promise<{ table: string; json: unknown }> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(await measure(size));
  const line = (row: Row) =>
    `${String(row.professionals).padStart(13)}  ${row.p50Ms.toFixed(1).padStart(7)}  ${row.p95Ms.toFixed(1).padStart(7)}  ${row.roundTrips.toFixed(1).padStart(11)}  ${row.kilobytes.toFixed(0).padStart(5)}  ${row.considered.toFixed(0).padStart(10)}`;
  const head = "professionals   p50 ms   p95 ms  round trips     kB  considered";
  const table = [
    `One match of a case, ${CASES} cases over all areas and states, embedded database`,
    head,
    ...rows.map(line),
  ].join("\n");
  return { table, json: { bench: "match", cases: CASES, rows } };
}

async function measure(size: number): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), "vez-bench-"));
  const migrationsFolder = join(import.meta.dirname, "..", "migrations");
  const postgres = await startPostgres({ dataFolder: join(folder, "postgres"), migrationsFolder }, () => undefined);
  const plainFetch = globalThis.fetch;
  try {
    const traffic = { requests: 0, bytes: 0 };
    globalThis.fetch = async (input, init) => {
      const response = await plainFetch(input, init);
      const body = await response.arrayBuffer();
      traffic.requests++;
      traffic.bytes += body.byteLength;
      return new Response(body, response);
    };
    const ctx = contextOn(openDatabase({ url: postgres.url, httpEndpoint: postgres.endpoint, timeoutMs: 600_000 }));
    process.stderr.write(`loading ${size} professionals ...\n`);
    await seedProfessionals(ctx.db, size, ctx.now());
    const ids = await seedCases(ctx.db, CASES);
    return { professionals: size, ...(await time(ctx, ids, traffic)) };
  } finally {
    globalThis.fetch = plainFetch;
    await postgres.stop(2000);
    await rm(folder, { recursive: true, force: true });
  }
}

async function time(ctx: ServiceContext, ids: string[], traffic: { requests: number; bytes: number }) {
  for (const caseId of ids.slice(0, WARM_UP)) await matchCase(ctx, { caseId, take: 3 });
  const before = { ...traffic };
  const times: number[] = [];
  let considered = 0;
  for (const caseId of ids) {
    const started = performance.now();
    const match = await matchCase(ctx, { caseId, take: 3 });
    times.push(performance.now() - started);
    considered += match.candidates.length;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    roundTrips: (traffic.requests - before.requests) / ids.length,
    kilobytes: (traffic.bytes - before.bytes) / ids.length / 1000,
    considered: considered / ids.length,
  };
}

function contextOn(db: ServiceContext["db"]): ServiceContext {
  const log = makeLog("ERROR", console.error);
  return bareContext(db, {
    now: () => new Date("2026-11-20T12:00:00Z"),
    log,
    cache: openCache({ url: null, token: null, timeoutMs: 300 }, new MemoryStore(), Date.now, log),
  });
}
