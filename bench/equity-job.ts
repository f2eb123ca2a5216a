// Seconds and statements of the daily equity job at 1,000, 10,000 and 100,000 professionals with ten ledger rows each.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { startPostgres } from "../local/postgres/start.ts";
import { openDatabase } from "../src/db/client.ts";
import type { ServiceContext } from "../src/services/context.ts";
import { refreshEquity } from "../src/services/equity/refresh-equity.ts";
import { rollEquity } from "../src/services/equity/roll-equity.ts";
import { bareContext } from "../tests/support/bare-context.ts";
import { seedEquity } from "./equity-data.ts";

const SIZES = [1000, 10_000, 100_000];
/** The old way is measured here only: at 100,000 it would be 300,000 requests. */
const ONE_BY_ONE = 1000;
const NOW = new Date("2026-11-21T05:00:00Z");

interface Row {
  professionals: number;
  job: string;
  seconds: number;
  statements: number;
  /** Of one request, which is one transaction. */
  longestMs: number;
  repaired: string;
}

export async function run(): Promise<{ table: string; json: unknown }> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(size)));
  const head = "professionals  job                                seconds  statements  longest ms  repaired";
  const line = (row: Row) =>
    `${String(row.professionals).padStart(13)}  ${row.job.padEnd(32)}  ${row.seconds.toFixed(2).padStart(8)}  ${String(row.statements).padStart(10)}  ${row.longestMs.toFixed(0).padStart(10)}  ${row.repaired}`;
  return { table: [head, ...rows.map(line)].join("\n"), json: rows };
}

async function measure(size: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "vez-bench-"));
  const migrationsFolder = join(import.meta.dirname, "..", "migrations");
  const postgres = await startPostgres({ dataFolder: join(folder, "postgres"), migrationsFolder }, () => undefined);
  const plainFetch = globalThis.fetch;
  const traffic = { statements: 0, longestMs: 0 };
  const timed = async (job: string, work: () => Promise<unknown>): Promise<Row> => {
    traffic.statements = 0;
    traffic.longestMs = 0;
    const started = performance.now();
    const repaired = await work();
    const seconds = (performance.now() - started) / 1000;
    return { professionals: size, job, seconds, ...traffic, repaired: JSON.stringify(repaired) };
  };
  try {
    globalThis.fetch = async (input, init) => {
      const started = performance.now();
      const response = await plainFetch(input, init);
      const body = await response.arrayBuffer();
      traffic.longestMs = Math.max(traffic.longestMs, performance.now() - started);
      traffic.statements += statementsOf(init?.body);
      return new Response(body, response);
    };
    const db = openDatabase({ url: postgres.url, httpEndpoint: postgres.endpoint, timeoutMs: 300_000 });
    const ctx = bareContext(db, { now: () => NOW });
    process.stderr.write(`making ${size} professionals ...\n`);
    await seedEquity(ctx.db, size, NOW);
    const rows: Row[] = [];
    if (size === ONE_BY_ONE) {
      await ctx.db.execute(
        sql`CREATE TABLE kept AS SELECT id, cases_30d, last_offered_at, capacidade_mensal FROM professionals`,
      );
      rows.push(await timed("three requests a professional", () => oneByOne(ctx)));
      await ctx.db.execute(sql`
        UPDATE professionals p SET cases_30d = k.cases_30d, capacidade_mensal = k.capacidade_mensal, last_offered_at = k.last_offered_at
        FROM kept k WHERE k.id = p.id`);
    }
    rows.push(await timed("refresh-equity, with drift", async () => (await refreshEquity(ctx)).repaired));
    rows.push(await timed("refresh-equity, nothing to repair", async () => (await refreshEquity(ctx)).repaired));
    rows.push(await timed("roll-equity, each minute", () => rollEquity(ctx)));
    return rows;
  } finally {
    globalThis.fetch = plainFetch;
    await postgres.stop(2000);
    await rm(folder, { recursive: true, force: true });
  }
}

const request = z.union([z.object({ queries: z.array(z.unknown()) }), z.object({ query: z.string() })]);

function statementsOf(body: unknown): number {
  if (typeof body !== "string") return 0;
  const read = request.parse(JSON.parse(body));
  return "queries" in read ? read.queries.length : 1;
}

/** What the job is compared with: read, read, write, for one after another. */
async function oneByOne(ctx: ServiceContext): Promise<unknown> {
  const people = await ctx.db.execute(sql`SELECT id FROM professionals`);
  const since = new Date(NOW.getTime() - 30 * 86_400_000).toISOString();
  for (const { id } of z.array(z.object({ id: z.string() })).parse(people.rows)) {
    const held = await ctx.db.execute(sql`
      SELECT count(*) AS n FROM ledger WHERE professional_id = ${id} AND kind = 'accepted' AND at > ${since}::timestamptz`);
    const last = await ctx.db.execute(
      sql`SELECT max(at) AS at FROM ledger WHERE professional_id = ${id} AND kind = 'offered'`,
    );
    await ctx.db.execute(sql`
      UPDATE professionals SET cases_30d = ${held.rows[0]?.n}::int, last_offered_at = ${last.rows[0]?.at}::timestamptz,
        equity_updated_at = ${NOW.toISOString()}::timestamptz WHERE id = ${id}`);
  }
  return {};
}
