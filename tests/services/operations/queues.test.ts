// What operators see of the queues and do about dead messages: figures, one message, a change, a replay that is counted first.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import { audit, outbox } from "../../../src/db/schema.ts";
import { vendorFailure } from "../../../src/providers/vendor-failure.ts";
import { listOutbox } from "../../../src/services/operations/list-outbox.ts";
import { readMessageState } from "../../../src/services/operations/read-dead-message.ts";
import { readQueues } from "../../../src/services/operations/read-queues.ts";
import { replayDead } from "../../../src/services/operations/replay-dead.ts";
import { discardMessage, retryMessage } from "../../../src/services/operations/settle-dead-message.ts";
import { insertOutbox } from "../../../src/services/outbox/insert-outbox.ts";
import { insertedRows } from "../../../src/services/outbox/inserted-rows.ts";
import { markDead } from "../../../src/services/outbox/message-state.ts";
import { settleFailure } from "../../../src/services/outbox/settle-failure.ts";
import { sweepOutbox } from "../../../src/services/outbox/sweep-outbox.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { CLIENT, OPERATOR, type Scene, sceneOn } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;
let serial = 0;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
});

type Row = typeof outbox.$inferInsert;

async function add(change: Partial<Row> = {}): Promise<string> {
  const id = `out_${++serial}`;
  const at = new Date(scene.clock.now.getTime() - 60_000);
  const row = {
    id,
    lane: "high" as const,
    name: "contract.open",
    key: id,
    body: { offerId: "off_1" },
    traceId: "trc_1",
  };
  await database.db.insert(outbox).values({ ...row, availableAt: at, createdAt: at, ...change });
  return id;
}

const dead = (change: Partial<Row> = {}) => add({ status: "dead", lastError: "not_found", attempts: 3, ...change });
const stateOf = async (id: string) => (await database.db.select().from(outbox).where(eq(outbox.id, id)))[0];

test("the lanes say how much waits, for how long and how fast it goes; the dead stand by reason", async () => {
  const { now } = scene.clock;
  await add({ availableAt: new Date(now.getTime() - 300_000) });
  await add({ attempts: 2 });
  await add({ availableAt: new Date(now.getTime() + 3_600_000) });
  for (const ago of [1, 2, 400]) await add({ status: "done", doneAt: new Date(now.getTime() - ago * 1000) });
  await dead();
  await dead();
  await dead({ lastError: "vendor_refused" });
  const { lanes, groups } = await readQueues(scene.ctx, OPERATOR);
  expect(lanes).toEqual([
    { lane: "high", depth: 3, scheduled: 1, failing: 1, oldest_seconds: 300, done_per_minute: 0.4 },
    { lane: "low", depth: 0, scheduled: 0, failing: 0, oldest_seconds: null, done_per_minute: 0 },
  ]);
  expect(groups.filter(({ status }) => status === "dead")).toMatchObject([
    { name: "contract.open", error: "not_found", count: 2 },
    { name: "contract.open", error: "vendor_refused", count: 1 },
  ]);
  await expect(readQueues(scene.ctx, CLIENT)).rejects.toMatchObject({ code: "not_found" });
});

describe("a dead message", () => {
  test("shows what it is about and not what people wrote, and what was done to it", async () => {
    const body = { userId: "usr_1", kind: "offer_new", params: { offer_id: "off_1" }, text: "Maria, 11 98765-4321" };
    const id = await dead({ name: "person.notify", body });
    await retryMessage(scene.ctx, OPERATOR, id);
    const message = await readMessageState(scene.ctx, OPERATOR, id);
    expect(message.body).toEqual({ userId: "usr_1", kind: "offer_new", params: "…", text: "…" });
    expect(message.editable.toSorted()).toEqual(["kind", "userId"]);
    expect(message.acts).toMatchObject([{ action: "message.retried" }]);
    expect(JSON.stringify([message, await listOutbox(scene.ctx, OPERATOR)])).not.toContain("98765");
    await expect(readMessageState(scene.ctx, CLIENT, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(readMessageState(scene.ctx, OPERATOR, "out_none")).rejects.toMatchObject({ code: "not_found" });
  });

  test("is changed in a field that is shown and sent again; the audit names the field alone", async () => {
    const id = await dead();
    await retryMessage(scene.ctx, OPERATOR, id, { changes: { offerId: " off_2 " } });
    expect(await stateOf(id)).toMatchObject({ status: "pending", attempts: 0, body: { offerId: "off_2" } });
    expect(await database.db.select().from(audit)).toMatchObject([
      { action: "message.edited", subject: id, detail: { fields: ["offerId"] } },
    ]);
  });

  test("is not changed where nothing is shown, nor into what nobody would take", async () => {
    const publish = { conversationId: "cnv_1", events: [{ type: "message", data: {}, key: "k" }] };
    const id = await dead({ name: "conversation.publish", body: publish });
    const wave = await dead({ name: "case.next_wave", body: { caseId: "cas_1", afterWave: 1 } });
    const unknown = await dead({ name: "of.tomorrow", body: { caseId: "cas_1" } });
    const change = (one: string, changes: Record<string, string>) =>
      retryMessage(scene.ctx, OPERATOR, one, { changes }).then(
        () => "done",
        (error: { code: string }) => error.code,
      );
    expect(await change(id, { events: "[]" })).toBe("invalid_input");
    expect(await change(id, { added: "x" })).toBe("invalid_input");
    expect(await change(wave, { afterWave: "soon" })).toBe("invalid_input");
    expect(await change(unknown, { caseId: "cas_2" })).toBe("message_unreadable");
    expect(await change(wave, { afterWave: "2" })).toBe("done");
    expect((await stateOf(wave))?.body).toEqual({ caseId: "cas_1", afterWave: 2 });
    expect((await stateOf(id))?.status).toBe("dead");
  });

  test("that dies again is told again, each death once", async () => {
    const id = await add();
    const news = async () =>
      (await database.db.select().from(outbox)).filter(({ name }) => name === "operators.notify");
    const row = { id, name: "contract.open" };
    await markDead(scene.ctx, row, "not_found");
    await markDead(scene.ctx, row, "not_found");
    expect(await news()).toHaveLength(1);
    await retryMessage(scene.ctx, OPERATOR, id);
    scene.clock.now = new Date(scene.clock.now.getTime() + 60_000);
    await markDead(scene.ctx, row, "not_found");
    expect(await news()).toHaveLength(2);
    await discardMessage(scene.ctx, OPERATOR, id);
  });
});

test.each([
  ["sent again", (id: string) => retryMessage(scene.ctx, OPERATOR, id)],
  ["replayed", () => replayDead(scene.ctx, OPERATOR, { dry_run: false })],
])("a message that is %s after days waits a whole day for its vendor once more", async (_how, again) => {
  const twoDaysAgo = new Date(scene.clock.now.getTime() - 2 * 86_400_000);
  const id = await add({ attempts: 2000, createdAt: twoDaysAgo, waitsSince: twoDaysAgo });
  const fail = async () => {
    const row = await stateOf(id);
    if (row !== undefined) await settleFailure(scene.ctx, row, vendorFailure("error", "slack: status 500"));
    return (await stateOf(id))?.status;
  };
  expect(await fail()).toBe("dead");
  await again(id);
  for (let tries = 0; tries < 13; tries++) expect(await fail()).toBe("pending");
  scene.clock.now = new Date(scene.clock.now.getTime() + 86_400_000);
  expect(await fail()).toBe("dead");
});

describe("a replay", () => {
  const send = (input: { name?: string; error?: string; until?: string }, dry_run = false) =>
    replayDead(scene.ctx, OPERATOR, { ...input, dry_run });

  test("is counted first, which changes nothing, and a second one has no effect", async () => {
    const ids = [await dead(), await dead()];
    await dead({ lastError: "vendor_refused" });
    const which = { name: "contract.open", error: "not_found" };
    const counted = await send(which, true);
    expect(counted).toMatchObject({ found: 2, replayed: 0, dry_run: true });
    expect(scene.queued).toEqual([]);
    expect(await send({ ...which, until: counted.until })).toMatchObject({ found: 2, replayed: 2 });
    expect(await send({ ...which, until: counted.until })).toMatchObject({ found: 0, replayed: 0 });
    expect(scene.queued.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(await database.db.select().from(audit)).toMatchObject([{ action: "messages.replayed" }]);
  });

  test("takes nothing that was not counted, nor more than a statement can bear", async () => {
    await dead();
    const { until } = await send({}, true);
    await dead({ createdAt: new Date(scene.clock.now.getTime() + 1000) });
    expect(await send({ until })).toMatchObject({ replayed: 1 });
    const many = Array.from({ length: 501 }, (_, i): Row => {
      const at = scene.clock.now;
      const row = { lane: "low" as const, name: "case.compare", body: { caseId: "cas_1" }, traceId: "trc_1" };
      return { ...row, id: `out_m${i}`, key: `m${i}`, status: "dead", availableAt: at, createdAt: at };
    });
    await database.db.insert(outbox).values(many);
    expect(await send({ name: "case.compare" })).toMatchObject({ found: 501, replayed: 500 });
    expect(await send({ name: "case.compare" })).toMatchObject({ found: 1, replayed: 1 });
  });

  test("takes nothing that died after the count, also where it was made, or had died once, before", async () => {
    const [counted, waiting, again] = [await add(), await add(), await add()];
    const dies = (id: string) => markDead(scene.ctx, { id, name: "contract.open" }, "not_found");
    await dies(counted);
    await dies(again);
    const { until, found } = await send({}, true);
    expect(found).toBe(2);
    scene.clock.now = new Date(scene.clock.now.getTime() + 1000);
    await dies(waiting);
    await retryMessage(scene.ctx, OPERATOR, again);
    await dies(again);
    expect(await send({ until }, true)).toMatchObject({ found: 1 });
    expect(await send({ until })).toMatchObject({ found: 1, replayed: 1 });
    expect((await stateOf(counted))?.status).toBe("pending");
    for (const id of [waiting, again]) expect((await stateOf(id))?.status).toBe("dead");
    expect(await send({}, true)).toMatchObject({ found: 2 });
  });

  test("twice at once sends each message once", async () => {
    for (let i = 0; i < 5; i++) await dead();
    const outcomes = await Promise.all([send({}), send({}), send({})]);
    expect(outcomes.reduce((sum, { replayed }) => sum + replayed, 0)).toBe(5);
    expect(scene.queued).toHaveLength(5);
  });

  test("that is killed right after its batch has resolved its incidents already; what another sent again it does not touch", async () => {
    scene.ctx.team = { ...scene.ctx.team, pager: { trigger: async () => undefined, resolve: async () => undefined } };
    const [mine, others] = [await dead(), await add()];
    const killed = { ...scene.ctx, enqueue: () => Promise.reject(new Error("killed")) };
    await expect(replayDead(killed, OPERATOR, { dry_run: false })).rejects.toThrow("killed");
    const pages = (await database.db.select().from(outbox)).filter(({ name }) => name === "team.page");
    expect(pages.map(({ body, status }) => [body, status])).toEqual([
      [{ action: "resolve", subject: `dead:${mine}` }, "pending"],
    ]);
    expect((await stateOf(others))?.queuedAt).toBeNull();
    expect((await stateOf(mine))?.status).toBe("pending");
  });
});

test("a month after it was done a message has said nothing; what waits or is parked keeps its words, and a key does its work", async () => {
  const { now } = scene.clock;
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const old = await add({ key: "k1", status: "done", doneAt: ago(31), createdAt: ago(31) });
  const kept = [
    await add({ status: "done", doneAt: ago(29), createdAt: ago(40) }),
    await add({ createdAt: ago(40) }),
    await dead({ createdAt: ago(40) }),
  ];
  expect(await sweepOutbox(scene.ctx)).toEqual({ emptied: 1 });
  expect(await sweepOutbox(scene.ctx)).toEqual({ emptied: 0 });
  expect(await stateOf(old)).toMatchObject({ key: "k1", status: "done", body: {} });
  for (const id of kept) expect((await stateOf(id))?.body).toEqual({ offerId: "off_1" });
  const again = outboxRow("contract.open", "k1", { offerId: "off_1" }, { now, traceId: "trc_1" });
  expect(insertedRows(await database.db.execute(insertOutbox([again])))).toEqual([]);
  expect(await readMessageState(scene.ctx, OPERATOR, old)).toMatchObject({ body: {}, editable: [] });
  const many = Array.from({ length: 1001 }, (_, i): Row => {
    const row = { id: `out_s${i}`, key: `s${i}`, lane: "low" as const, name: "case.compare", traceId: "trc_1" };
    return { ...row, body: { caseId: "c" }, status: "done", availableAt: ago(40), createdAt: ago(40), doneAt: ago(40) };
  });
  await database.db.insert(outbox).values(many);
  expect(await sweepOutbox(scene.ctx)).toEqual({ emptied: 1001 });
});
