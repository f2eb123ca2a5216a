// A search waits a bounded time for its client to say how to be reached, and never a moment longer.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, offers, outbox } from "../../../src/db/schema.ts";
import { openInterview } from "../../../src/domain/triage/interview.ts";
import type { Understanding } from "../../../src/domain/triage/types.ts";
import type { QueuedRow } from "../../../src/services/context.ts";
import { completeTriage } from "../../../src/services/intake/complete-triage.ts";
import { recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { restartSearches } from "../../../src/services/offers/restart-searches.ts";
import { relay } from "../../../src/services/outbox/relay.ts";
import { readAsks } from "../../../src/services/reach/read-asks.ts";
import { searchNow } from "../../../src/services/reach/search-now.ts";
import { setReach } from "../../../src/services/reach/set-reach.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let queued: QueuedRow[];
const MINUTE = 60_000;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 60 });
  queued = [];
  world.ctx.enqueue = async (rows) => {
    queued.push(...rows);
  };
});

describe("a case from the pages", () => {
  test("waits ten minutes; its page hears that it is asked, and nobody is asked for it before", async () => {
    const { caseId } = await complete();
    expect(await row(caseId)).toMatchObject({
      status: "matching",
      reachBy: new Date(world.ctx.now().getTime() + 10 * MINUTE),
    });
    expect(queued.map(({ name }) => name)).not.toContain("case.match");
    await world.drain();
    expect(await offersOf(caseId)).toBe(0);
    const events = [...world.published.values()].flat().filter(({ type }) => type === "client_asked");
    expect(events.map(({ data }) => data.about)).toEqual(["reach"]);
    world.advance(10 * MINUTE);
    await world.drain();
    expect(await offersOf(caseId)).toBeGreaterThan(0);
  });

  test("goes on the moment its client says how to be reached", async () => {
    const { caseId, client } = await complete();
    await setReach(world.ctx, client, { channel: "page" });
    expect(queued.map(({ name }) => name)).toContain("case.match");
    expect((await row(caseId))?.reachBy).toBeNull();
    await world.drain();
    expect(await offersOf(caseId)).toBeGreaterThan(0);
  });

  test("goes on at once when its client asks for it; a second press and a stranger change nothing", async () => {
    const { caseId, client } = await complete();
    const stranger = { ...client, userId: "usr_nobody" };
    await expect(searchNow(world.ctx, stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
    expect(await Promise.all([searchNow(world.ctx, client, caseId), searchNow(world.ctx, client, caseId)])).toContain(
      true,
    );
    expect(await searchNow(world.ctx, client, caseId)).toBe(false);
    expect(queued.filter(({ name }) => name === "case.match")).toHaveLength(1);
    const pressed = and(eq(audit.action, "case.search_now"), eq(audit.subject, caseId));
    expect(await database.db.select().from(audit).where(pressed)).toHaveLength(1);
    await world.drain();
    expect(await offersOf(caseId)).toBeGreaterThan(0);
  });

  test("is neither stranded nor forgotten while it waits: the sweep leaves it, the relay after a kill finds it in time", async () => {
    const { caseId } = await complete();
    await world.drain();
    world.advance(5 * MINUTE);
    expect(await restartSearches(world.ctx)).toEqual({ restarted: 0 });
    queued = [];
    await relay(world.ctx, { atStart: true });
    expect(queued.map(({ name }) => name)).not.toContain("case.match");
    world.advance(5 * MINUTE);
    expect(await restartSearches(world.ctx)).toEqual({ restarted: 0 });
    await relay(world.ctx, { atStart: false });
    expect(queued.map(({ name }) => name)).toContain("case.match");
    await world.drain();
    expect(await offersOf(caseId)).toBeGreaterThan(0);
  });

  test("is not searched for after its client said stop, and at once when he is back", async () => {
    const { caseId, understanding } = await complete();
    const said = { caseId, controlledBy: "agent", understanding, reason: null } as const;
    await recordConversation(world.ctx, { ...said, status: "stopped", seq: 5 });
    world.advance(11 * MINUTE);
    await world.drain();
    expect(await offersOf(caseId)).toBe(0);
    world.advance(-9 * MINUTE);
    await recordConversation(world.ctx, { ...said, status: "completed", seq: 7 });
    expect(await row(caseId)).toMatchObject({ status: "matching", reachBy: null });
    await world.drain();
    expect(await offersOf(caseId)).toBeGreaterThan(0);
  });

  test("told twice waits once", async () => {
    const { caseId, understanding } = await complete();
    const until = (await row(caseId))?.reachBy;
    world.advance(MINUTE);
    await completeTriage(world.ctx, { caseId, understanding });
    expect((await row(caseId))?.reachBy).toEqual(until);
    expect(
      await database.db
        .select()
        .from(outbox)
        .where(eq(outbox.key, `case.match:${caseId}:1`)),
    ).toHaveLength(1);
  });
});

describe("a case that never waits", () => {
  test.each([
    ["from the API", { asksReach: false }, {}, 10],
    ["that is urgent", { asksReach: true }, { urgencyHours: 48 }, 10],
    ["where the house does not wait", { asksReach: true }, {}, 0],
    ["in a directory", { asksReach: true, mode: "directory" as const }, {}, 10],
  ])("is one %s", async (_, values, understood, reachWaitMinutes) => {
    world.ctx.settings = { ...world.ctx.settings, reachWaitMinutes };
    const { caseId } = await complete(values, understood);
    expect((await row(caseId))?.reachBy).toBeNull();
  });

  test("is one whose client has said it before", async () => {
    const caseId = await world.addCase({ status: "triage", asksReach: true, triagedAt: null });
    await setReach(world.ctx, await clientOf(caseId), { channel: "email", address: "ana@example.org" });
    await completeTriage(world.ctx, { caseId, understanding: understood() });
    expect((await row(caseId))?.reachBy).toBeNull();
    expect(queued.map(({ name }) => name)).toContain("case.match");
  });
});

describe("what the talk asks", () => {
  test("is how to be reached, with the bound of the wait, until the client has said it", async () => {
    const { caseId, client } = await complete();
    const asked = await readAsks(world.ctx, client, caseId);
    const until = new Date(world.ctx.now().getTime() + 10 * MINUTE).toISOString();
    expect(asked).toMatchObject({ asksReach: true, waitsUntil: until, reach: null, danger: false, email: null });
    await setReach(world.ctx, client, { channel: "page" });
    expect(await readAsks(world.ctx, client, caseId)).toMatchObject({ asksReach: false, waitsUntil: null });
    await expect(readAsks(world.ctx, { ...client, userId: "usr_nobody" }, caseId)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is asked without a wait where it is urgent, and danger is known to the form", async () => {
    const { caseId, client } = await complete({}, { urgencyHours: 24, flags: ["violence"] });
    const asked = await readAsks(world.ctx, client, caseId);
    expect(asked).toMatchObject({ asksReach: true, waitsUntil: null, danger: true });
  });

  test("is not asked of a case of the API, nor once somebody has taken it", async () => {
    const { caseId, client } = await complete({ asksReach: false });
    expect(await readAsks(world.ctx, client, caseId)).toMatchObject({ asksReach: false });
    const taken = await complete();
    await database.db.update(cases).set({ status: "accepted" }).where(eq(cases.id, taken.caseId));
    expect(await readAsks(world.ctx, taken.client, taken.caseId)).toMatchObject({ asksReach: false, waitsUntil: null });
  });
});

async function complete(values: Partial<typeof cases.$inferInsert> = {}, more: Partial<Understanding> = {}) {
  const caseId = await world.addCase({ status: "triage", asksReach: true, triagedAt: null, ...values });
  const understanding = understood(more);
  await completeTriage(world.ctx, { caseId, understanding });
  return { caseId, understanding, client: await clientOf(caseId) };
}

function understood(more: Partial<Understanding> = {}): Understanding {
  const now = world.ctx.now();
  const { understanding } = openInterview({ vertical: "legal", locale: "pt-BR", now, zone: "America/Sao_Paulo" });
  return { ...understanding, area: "trabalho", uf: "SP", urgencyHours: 240, summary: "Não recebeu.", ...more };
}

async function clientOf(caseId: string) {
  const found = await row(caseId);
  return { kind: "person", userId: found?.clientId ?? "", role: "client", locale: "pt-BR" } as const;
}

async function row(caseId: string) {
  return (await database.db.select().from(cases).where(eq(cases.id, caseId)))[0];
}

async function offersOf(caseId: string) {
  return database.db.$count(offers, eq(offers.caseId, caseId));
}
