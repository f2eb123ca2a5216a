// Time, database round trips and bytes of one page of the list from which a client chooses, beside reading everybody.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { startPostgres } from "../local/postgres/start.ts";
import { makeLog } from "../src/base/log.ts";
import { openDatabase } from "../src/db/client.ts";
import { cases } from "../src/db/schema.ts";
import { drawDay, neutralOrder } from "../src/domain/directory/neutral-order.ts";
import { firstClosedGate } from "../src/domain/matching/gates.ts";
import { MemoryStore, openCache } from "../src/providers/cache.ts";
import type { Actor, ServiceContext } from "../src/services/context.ts";
import { readDirectoryCase } from "../src/services/directory/directory-case.ts";
import { listProfessionals } from "../src/services/directory/list-professionals.ts";
import { candidateGates, gateRow, gatesOf } from "../src/services/equity/candidate-gates.ts";
import { bareContext } from "../tests/support/bare-context.ts";
import { seedCases, seedProfessionals } from "./match-data.ts";

const SIZES = [500, 20_000];
const CASES = 60;
const WARM_UP = 10;
const PAGE = 20;
/** Whose cases `seedCases` makes. */
const CLIENT: Extract<Actor, { kind: "person" }> = {
  kind: "person",
  userId: "usr_bench",
  role: "client",
  locale: "pt-BR",
};

interface Row {
  professionals: number;
  way: "a page" | "the next page" | "everybody";
  p50Ms: number;
  p95Ms: number;
  roundTrips: number;
  kilobytes: number;
  inTheList: number;
}

export async function run(): Promise<{ table: string; json: unknown }> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await measure(size)));
  const line = (row: Row) =>
    `${String(row.professionals).padStart(13)}  ${row.way.padEnd(13)}  ${row.p50Ms.toFixed(1).padStart(7)}  ${row.p95Ms.toFixed(1).padStart(7)}  ${row.roundTrips.toFixed(1).padStart(11)}  ${row.kilobytes.toFixed(0).padStart(6)}  ${row.inTheList.toFixed(0).padStart(11)}`;
  const head = "professionals  read            p50 ms   p95 ms  round trips      kB  in the list";
  const title = `A page of ${PAGE} of the list, ${CASES} cases over all areas and states, embedded database`;
  return { table: [title, head, ...rows.map(line)].join("\n"), json: { bench: "directory", page: PAGE, rows } };
}

async function measure(size: number): Promise<Row[]> {
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
    await ctx.db.update(cases).set({ mode: "directory", status: "choosing" }).where(inArray(cases.id, ids));
    const cursors = new Map<string, string>();
    const first = async (caseId: string) => {
      const page = await listProfessionals(ctx, CLIENT, caseId, { limit: PAGE });
      if (page.next !== null) cursors.set(caseId, page.next);
      return { total: page.total, shown: page.items.map(({ id }) => id) };
    };
    const second = async (caseId: string) => {
      const cursor = cursors.get(caseId);
      const page = await listProfessionals(ctx, CLIENT, caseId, { limit: PAGE, cursor });
      return { total: page.total, shown: page.items.map(({ id }) => id) };
    };
    const rows: Row[] = [];
    const ways = [
      ["a page", first],
      ["the next page", second],
      ["everybody", (caseId: string) => everybody(ctx, caseId)],
    ] as const;
    const shown = new Map<string, string[]>();
    for (const [way, read] of ways) {
      const figures = await time(ids, traffic, async (caseId) => {
        const answer = await read(caseId);
        if (way === "a page") shown.set(caseId, answer.shown);
        // Both ways must show the same people in the same order, or the times compare nothing.
        else if (way === "everybody" && String(shown.get(caseId)) !== String(answer.shown)) {
          throw new Error(`the two ways disagree about ${caseId}`);
        }
        return answer.total;
      });
      rows.push({ professionals: size, way, ...figures });
    }
    return rows;
  } finally {
    globalThis.fetch = plainFetch;
    await postgres.stop(2000);
    await rm(folder, { recursive: true, force: true });
  }
}

const everyRow = z
  .object({
    id: z.string(),
    areas: z.array(z.string()),
    languages: z.array(z.string()),
    uf: z.string(),
    lat: z.coerce.number().nullable(),
    lon: z.coerce.number().nullable(),
    remote: z.boolean(),
    profile: z.string(),
  })
  .extend(gateRow.shape);

/** The baseline: everybody of the area with his profile, the gates and the order worked out here. */
async function everybody(ctx: ServiceContext, caseId: string): Promise<{ total: number; shown: string[] }> {
  const of = await readDirectoryCase(ctx, caseId);
  if (of === null) throw new Error("the case is gone");
  const { facts } = of;
  const gates = candidateGates({ caseId, now: ctx.now(), maxOffersPerDay: ctx.settings.maxOffersPerDay });
  const result = await ctx.db.execute(sql`
    SELECT p.id, p.areas, p.languages, p.uf, p.lat, p.lon, p.remote, p.profile, p.name, p.municipality, p.fee_cents, ${gates.columns}
    FROM professionals p WHERE p.vertical = 'legal' AND p.areas @> ARRAY[${facts.area}]::text[]`);
  const open = z
    .array(everyRow)
    .parse(result.rows)
    .filter((row) => firstClosedGate(facts, { ...row, ...gatesOf(row, facts.adverseParties) }) === null);
  const order = await neutralOrder(
    open.map(({ id }) => id),
    { day: drawDay(ctx.now()), tenantId: of.tenantId },
  );
  return { total: order.length, shown: order.slice(0, PAGE) };
}

/** What goes on after an answer has left: the look that is counted. Waited for between two readings, outside of their time. */
const beside: Promise<unknown>[] = [];

async function time(
  ids: string[],
  traffic: { requests: number; bytes: number },
  read: (caseId: string) => Promise<number>,
) {
  for (const caseId of ids.slice(0, WARM_UP)) await read(caseId);
  await Promise.all(beside.splice(0));
  const before = { ...traffic };
  const times: number[] = [];
  let inTheList = 0;
  for (const caseId of ids) {
    const started = performance.now();
    inTheList += await read(caseId);
    times.push(performance.now() - started);
    await Promise.all(beside.splice(0));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    roundTrips: (traffic.requests - before.requests) / ids.length,
    kilobytes: (traffic.bytes - before.bytes) / ids.length / 1000,
    inTheList: inTheList / ids.length,
  };
}
function contextOn(db: ServiceContext["db"]): ServiceContext {
  const log = makeLog("ERROR", console.error);
  return bareContext(db, {
    now: () => new Date("2026-11-20T12:00:00Z"),
    log,
    cache: openCache({ url: null, token: null, timeoutMs: 300 }, new MemoryStore(), Date.now, log),
    later: (work) => beside.push(work),
  });
}
