// How one delivery is done: lines in order across deliveries, many in one call, poison alone, nothing early, nothing unreadable lost.
import { and, asc, eq, lt, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { VezError } from "../../../src/base/errors.ts";
import { outboxRow } from "../../../src/db/outbox.ts";
import { outbox } from "../../../src/db/schema.ts";
import { Circuit, isOpenCircuit } from "../../../src/providers/circuit.ts";
import { vendorFailure } from "../../../src/providers/vendor-failure.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { type CheckedVerb, doMessages } from "../../../src/services/outbox/do-messages.ts";
import { relay } from "../../../src/services/outbox/relay.ts";
import { CLAIM_MS, claimTasks } from "../../../src/services/outbox/tasks.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { ScriptedQueue } from "../../support/scripted-queue.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let ctx: ServiceContext;
let queue: ScriptedQueue;
/** Bodies in the order in which the verb was given them. */
let heard: string[];
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 0 });
  queue = new ScriptedQueue(() => world.ctx.now().getTime());
  ctx = { ...world.ctx, enqueue: async (rows) => queue.push(rows.filter(({ name }) => name === "vendor.event")) };
  heard = [];
});

interface Made {
  line?: string;
  availableAt?: Date;
  lane?: "high" | "low";
}

let serial = 0;
const rowOf = (eventId: string, made: Made = {}) =>
  outboxRow("vendor.event", `k${++serial}`, { eventId }, { now: ctx.now(), traceId: "trc_own", ...made });

async function add(eventId: string, made: Made = {}): Promise<string> {
  const row = rowOf(eventId, made);
  await ctx.db.insert(outbox).values(row);
  return row.id;
}

const eventOf = (body: unknown) => (body as { eventId: string }).eventId;

/** One at a time; throws what `fails` says of a body. */
function verb(fails: (eventId: string) => unknown = () => null, mostAtOnce = 1): CheckedVerb {
  return {
    mostAtOnce,
    run: async (_ctx, items) =>
      items.map(({ id, body }) => {
        heard.push(eventOf(body));
        const error = fails(eventOf(body));
        if (error !== null && mostAtOnce === 1) throw error;
        return { id, error };
      }),
  };
}

async function work(one: CheckedVerb = verb(), most = 100): Promise<void> {
  const { batch, end } = queue.deliver(most);
  await doMessages(ctx, batch, () => one);
  end();
}

/** Until the queue is empty, the clock going on as far as needed. */
async function settle(one: CheckedVerb = verb(), most = 100): Promise<void> {
  for (let round = 0; queue.size > 0; round++) {
    if (round > 3000) throw new Error("the queue does not come to rest");
    await work(one, most);
    world.advance(1000);
  }
}

const states = async () =>
  Object.fromEntries(
    (await ctx.db.select().from(outbox).where(eq(outbox.name, "vendor.event")).orderBy(asc(outbox.id))).map(
      ({ body, status, attempts, lastError }) => [eventOf(body), [status, attempts, lastError]],
    ),
  );

const boom = () => new Error("a defect");

describe("a line", () => {
  test("is done in the order in which it was made, however it is delivered", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 8; i++) ids.push(await add(`a${i}`, { line: "a" }), await add(`b${i}`, { line: "b" }));
    queue.push(ids.map((id) => ({ id })).toReversed());
    queue.push(ids.map((id) => ({ id })));
    await settle(verb(), 3);
    expect(heard.filter((one) => one.startsWith("a"))).toEqual(["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"]);
    expect(heard.filter((one) => one.startsWith("b"))).toEqual(["b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7"]);
  });

  test("that takes longer than a claim is not begun by another meanwhile", async () => {
    const ids: string[] = [];
    for (const one of ["1", "2", "3", "4", "5"]) ids.push(await add(one, { line: "a" }));
    queue.push(ids.map((id) => ({ id })));
    let othersClaims = 0;
    const slow: CheckedVerb = {
      mostAtOnce: 1,
      run: async (_ctx, items) => {
        heard.push(...items.map(({ body }) => eventOf(body)));
        world.advance(CLAIM_MS / 3 + 1000);
        const brought = ids.map((outboxId) => ({
          outboxId,
          attempts: 1,
          ack: () => undefined,
          retry: () => undefined,
        }));
        othersClaims += (await claimTasks(ctx, brought)).mine.length;
        return items.map(({ id }) => ({ id, error: null }));
      },
    };
    await work(slow);
    expect([heard, othersClaims]).toEqual([["1", "2", "3", "4", "5"], 0]);
  });

  test("is not overtaken by what another has in hand, and goes on at once when that is done", async () => {
    const [first, second] = [await add("1", { line: "a" }), await add("2", { line: "a" })];
    queue.push([{ id: second }]);
    await work();
    expect(heard).toEqual([]);
    queue.push([{ id: first }]);
    const before = ctx.now();
    await work();
    await work();
    expect([heard, ctx.now()]).toEqual([["1", "2"], before]);
  });

  test("waits for one that will be tried again, and passes a defect after four tries", async () => {
    const ids = [];
    for (const name of ["bad", "2", "3"]) ids.push({ id: await add(name, { line: "a" }) });
    queue.push(ids);
    await settle(verb((one) => (one === "bad" ? boom() : null)));
    expect(heard).toEqual(["bad", "bad", "bad", "bad", "2", "3"]);
    expect(await states()).toMatchObject({ bad: ["dead", 3, "defect"], 2: ["done", 0, null], 3: ["done", 0, null] });
  });

  test("waits for a vendor that is away as long as that takes, and keeps its order", async () => {
    const ids = [];
    for (const name of ["1", "2"]) ids.push({ id: await add(name, { line: "a" }) });
    queue.push(ids);
    const isAway = () => heard.length < 40;
    await settle(verb(() => (isAway() ? vendorFailure("open_circuit", "chatwoot: open") : null)));
    expect(heard.slice(-2)).toEqual(["1", "2"]);
    expect(new Set(heard.slice(0, -2))).toEqual(new Set(["1"]));
    expect(await states()).toMatchObject({ 1: ["done", 39, null], 2: ["done", 0, null] });
  });

  test("is handed on by the relay from its first row, what a person waits for first", async () => {
    for (const name of ["1", "2"]) await add(name, { line: "a" });
    for (let i = 0; i < 500; i += 100)
      await ctx.db.insert(outbox).values(Array.from({ length: 100 }, () => rowOf("low")));
    world.advance(1000);
    await add("high", { lane: "high" });
    world.advance(120_000);
    expect(await relay(ctx, { atStart: false })).toBe(500);
    expect(await relay(ctx, { atStart: false })).toBe(2);
    const high = ctx.db.$count(outbox, and(eq(outbox.lane, "high"), lt(outbox.queuedAt, ctx.now())));
    expect(await high).toBe(0);
    await settle();
    expect(heard.filter((one) => one !== "low").toSorted()).toEqual(["1", "2", "high"]);
    expect(heard.indexOf("1")).toBeLessThan(heard.indexOf("2"));
  });
});

describe("a verb that takes many", () => {
  test("gets them in one call, and what fails of them fails alone", async () => {
    const ids = [];
    for (const name of ["1", "bad", "3"]) ids.push({ id: await add(name) });
    queue.push(ids);
    const calls: number[] = [];
    const many = verb((one) => (one === "bad" ? new VezError("no", { status: 422, detail: "No." }) : null), 10);
    const run: CheckedVerb["run"] = (own, items) => {
      calls.push(items.length);
      return many.run(own, items);
    };
    await work({ mostAtOnce: 10, run });
    expect(calls).toEqual([3]);
    expect(await states()).toMatchObject({ 1: ["done", 0, null], bad: ["dead", 0, "no"], 3: ["done", 0, null] });
  });

  test("that one of them poisons is called for each, and the others are done", async () => {
    const ids = [];
    for (const name of ["1", "bad", "3"]) ids.push({ id: await add(name) });
    queue.push(ids);
    const run: CheckedVerb["run"] = async (_ctx, items) => {
      if (items.some(({ body }) => eventOf(body) === "bad")) throw boom();
      heard.push(...items.map(({ body }) => eventOf(body)));
      return items.map(({ id }) => ({ id, error: null }));
    };
    await work({ mostAtOnce: 10, run });
    expect(heard.toSorted()).toEqual(["1", "3"]);
    expect(await states()).toMatchObject({ 1: ["done", 0, null], bad: ["pending", 1, "defect"], 3: ["done", 0, null] });
  });

  test("whose vendor is away is called once, and all of them wait", async () => {
    const ids = [];
    for (const name of ["1", "2", "3"]) ids.push({ id: await add(name) });
    queue.push(ids);
    let calls = 0;
    const run: CheckedVerb["run"] = async () => {
      calls++;
      throw vendorFailure("timeout", "sendgrid: no answer in time");
    };
    await work({ mostAtOnce: 10, run });
    expect(calls).toBe(1);
    expect(Object.values(await states())).toEqual(Array(3).fill(["pending", 1, "vendor_timeout"]));
  });

  test("has not done what it gives no outcome for", async () => {
    queue.push([{ id: await add("1") }]);
    await work({ mostAtOnce: 10, run: async () => [] });
    expect(await states()).toMatchObject({ 1: ["pending", 1, "defect"] });
  });
});

describe("a row", () => {
  test("is done once though it comes twice in one delivery", async () => {
    const id = await add("1");
    queue.push([{ id }, { id }]);
    await work();
    expect([heard, queue.size]).toEqual([["1"], 0]);
  });

  test("that another has claimed waits until that claim ends", async () => {
    const id = await add("1");
    const lost = queue.deliver(0).batch;
    expect((await claimTasks(ctx, [...lost, nobody(id)])).mine).toHaveLength(1);
    queue.push([{ id }]);
    await work();
    expect(heard).toEqual([]);
    world.advance(CLAIM_MS + 1000);
    await work();
    expect([heard, queue.size]).toEqual([["1"], 0]);
  });

  test("whose moment has not come is not done early: soon by its message, later by the relay", async () => {
    const at = (ms: number) => new Date(ctx.now().getTime() + ms);
    queue.push([{ id: await add("soon", { availableAt: at(20_000) }) }]);
    queue.push([{ id: await add("later", { availableAt: at(3_600_000) }) }]);
    await work();
    expect([heard, queue.size]).toEqual([[], 1]);
    world.advance(20_000);
    await work();
    expect([heard, queue.size]).toEqual([["soon"], 0]);
    expect(await relay(ctx, { atStart: false })).toBe(0);
    world.advance(3_600_000);
    expect(await relay(ctx, { atStart: false })).toBe(1);
    await work();
    expect(heard).toEqual(["soon", "later"]);
  });

  test.each([
    ["of a version that nobody reads", { version: 2 }],
    ["of a name that nobody knows", { name: "vendor.novelty" }],
    ["whose body does not fit", { body: { eventId: 7 } }],
  ])("%s is parked with all that it says", async (_what, change) => {
    const id = await add("1");
    await ctx.db.update(outbox).set(change).where(eq(outbox.id, id));
    queue.push([{ id }, { id: await add("2") }]);
    await work();
    const [row] = await ctx.db.select().from(outbox).where(eq(outbox.id, id));
    expect(row).toMatchObject({ status: "dead", lastError: "message_unreadable", ...change });
    expect(heard).toEqual(["2"]);
  });

  test.each([
    ["team.page", { action: "resolve", subject: "s" }],
    ["contract.execute", { contractId: "ctr_1" }],
  ] as const)("whose vendor hangs holds up no other: %s", async (name, body) => {
    const slow = {
      ...outboxRow("team.page", "slow", { action: "resolve", subject: "s" }, { now: ctx.now(), traceId: "trc_own" }),
      name,
      body,
    };
    await ctx.db.insert(outbox).values(slow);
    queue.push([{ id: slow.id }, { id: await add("quick") }]);
    const answers = Promise.withResolvers<void>();
    const order: string[] = [];
    const hangs: CheckedVerb = {
      mostAtOnce: 1,
      run: async (_ctx, items) => {
        await answers.promise;
        order.push("slow");
        return items.map(({ id }) => ({ id, error: null }));
      },
    };
    const quick: CheckedVerb = {
      mostAtOnce: 1,
      run: async (_ctx, items) => {
        order.push("quick");
        answers.resolve();
        return items.map(({ id }) => ({ id, error: null }));
      },
    };
    const { batch } = queue.deliver(10);
    await doMessages(ctx, batch, (which) => (which === name ? hangs : quick));
    expect(order).toEqual(["quick", "slow"]);
  });

  test("gives its trace to what follows from it", async () => {
    queue.push([{ id: await add("1") }]);
    let seen = "";
    const run: CheckedVerb["run"] = async (own, items) => {
      seen = own.traceId;
      return items.map(({ id }) => ({ id, error: null }));
    };
    await work({ mostAtOnce: 1, run });
    expect(seen).toBe("trc_own");
  });

  test("that fails by itself is tried twelve times over an hour or more, then parked with a notice", async () => {
    queue.push([{ id: await add("bad") }]);
    const startedAt = ctx.now().getTime();
    for (let round = 0; round < 12; round++) {
      world.advance(3_700_000);
      await relay(ctx, { atStart: false });
      await work(verb(boom));
    }
    expect(await states()).toMatchObject({ bad: ["dead", 11, "defect"] });
    expect(ctx.now().getTime()).toBeGreaterThan(startedAt);
    expect(await ctx.db.$count(outbox, eq(outbox.name, "operators.notify"))).toBe(1);
  });

  test("is with its vendor within half a minute of the vendor's return", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      for (const awaySeconds of [31, 38, 45, 52]) {
        const circuit = new Circuit({ isOutage: () => true, askedToWaitMs: () => null });
        const backAtMs = ctx.now().getTime() + awaySeconds * 1000;
        const vendor = async () => {
          if (ctx.now().getTime() < backAtMs) throw vendorFailure("error", "slack: status 503");
        };
        const run: CheckedVerb["run"] = async (_ctx, items) => {
          await circuit.run(vendor).catch((error: unknown) => {
            throw isOpenCircuit(error) ? vendorFailure("open_circuit", "slack: open") : error;
          });
          return items.map(({ id }) => ({ id, error: null }));
        };
        queue.push([{ id: await add(`first${awaySeconds}`) }, { id: await add(`second${awaySeconds}`) }]);
        while (queue.size > 0) {
          vi.setSystemTime(ctx.now());
          await work({ mostAtOnce: 1, run });
          world.advance(1000);
        }
        expect(ctx.now().getTime() - backAtMs).toBeLessThan(30_000);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    ["held until its hour", (): Made => ({ availableAt: new Date(ctx.now().getTime() + 30 * 3_600_000) })],
    ["behind another in its line", (): Made => ({ line: "a" })],
  ])("%s waits its whole day for its vendor from then on, and comes often at first", async (_why, made) => {
    if (made().availableAt === undefined) await add("first", { line: "a" });
    const id = await add("held", made());
    world.advance(30 * 3_600_000);
    await ctx.db.delete(outbox).where(sql`${outbox.body}->>'eventId' = 'first'`);
    const away = verb(() => vendorFailure("error", "slack: status 500"));
    for (let tries = 0; tries < 15; tries++) {
      await relay(ctx, { atStart: true });
      await work(away);
      const [row] = await ctx.db.select().from(outbox).where(eq(outbox.id, id));
      expect(row).toMatchObject({ status: "pending", attempts: tries + 1 });
      expect((row?.availableAt.getTime() ?? 0) - ctx.now().getTime()).toBeLessThanOrEqual(12_000);
      world.advance(13_000);
    }
  });

  test("waits a day for a vendor that is away, then it is parked", async () => {
    queue.push([{ id: await add("1") }]);
    const away = verb(() => vendorFailure("error", "slack: status 500"));
    for (let hour = 0; hour < 23; hour++) {
      world.advance(3_600_000);
      await relay(ctx, { atStart: false });
      await work(away);
    }
    expect(await states()).toMatchObject({ 1: ["pending", 23, "vendor_error"] });
    world.advance(2 * 3_600_000);
    await relay(ctx, { atStart: false });
    await work(away);
    expect(await states()).toMatchObject({ 1: ["dead", 23, "vendor_error"] });
  });

  test("is not parked for the page of a gateway that comes back after many tries", async () => {
    queue.push([{ id: await add("1") }]);
    for (let minute = 0; minute < 20; minute++) {
      world.advance(60_000);
      await relay(ctx, { atStart: false });
      await work(verb(() => vendorFailure("error", "slack: status 500")));
    }
    world.advance(60_000);
    await relay(ctx, { atStart: false });
    await work(verb(() => vendorFailure("invalid_answer", "slack: the answer is not JSON")));
    expect(await states()).toMatchObject({ 1: ["pending", 21, "vendor_invalid_answer"] });
  });
});

/** A delivery whose consumer was killed. */
function nobody(outboxId: string) {
  return { outboxId, attempts: 1, ack: () => undefined, retry: () => undefined };
}
