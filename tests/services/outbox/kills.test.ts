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
import { Mortal } from "../../support/mortal.ts";
import { ScriptedQueue } from "../../support/scripted-queue.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let realFetch: typeof neonConfig.fetchFunction;

const mortal = new Mortal();

beforeAll(async () => {
  database = await openDatabase();
  await database.reset();
  world = await makeWorld(database, { professionals: 0 });
  realFetch = neonConfig.fetchFunction;
  // After it was committed: of that its sender then never hears.
  neonConfig.fetchFunction = (url: string, init: unknown) => mortal.around(() => realFetch(url, init));
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
  const enqueue: ServiceContext["enqueue"] = (rows) => mortal.around(async () => queue.push(rows));
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
          await mortal.around(() =>
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
  const { batch, end } = made.queue.deliver(2, () => mortal.alive);
  const heard = batch.map((one) => ({
    ...one,
    ack: () => {
      mortal.point();
      one.ack();
    },
  }));
  await mortal.run(() => doMessages(made.ctx, heard, () => verb));
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
  while (!(await mortal.run(() => receiveEvents(made.ctx, "evolution", events))));
  const verb = verbOf(made, mostAtOnce);
  for (let round = 0; round < 100; round++) {
    while (made.queue.size > 0) {
      const before = made.queue.size;
      await consume(made, verb);
      if (made.queue.size >= before) world.advance(1000);
    }
    if ((await owed(id)) === 0) return made;
    world.advance(100_000);
    await mortal.run(() => relay(made.ctx, { atStart: false }));
  }
  throw new Error("it never comes to rest");
}

async function owed(id: string): Promise<number> {
  mortal.alive = true;
  const [paused] = [mortal.killAt];
  mortal.killAt = Number.POSITIVE_INFINITY;
  const at = mortal.points;
  const count = await world.ctx.db.$count(
    vendorEvents,
    and(like(vendorEvents.externalId, `${id}-%`), eq(vendorEvents.status, "pending")),
  );
  const messages = await world.ctx.db.$count(outbox, eq(outbox.status, "pending"));
  mortal.points = at;
  mortal.killAt = paused ?? Number.POSITIVE_INFINITY;
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
    mortal.killAt = Number.POSITIVE_INFINITY;
    mortal.points = 0;
    const calm = await story(`${prefix}calm`, lineOf("calm"), mostAtOnce);
    const all = mortal.points;
    expect(calm.calls).toBe(3);
    expect(all).toBeGreaterThan(15);
    for (let at = 0; at < all; at++) {
      const id = `${prefix}${at}`;
      mortal.points = 0;
      mortal.kills = 0;
      mortal.killAt = at;
      await story(id, lineOf(id), mostAtOnce);
      mortal.killAt = Number.POSITIVE_INFINITY;
      mortal.alive = true;
      const seen = await effects(id);
      if (line === null) seen.published?.sort();
      expect({ at, kills: mortal.kills, ...seen }).toEqual({ at, kills: 1, ...expected(id) });
    }
  }, 120_000);
});
