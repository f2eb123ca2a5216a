// A corpus on its way into an embedding space: to the end, through kills, failures, repeats and changes on the way.
import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase as connect } from "../../../src/db/client.ts";
import { audit, embeddingBackfills, notifications, outbox } from "../../../src/db/schema.ts";
import { SPACES } from "../../../src/domain/embedding/space.ts";
import { consume } from "../../../src/queue.ts";
import { cancelBackfill } from "../../../src/services/embedding/cancel-backfill.ts";
import { readCoverage } from "../../../src/services/embedding/coverage.ts";
import { listBackfills } from "../../../src/services/embedding/list-backfills.ts";
import { readSpaces } from "../../../src/services/embedding/read-spaces.ts";
import { startBackfill } from "../../../src/services/embedding/start-backfill.ts";
import { MOST_TRIES, PAGE_PROFILES, stepBackfill } from "../../../src/services/embedding/step-backfill.ts";
import { updateProfessional } from "../../../src/services/professionals/update-professional.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { batchOf, makeWorld, type World } from "../../support/world.ts";
import { calmVendors, configure, countTrue, killed, onceAnswered, serveVendors, type Vendors } from "./vendors.ts";

const PEOPLE = 120;
const OLGA = { kind: "person" as const, userId: "usr_olga", role: "operator" as const, locale: "pt-BR" as const };
const OPENAI = SPACES.openai.name;
/** A busy machine takes its time. */
const PATIENT = { timeout: 20_000 };

let database: TestDatabase;
let vendors: Vendors;
let world: World;

beforeAll(async () => {
  [database, vendors] = await Promise.all([openDatabase(), serveVendors()]);
});
afterAll(() => Promise.all([database.close(), vendors.openAi.close(), vendors.workersAi.close()]));
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: PEOPLE });
  configure(world, vendors);
});
afterEach(() => calmVendors(vendors));

const start = () => startBackfill(world.ctx, OLGA, { space: "openai" });

async function newest() {
  const [first] = (await listBackfills(world.ctx, OLGA)).items;
  if (first === undefined) throw new Error("no back-fill");
  return first;
}

/** Messages of back-fills that are still to be done. */
function waiting() {
  return world.ctx.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.name, "embedding.backfill"), eq(outbox.status, "pending")))
    .orderBy(asc(outbox.createdAt));
}

async function theMessage() {
  const [row, another] = await waiting();
  if (row === undefined || another !== undefined) throw new Error("not exactly one message waits");
  return row;
}

/** One delivery of the one message that waits. */
async function deliver(): Promise<void> {
  await consume(world.ctx, batchOf([await theMessage()]));
}

/** The verb itself, as the queue calls it. */
function step(row: typeof outbox.$inferSelect) {
  return stepBackfill(world.ctx, row.body as { backfillId: string; position: string }, row.key);
}

const textsAsked = () => vendors.openAi.takeRequests().map(({ body }) => (body as { input: string[] }).input.length);

describe("a back-fill", () => {
  test("goes from an empty space to a full one that cases are compared in", async () => {
    expect(await start()).toMatchObject({
      space: "openai",
      status: "running",
      total: PEOPLE,
      done: 0,
      per_minute: null,
    });
    expect((await readCoverage(world.ctx)).get("openai")).toBe(0);
    world.advance(60_000);
    await deliver();
    expect(await newest()).toMatchObject({
      status: "running",
      done: PAGE_PROFILES,
      per_minute: 100,
      estimated_end_at: "2026-11-20T12:01:12.000Z",
    });
    await world.drain();
    expect(await newest()).toMatchObject({
      status: "done",
      done: PEOPLE,
      total: PEOPLE,
      failed_tries: 0,
      last_error: null,
    });
    expect(textsAsked()).toEqual([100, 20]);
    expect(await countTrue(world, "openai", OPENAI)).toBe(PEOPLE);
    expect((await readCoverage(world.ctx)).get("openai")).toBe(1);
    const { spaces } = await readSpaces(world.ctx, OLGA);
    expect(spaces).toMatchObject([
      { key: "openai", name: OPENAI, dimensions: 1536, configured: true, coverage: 1, vectors: PEOPLE, lacking: 0 },
      { key: "bge_m3", configured: true, coverage: 0, vectors: 0, lacking: PEOPLE },
      { key: "lexical", configured: true, coverage: 1, vectors: PEOPLE, lacking: 0 },
    ]);
    const actions = await world.ctx.db
      .select({ action: audit.action, actor: audit.actor })
      .from(audit)
      .orderBy(audit.at);
    expect(actions).toEqual([
      { action: "embedding.backfill_started", actor: "usr_olga" },
      { action: "embedding.backfill_done", actor: "system" },
    ]);
  });

  test("started twice is one, and one that has nothing to do asks no vendor", async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.id).toBe(first.id);
    await world.drain();
    calmVendors(vendors);
    world.advance(1000);
    const again = await start();
    expect(again).toMatchObject({ status: "running", total: 0 });
    expect(again.id).not.toBe(first.id);
    await world.drain();
    expect(await newest()).toMatchObject({ id: again.id, status: "done", done: 0 });
    expect(textsAsked()).toEqual([]);
    expect(await world.ctx.db.$count(audit, eq(audit.action, "embedding.backfill_started"))).toBe(2);
  });

  test("moves profiles from the old version of a space to the new one", async () => {
    await world.ctx.db.execute(sql`UPDATE professional_vectors_lexical SET space = 'lexical-384-v0'`);
    expect(await startBackfill(world.ctx, OLGA, { space: "lexical" })).toMatchObject({ total: PEOPLE });
    await world.drain();
    const { spaces } = await readSpaces(world.ctx, OLGA);
    expect(spaces.at(-1)).toMatchObject({ key: "lexical", coverage: 1, vectors: PEOPLE, lacking: 0 });
  });

  test("takes as many round trips for a page of a hundred as for one of twenty", async () => {
    let trips = 0;
    const counting = { timeoutMs: 10_000, onRoundTrip: () => trips++ };
    world.ctx.db = connect({ url: database.url, httpEndpoint: database.endpoint, ...counting });
    await start();
    const tripsOf = async () => {
      const row = await theMessage();
      trips = 0;
      await step(row);
      const taken = trips;
      await world.ctx.db.update(outbox).set({ status: "done" }).where(eq(outbox.id, row.id));
      return taken;
    };
    expect([await tripsOf(), await tripsOf()]).toEqual([3, 3]);
    expect((await newest()).done).toBe(PEOPLE);
  });
});

describe("a kill", () => {
  test("between the vendor's answer and the store costs one more call, and nothing else", async () => {
    await start();
    onceAnswered(world, "openai", killed);
    void step(await theMessage());
    await expect.poll(() => vendors.openAi.takeRequests().length, PATIENT).toBe(1);
    expect(await newest()).toMatchObject({ status: "running", done: 0 });
    configure(world, vendors);
    await world.drain();
    expect(await newest()).toMatchObject({ status: "done", done: PEOPLE, total: PEOPLE });
    expect(textsAsked()).toEqual([100, 20]);
    expect(await countTrue(world, "openai", OPENAI)).toBe(PEOPLE);
  });

  test("between the store and the next message loses neither, and the page is not asked for again", async () => {
    await start();
    const first = await theMessage();
    world.ctx.enqueue = killed;
    void step(first);
    await expect.poll(async () => (await newest()).done, PATIENT).toBe(PAGE_PROFILES);
    world.ctx.enqueue = async () => undefined;
    // The first message was never acknowledged: it is delivered again beside the next one.
    expect((await waiting()).map(({ id }) => id)).toContain(first.id);
    expect(await waiting()).toHaveLength(2);
    await world.drain();
    expect(await newest()).toMatchObject({ status: "done", done: PEOPLE, total: PEOPLE });
    expect(textsAsked()).toEqual([100, 20]);
  });
});

test("a message that is delivered twice, at once or later, counts once and asks for the next page once", async () => {
  await start();
  const row = await theMessage();
  await Promise.all([step(row), step(row)]);
  await step(row);
  expect(await newest()).toMatchObject({ done: PAGE_PROFILES });
  expect(await waiting()).toHaveLength(2);
  await world.drain();
  expect(await newest()).toMatchObject({ status: "done", done: PEOPLE, total: PEOPLE });
  expect(await countTrue(world, "openai", OPENAI)).toBe(PEOPLE);
});

describe("a cancelled back-fill", () => {
  test("asks for no further page, keeps what it made, and a new start goes on from there", async () => {
    const { id } = await start();
    await deliver();
    expect(await cancelBackfill(world.ctx, OLGA, id)).toMatchObject({ id, status: "cancelled", done: PAGE_PROFILES });
    expect(await cancelBackfill(world.ctx, OLGA, id)).toMatchObject({ status: "cancelled" });
    expect(textsAsked()).toEqual([100]);
    await world.drain();
    expect(textsAsked()).toEqual([]);
    expect(await world.ctx.db.$count(audit, eq(audit.action, "embedding.backfill_cancelled"))).toBe(1);
    world.advance(1000);
    expect(await start()).toMatchObject({ status: "running", total: PEOPLE - PAGE_PROFILES });
    await world.drain();
    expect(textsAsked()).toEqual([20]);
    expect(await countTrue(world, "openai", OPENAI)).toBe(PEOPLE);
  });

  test("while the vendor is being asked stays cancelled", async () => {
    const { id } = await start();
    onceAnswered(world, "openai", () => cancelBackfill(world.ctx, OLGA, id));
    await world.drain();
    expect(await newest()).toMatchObject({ status: "cancelled", done: 0 });
    expect(await waiting()).toEqual([]);
  });
});

describe("a vendor that fails", () => {
  test("is tried again, and the back-fill goes on when it is back", async () => {
    await start();
    vendors.openAi.fail("status_500");
    await deliver();
    expect(await newest()).toMatchObject({ status: "running", failed_tries: 1, last_error: "vendor_error", done: 0 });
    vendors.openAi.fail(null);
    configure(world, vendors);
    world.advance(3_600_000);
    await world.drain();
    expect(await newest()).toMatchObject({ status: "done", done: PEOPLE, failed_tries: 1, last_error: null });
  });

  test("says when to come back, and is not asked before", async () => {
    await start();
    vendors.openAi.fail("rate_limited");
    await deliver();
    const row = await theMessage();
    expect(row.availableAt.getTime() - world.ctx.now().getTime()).toBeGreaterThanOrEqual(30_000);
    expect(await newest()).toMatchObject({ last_error: "vendor_rate_limited" });
  });

  test("for good ends it with a code and one notice; a new start goes on where it stopped", async () => {
    const { id } = await start();
    await deliver();
    calmVendors(vendors);
    vendors.openAi.fail("rate_limited");
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      expect(await newest()).toMatchObject({ status: "running", failed_tries: tries });
      world.advance(3_600_000);
      await deliver();
    }
    expect(await newest()).toMatchObject({ id, status: "failed", failed_tries: MOST_TRIES, done: PAGE_PROFILES });
    expect(await waiting()).toEqual([]);
    await world.drain();
    const notices = await world.ctx.db.select().from(notifications).where(eq(notifications.kind, "backfill_failed"));
    expect(new Set(notices.map(({ userId }) => userId)).size).toBe(1);
    expect(await world.ctx.db.$count(outbox, eq(outbox.name, "operators.notify"))).toBe(1);
    calmVendors(vendors);
    configure(world, vendors);
    expect(await start()).toMatchObject({ status: "running", total: PEOPLE - PAGE_PROFILES });
    await world.drain();
    expect(await newest()).toMatchObject({ status: "done", done: PEOPLE - PAGE_PROFILES });
    expect(textsAsked()).toEqual([20]);
  });

  test("refuses the key ends it at once: the next try would be refused as well", async () => {
    await start();
    vendors.openAi.fail("status_401");
    await world.drain();
    expect(await newest()).toMatchObject({ status: "failed", last_error: "vendor_refused", failed_tries: 1 });
    expect(vendors.openAi.takeRequests()).toHaveLength(1);
  });

  test("is no longer configured ends it", async () => {
    await start();
    world.ctx.embedders = [];
    await world.drain();
    expect(await newest()).toMatchObject({ status: "failed", last_error: "space_not_configured" });
    await expect(start()).rejects.toMatchObject({ code: "space_not_configured", status: 409 });
  });
});

test("a profile that changes while its page is being embedded keeps the vector of its new words", async () => {
  const person = world.people.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (person === undefined) throw new Error("nobody");
  const me = { ...OLGA, userId: person.id.replace("pro_", "usr_"), role: "professional" as const };
  await start();
  const page = await theMessage();
  onceAnswered(world, "openai", async () => {
    world.advance(1000);
    await updateProfessional(world.ctx, me, { profile: "Cuido de planos de saúde que negam remédios e internações." });
    const [changed] = await world.ctx.db.select().from(outbox).where(eq(outbox.name, "profiles.embed"));
    if (changed === undefined) throw new Error("the change asked for no vector");
    await consume(world.ctx, batchOf([changed]));
  });
  await consume(world.ctx, batchOf([page]));
  expect(await countTrue(world, "openai", OPENAI)).toBe(PAGE_PROFILES);
  await world.drain();
  expect(await newest()).toMatchObject({ status: "done", done: PEOPLE });
  expect(await countTrue(world, "openai", OPENAI)).toBe(PEOPLE);
});

test("nobody but an operator starts, cancels or sees one", async () => {
  const { id } = await start();
  const other = { ...OLGA, role: "professional" as const };
  const missing = { code: "not_found" };
  await expect(startBackfill(world.ctx, other, { space: "openai" })).rejects.toMatchObject(missing);
  await expect(cancelBackfill(world.ctx, other, id)).rejects.toMatchObject(missing);
  await expect(listBackfills(world.ctx, other)).rejects.toMatchObject(missing);
  await expect(readSpaces(world.ctx, other)).rejects.toMatchObject(missing);
  await expect(cancelBackfill(world.ctx, OLGA, "bkf_none")).rejects.toMatchObject(missing);
  await expect(startBackfill(world.ctx, OLGA, { space: "word2vec" })).rejects.toMatchObject({ code: "invalid_input" });
  expect(await world.ctx.db.$count(embeddingBackfills)).toBe(1);
});
