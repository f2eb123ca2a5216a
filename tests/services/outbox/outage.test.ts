// A database that goes away and comes back: no message is lost, none is parked, a wave is not stranded.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openDatabase as connect } from "../../../src/db/client.ts";
import { outboxRow } from "../../../src/db/outbox.ts";
import { audit, cases, offers, outbox, shortlists } from "../../../src/db/schema.ts";
import type { QueueMessage } from "../../../src/env.ts";
import { bury, consume } from "../../../src/queue.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { restartSearches } from "../../../src/services/offers/restart-searches.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { tickCase } from "../../../src/services/offers/tick-case.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let away: Server;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
  away = createServer((_request, response) => {
    response.statusCode = 503;
    response.end("upstream connect error");
  });
  await new Promise<void>((resolve) => away.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  away.close();
  connect({ url: database.url, httpEndpoint: database.endpoint, timeoutMs: 10_000 });
});

/** The same world, its database answering 503 until `back` is called. */
function outage(): { ctx: ServiceContext; back: () => void } {
  const port = (away.address() as AddressInfo).port;
  const db = connect({ url: database.url, httpEndpoint: `http://127.0.0.1:${port}/sql`, timeoutMs: 1000 });
  const back = () => void connect({ url: database.url, httpEndpoint: database.endpoint, timeoutMs: 10_000 });
  return { ctx: { ...world.ctx, db }, back };
}

interface Heard {
  acked: number;
  retried: number[];
}

function batchWith(ids: string[], heard: Heard): MessageBatch<QueueMessage> {
  const messages = ids.map((outboxId, index) => ({
    id: String(index),
    timestamp: new Date(0),
    attempts: 1,
    body: { outboxId, name: "case.match", traceId: "trc_test" },
    ack: () => {
      heard.acked++;
    },
    retry: (options?: { delaySeconds?: number }) => {
      heard.retried.push(options?.delaySeconds ?? 0);
    },
  }));
  return { queue: "vez-high", messages } as unknown as MessageBatch<QueueMessage>;
}

async function matchRow(): Promise<{ id: string; caseId: string }> {
  const caseId = await world.addCase();
  const row = outboxRow(
    "case.match",
    `case.match:${caseId}:1`,
    { caseId },
    { now: world.ctx.now(), traceId: "trc_test" },
  );
  await world.ctx.db.insert(outbox).values(row);
  return { id: row.id, caseId };
}

const rowOf = async (id: string) => (await world.ctx.db.select().from(outbox).where(eq(outbox.id, id)))[0];

describe("while the database is away", () => {
  test("messages are put off and not counted as tries, and are done when it is back", async () => {
    const { id, caseId } = await matchRow();
    const heard: Heard = { acked: 0, retried: [] };
    const { ctx, back } = outage();
    for (let i = 0; i < 20; i++) await consume(ctx, batchWith([id], heard));
    expect(heard.acked).toBe(0);
    expect(heard.retried).toHaveLength(20);
    for (const delay of heard.retried) expect(delay).toBeGreaterThan(0);
    back();
    expect(await rowOf(id)).toMatchObject({ status: "pending", attempts: 0 });
    await world.drain();
    expect(await rowOf(id)).toMatchObject({ status: "done" });
    expect(await world.ctx.db.$count(offers, eq(offers.caseId, caseId))).toBe(3);
  });

  test("what the platform gives up on stays pending for the relay", async () => {
    const { id } = await matchRow();
    const heard: Heard = { acked: 0, retried: [] };
    await bury(world.ctx, batchWith([id], heard));
    expect(heard.acked).toBe(1);
    expect(await rowOf(id)).toMatchObject({ status: "pending" });
  });

  test("a message that used up its own tries is parked", async () => {
    const { id } = await matchRow();
    await world.ctx.db.update(outbox).set({ attempts: 12 }).where(eq(outbox.id, id));
    await bury(world.ctx, batchWith([id], { acked: 0, retried: [] }));
    expect(await rowOf(id)).toMatchObject({ status: "dead", lastError: "queue_gave_up" });
  });
});

describe("a search", () => {
  test("whose people are all filled up in that moment leaves no empty wave behind", async () => {
    const caseId = await world.addCase();
    // Everyone is full as soon as the ranking has been made: the capacity that the lock sees is zero.
    await world.ctx.db.execute(sql`
      CREATE OR REPLACE FUNCTION fill_up() RETURNS trigger AS $$
      BEGIN UPDATE professionals SET capacidade_mensal = 0; RETURN NEW; END $$ LANGUAGE plpgsql`);
    await world.ctx.db.execute(
      sql`CREATE TRIGGER fill AFTER INSERT ON shortlists FOR EACH STATEMENT EXECUTE FUNCTION fill_up()`,
    );
    try {
      await sendWave(world.ctx, { caseId, wave: 1 });
    } finally {
      await world.ctx.db.execute(sql`DROP TRIGGER fill ON shortlists`);
    }
    const [row] = await world.ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const kept = await world.ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId));
    expect(await world.ctx.db.$count(audit, eq(audit.action, "wave.sent"))).toBe(0);
    // Rolled back to nothing by the trigger's own update, the next ranking finds nobody and says so.
    expect([row?.status, kept.length]).toEqual(["unmatched", 1]);
  });

  test("that was stranded is begun anew, once, and one that is under way is left alone", async () => {
    const stranded = await world.addCase();
    const waiting = await matchRow();
    world.advance(5 * 60_000);
    await world.ctx.db.execute(
      sql`UPDATE cases SET updated_at = ${new Date(world.ctx.now().getTime() - 300_000).toISOString()}::timestamptz`,
    );
    expect(await restartSearches(world.ctx)).toEqual({ restarted: 1 });
    expect(await restartSearches(world.ctx)).toEqual({ restarted: 0 });
    await world.drain();
    expect(await world.ctx.db.$count(offers, eq(offers.caseId, stranded))).toBe(3);
    expect(await world.ctx.db.$count(offers, eq(offers.caseId, waiting.caseId))).toBe(3);
  });

  test("writes its news in the batch of the change: a queue that is away loses none", async () => {
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    await world.drain();
    world.advance(19 * 3_600_000);
    const deaf = { ...world.ctx, enqueue: () => Promise.reject(new Error("killed here")) };
    await expect(tickCase(deaf, { caseId })).rejects.toThrow("killed here");
    expect(await world.ctx.db.$count(outbox, eq(outbox.name, "offer.remind"))).toBe(3);
    world.advance(6 * 3_600_000);
    await expect(tickCase(deaf, { caseId })).rejects.toThrow("killed here");
    expect(await world.ctx.db.$count(outbox, sql`${outbox.key} LIKE 'offer:%:expired'`)).toBe(3);
    expect(await world.ctx.db.$count(outbox, eq(outbox.name, "case.next_wave"))).toBe(1);
  });
});
