// A kill at every single point between a webhook and the last acknowledgement: nothing is lost, nothing happens twice, a line keeps its order.
import { neonConfig } from "@neondatabase/serverless";
import { and, asc, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, outbox, vendorEvents } from "../../../src/db/schema.ts";
import type { InboundEvent } from "../../../src/domain/inbound/vendor-webhook.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { handleEvent } from "../../../src/services/inbound/handle-event.ts";
import { receiveEvents } from "../../../src/services/inbound/receive-events.ts";
import { type CheckedVerb, doMessages } from "../../../src/services/outbox/do-messages.ts";
import { relay } from "../../../src/services/outbox/relay.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { ScriptedQueue } from "../../support/scripted-queue.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let realFetch: typeof neonConfig.fetchFunction;

/** The one process that lives at a time: it dies at the point whose number is `killAt`, and is deaf and dumb from then on. */
let points = 0;
let killAt = Number.POSITIVE_INFINITY;
let alive = true;
let kills = 0;

function point(): void {
  if (alive && points++ === killAt) {
    alive = false;
    kills++;
  }
  if (!alive) throw new TypeError("killed");
}

/** After what was done and before whatever comes next is one moment: one point stands for both. */
async function around<T>(work: () => Promise<T>): Promise<T> {
  if (!alive) throw new TypeError("killed");
  const result = await work();
  point();
  return result;
}

/** A process from its start to its end, or its death. */
async function process(work: () => Promise<unknown>): Promise<boolean> {
  alive = true;
  return work().then(
    () => alive,
    (error: unknown) => {
      if (alive) throw error;
      return false;
    },
  );
}

beforeAll(async () => {
  database = await openDatabase();
  await database.reset();
  world = await makeWorld(database, { professionals: 0 });
  realFetch = neonConfig.fetchFunction;
  // After it was committed: of that its sender then never hears.
  neonConfig.fetchFunction = (url: string, init: unknown) => around(() => realFetch(url, init));
});
afterAll(async () => {
  neonConfig.fetchFunction = realFetch;
  await database.close();
});

interface Run {
  id: string;
  ctx: ServiceContext;
  queue: ScriptedQueue;
  /** How often the handler was called. */
  calls: number;
}

function run(id: string): Run {
  const queue = new ScriptedQueue(() => world.ctx.now().getTime());
  const enqueue: ServiceContext["enqueue"] = (rows) => around(async () => queue.push(rows));
  const made: Run = { id, queue, calls: 0, ctx: { ...world.ctx, enqueue } };
  return made;
}

/** Two effects: one in the database, one outside of it; both know a key, as every effect of the house. */
function verbOf(made: Run, mostAtOnce: number): CheckedVerb {
  const handle = async (own: ServiceContext, eventId: string) => {
    await handleEvent(
      own,
      { eventId },
      {
        evolution: async (ctx, { externalId }) => {
          made.calls++;
          await around(() =>
            ctx.conversation(`cnv_${made.id}`).publish([{ type: "message", data: {}, key: externalId }]),
          );
          const row = { id: `aud_${externalId}`, actor: "system", action: "done", subject: made.id, at: ctx.now() };
          await ctx.db.insert(audit).values(row).onConflictDoNothing();
          return "handled";
        },
      },
    );
  };
  return {
    mostAtOnce,
    run: async (own, items) => {
      for (const { body } of items) await handle(own, (body as { eventId: string }).eventId);
      return items.map(({ id }) => ({ id, error: null }));
    },
  };
}

async function consume(made: Run, verb: CheckedVerb): Promise<void> {
  const { batch, end } = made.queue.deliver(2, () => alive);
  const heard = batch.map((one) => ({
    ...one,
    ack: () => {
      point();
      one.ack();
    },
  }));
  await process(() => doMessages(made.ctx, heard, () => verb));
  end();
}

/** The webhook until the vendor hears 200, then the queue and the relay until nothing is owed. */
async function story(id: string, line: string | null, mostAtOnce: number): Promise<Run> {
  const made = run(id);
  const events: InboundEvent[] = ["1", "2", "3"].map((name) => ({
    id: `${id}-${name}`,
    type: "message",
    body: { words: "Olá" },
    line,
  }));
  while (!(await process(() => receiveEvents(made.ctx, "evolution", events))));
  const verb = verbOf(made, mostAtOnce);
  for (let round = 0; round < 100; round++) {
    while (made.queue.size > 0) {
      const before = made.queue.size;
      await consume(made, verb);
      if (made.queue.size >= before) world.advance(1000);
    }
    if ((await owed(id)) === 0) return made;
    world.advance(100_000);
    await process(() => relay(made.ctx, { atStart: false }));
  }
  throw new Error("it never comes to rest");
}

async function owed(id: string): Promise<number> {
  alive = true;
  const [paused] = [killAt];
  killAt = Number.POSITIVE_INFINITY;
  const at = points;
  const count = await world.ctx.db.$count(
    vendorEvents,
    and(like(vendorEvents.externalId, `${id}-%`), eq(vendorEvents.status, "pending")),
  );
  const messages = await world.ctx.db.$count(outbox, eq(outbox.status, "pending"));
  points = at;
  killAt = paused ?? Number.POSITIVE_INFINITY;
  return count + messages;
}

async function effects(id: string) {
  const done = await world.ctx.db.select().from(audit).where(eq(audit.subject, id)).orderBy(asc(audit.id));
  const events = await world.ctx.db
    .select()
    .from(vendorEvents)
    .where(like(vendorEvents.externalId, `${id}-%`));
  return {
    published: world.published.get(`cnv_${id}`)?.map(({ key }) => key),
    done: done.map((row) => row.id),
    events: events.map(({ status, body }) => [status, body]),
    dead: await world.ctx.db.$count(outbox, eq(outbox.status, "dead")),
  };
}

const expected = (id: string) => ({
  published: [`${id}-1`, `${id}-2`, `${id}-3`],
  done: [`aud_${id}-1`, `aud_${id}-2`, `aud_${id}-3`],
  events: Array(3).fill(["handled", {}]),
  dead: 0,
});

describe.each([
  { what: "messages of one line", line: "conversation:1", mostAtOnce: 1 },
  { what: "messages that one call takes", line: null, mostAtOnce: 10 },
])("$what", ({ line, mostAtOnce }) => {
  test("survive a kill at every point from the webhook to the last acknowledgement", async () => {
    const prefix = line === null ? "call" : "line";
    const lineOf = (id: string) => (line === null ? null : `${line}:${id}`);
    killAt = Number.POSITIVE_INFINITY;
    points = 0;
    const calm = await story(`${prefix}calm`, lineOf("calm"), mostAtOnce);
    const all = points;
    expect(calm.calls).toBe(3);
    expect(all).toBeGreaterThan(15);
    for (let at = 0; at < all; at++) {
      const id = `${prefix}${at}`;
      points = 0;
      kills = 0;
      killAt = at;
      await story(id, lineOf(id), mostAtOnce);
      killAt = Number.POSITIVE_INFINITY;
      alive = true;
      const seen = await effects(id);
      if (line === null) seen.published?.sort();
      expect({ at, kills, ...seen }).toEqual({ at, kills: 1, ...expected(id) });
    }
  }, 120_000);
});
