// Which embedding space serves a match, what happens when its vendor fails, and that no two spaces ever meet.
import { performance } from "node:perf_hooks";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { makeLog } from "../../../src/base/log.ts";
import { openDatabase as connect } from "../../../src/db/client.ts";
import {
  cases,
  offers,
  professionals,
  professionalVectorsBgeM3,
  professionalVectorsOpenai,
  shortlists,
} from "../../../src/db/schema.ts";
import type { ModelSpace } from "../../../src/domain/embedding/embedder.ts";
import { LEXICAL_SPACE, SPACES } from "../../../src/domain/embedding/space.ts";
import { caseText } from "../../../src/domain/matching/case-text.ts";
import { profileText } from "../../../src/domain/matching/profile-text.ts";
import { MemoryStore, openCache } from "../../../src/providers/cache.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openEmbedders } from "../../../src/providers/embedders.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { coverageKey, forgetCoverage, readCoverage } from "../../../src/services/embedding/coverage.ts";
import { embedQuery } from "../../../src/services/embedding/embed-query.ts";
import { matchCase } from "../../../src/services/matching/match-case.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { OPENAI_KEY, type OpenAiStandIn, serveOpenAi } from "../../support/openai-stand-in.ts";
import { spreadOut } from "../../support/spread-out.ts";
import { FAULTS, type Fault, type StandIn } from "../../support/vendor-stand-in.ts";
import { CLOUDFLARE_ACCOUNT, CLOUDFLARE_TOKEN, serveWorkersAi } from "../../support/workers-ai-stand-in.ts";
import { makeWorld, type World } from "../../support/world.ts";

const TABLES = { openai: professionalVectorsOpenai, bge_m3: professionalVectorsBgeM3 };
const BUDGET_MS = 500;
/** What a busy machine adds to a timer. */
const SLACK_MS = 400;
const TEXT = "Fui demitida grávida e não recebi as verbas rescisórias.";

let database: TestDatabase;
let openAi: OpenAiStandIn;
let workersAi: StandIn;
let world: World;
let ctx: ServiceContext;
let lines: string[];

beforeAll(async () => {
  [database, openAi, workersAi] = await Promise.all([openDatabase(), serveOpenAi(), serveWorkersAi()]);
});
afterAll(() => Promise.all([database.close(), openAi.close(), workersAi.close()]));
/** Sixty people are the fewest of whom one may be missing from a space that counts as filled. */
async function startAnew(): Promise<void> {
  await database.reset();
  world = await makeWorld(database, { professionals: 60 });
  useVendors();
}

/** Closed circuits, an empty cache, nothing counted. */
function useVendors(): void {
  ctx = withVendors(world.ctx);
  world.metrics.take();
}
afterEach(() => {
  vi.useRealTimers();
  for (const standIn of [openAi, workersAi]) {
    standIn.fail(null);
    standIn.takeRequests();
  }
});

/** The same world with both vendors configured, closed circuits and an empty cache. */
function withVendors(base: ServiceContext): ServiceContext {
  lines = [];
  const log = makeLog("DEBUG", (line) => lines.push(line));
  const config = {
    OPENAI_API_KEY: OPENAI_KEY,
    OPENAI_BASE_URL: openAi.url,
    OPENAI_TIMEOUT: 30,
    WORKERS_AI_TIMEOUT: 30,
    CLOUDFLARE_ACCOUNT_ID: CLOUDFLARE_ACCOUNT,
    CLOUDFLARE_API_TOKEN: CLOUDFLARE_TOKEN,
    CLOUDFLARE_API_URL: workersAi.url,
  };
  return {
    ...base,
    log,
    settings: { ...base.settings, embeddingQueryTimeoutMs: BUDGET_MS },
    cache: openCache({ url: null, token: null, timeoutMs: 300 }, new MemoryStore(), () => base.now().getTime(), log),
    embedders: openEmbedders(config, undefined, { circuits: new Circuits(), metrics: base.metrics }),
  };
}

/** Vectors of everybody but `without`, as the model would have made them. */
async function fill(key: ModelSpace, options: { space?: string; without?: string[]; saying?: string } = {}) {
  const { name, dimensions } = SPACES[key];
  const people = (await ctx.db.select().from(professionals)).filter(({ id }) => !options.without?.includes(id));
  await ctx.db.insert(TABLES[key]).values(
    people.map((person) => ({
      professionalId: person.id,
      space: options.space ?? name,
      embedding: spreadOut(options.saying ?? profileText(person), dimensions),
      embeddedAt: ctx.now(),
    })),
  );
}

const counted = () => world.metrics.take() ?? {};
const nameOf = (key: ModelSpace) => SPACES[key].name;

describe("the space that serves", () => {
  beforeEach(startAnew);

  test("is the best one that is filled, and its name goes into the shortlist", async () => {
    await Promise.all([fill("openai"), fill("bge_m3")]);
    const caseId = await world.addCase();
    await sendWave(ctx, { caseId, wave: 1 });
    const [shortlist] = await ctx.db.select().from(shortlists);
    expect(shortlist).toMatchObject({ space: nameOf("openai"), fallbacks: [] });
    const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
    expect(openAi.takeRequests().map(({ body }) => body)).toMatchObject([{ input: [row && caseText(row)] }]);
    expect(workersAi.takeRequests()).toEqual([]);
    expect(counted().embedding_source_total).toEqual({ 'source="openai"': [1] });
  });

  test("is the lexical one without any vendor, in two round trips", async () => {
    const caseId = await world.addCase();
    let trips = 0;
    const db = connect({
      ...{ url: database.url, httpEndpoint: database.endpoint, timeoutMs: 10_000 },
      onRoundTrip: () => trips++,
    });
    const match = await matchCase({ ...world.ctx, db }, { caseId, take: 3 });
    expect({ trips, space: match.space, fallbacks: match.fallbacks }).toEqual({
      ...{ trips: 2, space: LEXICAL_SPACE, fallbacks: [] },
    });
    const withOpenAi = { ...ctx, db };
    await fill("openai");
    // The first match counts who is in each of the two spaces.
    for (const expected of [4, 2]) {
      trips = 0;
      await matchCase(withOpenAi, { caseId, take: 3 });
      expect(trips).toBe(expected);
    }
  });

  test("is not one that holds too few, whoever would be missing from it", async () => {
    const members = (await ctx.db.select().from(professionals)).filter(({ status }) => status === "active");
    await fill("openai", { without: members.slice(0, 10).map(({ id }) => id) });
    await fill("bge_m3");
    const { told, fallbacks } = await embedQuery(ctx, TEXT);
    expect({ key: told.key, fallbacks }).toEqual({ key: "bge_m3", fallbacks: [`${nameOf("openai")}: no_vectors`] });
    expect(openAi.takeRequests()).toEqual([]);
  });

  test("is asked nothing for a text without words", async () => {
    await fill("openai");
    expect((await embedQuery(ctx, "  ")).told.key).toBe("lexical");
    expect(openAi.takeRequests()).toEqual([]);
  });
});

describe("a vendor that fails", () => {
  // One world for all: what is asked of it adds cases alone.
  beforeAll(async () => {
    await startAnew();
    await Promise.all([fill("openai"), fill("bge_m3")]);
  });
  beforeEach(useVendors);

  const reasons: Partial<Record<Fault, string>> = { hangs: "timeout", drips: "timeout", status_401: "error" };

  test.each(FAULTS)("%s: the next space serves within the time, the match is whole, nothing leaks", async (fault) => {
    openAi.fail(fault);
    const caseId = await world.addCase({ summary: TEXT });
    const startedAt = performance.now();
    const { told, fallbacks } = await embedQuery(ctx, TEXT);
    expect(performance.now() - startedAt).toBeLessThan(BUDGET_MS + SLACK_MS);
    expect(told.key).toBe("bge_m3");
    expect(told.vector).toHaveLength(SPACES.bge_m3.dimensions);
    const [, reason] = fallbacks[0]?.split(": ") ?? [];
    if (reasons[fault] !== undefined) expect(reason).toBe(reasons[fault]);
    const label = `from="openai",to="workers_ai",reason="${reason}"`;
    expect(counted().fallback_usage_total).toEqual({ [label]: [1] });

    await sendWave(ctx, { caseId, wave: 1 });
    const [shortlist] = await ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId));
    expect(shortlist?.space).toBe(nameOf("bge_m3"));
    expect(shortlist?.fallbacks[0]).toContain(nameOf("openai"));
    expect(await ctx.db.select().from(offers).where(eq(offers.caseId, caseId))).toHaveLength(3);
    for (const secret of [OPENAI_KEY, CLOUDFLARE_TOKEN, "demitida"]) expect(lines.join("\n")).not.toContain(secret);
  });

  test.each(["hangs", "refused_connection", "not_json"] as const)(
    "%s, both of them: the lexical space serves in time",
    async (fault) => {
      openAi.fail(fault);
      workersAi.fail(fault);
      const startedAt = performance.now();
      const { told, fallbacks } = await embedQuery(ctx, TEXT);
      expect(performance.now() - startedAt).toBeLessThan(BUDGET_MS + SLACK_MS);
      expect(told.key).toBe("lexical");
      expect(fallbacks.map((line) => line.split(":")[0])).toEqual([nameOf("openai"), nameOf("bge_m3")]);
      const match = await matchCase(ctx, { caseId: await world.addCase(), take: 3 });
      expect(match.space).toBe(LEXICAL_SPACE);
      expect(match.ranking.chosen).toHaveLength(3);
    },
  );

  test("is left alone after a while, and serves again within half a minute of its return", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    openAi.fail("status_500");
    for (let query = 0; query < 5; query++) await embedQuery(ctx, TEXT);
    openAi.takeRequests();
    const { fallbacks } = await embedQuery(ctx, TEXT);
    expect(fallbacks).toEqual([`${nameOf("openai")}: open_circuit`]);
    expect(openAi.takeRequests()).toEqual([]);
    openAi.fail(null);
    vi.setSystemTime(Date.now() + 29_000);
    expect(await embedQuery(ctx, TEXT)).toMatchObject({ told: { key: "openai" }, fallbacks: [] });
  });
});

describe("two spaces", () => {
  beforeEach(startAnew);

  test("never meet: vectors of an older version are as good as none", async () => {
    await fill("openai", { space: "openai-text-embedding-3-small-v0" });
    const match = await matchCase(ctx, { caseId: await world.addCase(), take: 3 });
    expect(match.space).toBe(LEXICAL_SPACE);
    expect(match.fallbacks).toEqual([`${nameOf("openai")}: no_vectors`, `${nameOf("bge_m3")}: no_vectors`]);
  });

  test("never meet: one old vector among the new ones is not compared, however near it would be", async () => {
    const caseId = await world.addCase();
    const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const lexical = await matchCase(world.ctx, { caseId, take: 3 });
    const old = lexical.ranking.chosen[0] ?? "";
    await fill("openai", { without: [old] });
    await ctx.db.insert(professionalVectorsOpenai).values({
      professionalId: old,
      space: "openai-text-embedding-3-small-v0",
      embedding: spreadOut(row === undefined ? "" : caseText(row), SPACES.openai.dimensions),
      embeddedAt: ctx.now(),
    });
    const match = await matchCase(ctx, { caseId, take: 3 });
    expect(match.space).toBe(nameOf("openai"));
    expect(match.candidates.find(({ id }) => id === old)?.similarity).toBeNull();
    expect(match.candidates.filter(({ similarity }) => similarity === null).map(({ id }) => id)).toEqual([old]);
  });

  test("never meet: the vector that is compared has the length of the space that is named", async () => {
    await Promise.all([fill("openai"), fill("bge_m3")]);
    for (const [first, second] of [
      [null, null],
      ["status_500", null],
      ["status_500", "status_500"],
    ] as const) {
      openAi.fail(first);
      workersAi.fail(second);
      const { told } = await embedQuery(ctx, TEXT);
      expect(told.vector).toHaveLength(SPACES[told.key].dimensions);
    }
  });
});

describe("the cache of coverage", () => {
  beforeEach(startAnew);

  test("changes no ranking: cold, warm and another machine's are equal to the last bit", async () => {
    await fill("openai");
    const caseId = await world.addCase();
    const cold = await matchCase(ctx, { caseId, take: 3 });
    const warm = await matchCase(ctx, { caseId, take: 3 });
    const other = await matchCase(withVendors(world.ctx), { caseId, take: 3 });
    for (const again of [warm, other]) {
      expect(again.candidates).toEqual(cold.candidates);
      expect(again.ranking).toEqual(cold.ranking);
    }
    expect(cold.space).toBe(nameOf("openai"));
  });

  test("has a key for each space with its version, and for the vertical that is counted", () => {
    const keys = (["openai", "bge_m3"] as const).map(coverageKey);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toContain(nameOf("openai"));
    for (const key of keys) expect(key).toContain("legal");
  });

  test("holds each space's own share until it is forgotten", async () => {
    await fill("bge_m3");
    expect(Object.fromEntries(await readCoverage(ctx))).toEqual({ openai: 0, bge_m3: 1 });
    await fill("openai");
    expect(Object.fromEntries(await readCoverage(ctx))).toEqual({ openai: 0, bge_m3: 1 });
    await forgetCoverage(ctx, "openai");
    expect(Object.fromEntries(await readCoverage(ctx))).toEqual({ openai: 1, bge_m3: 1 });
  });

  test("that cannot be read costs the space, not the match", async () => {
    const broken = { remember: () => Promise.reject(new Error("away")), forget: async () => undefined };
    const match = await matchCase({ ...ctx, cache: broken }, { caseId: await world.addCase(), take: 3 });
    expect(match.space).toBe(LEXICAL_SPACE);
    expect(lines.some((line) => line.includes("coverage_unknown"))).toBe(true);
  });
});
