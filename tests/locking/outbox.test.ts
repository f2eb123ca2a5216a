// Several consumers and relays at once on a real PostgreSQL: every row is done by one of them, and a line by one after another.
import { eq, inArray } from "drizzle-orm";
import { beforeAll, beforeEach, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { outboxRow } from "../../src/db/outbox.ts";
import { outbox } from "../../src/db/schema.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { type CheckedVerb, doMessages } from "../../src/services/outbox/do-messages.ts";
import { relay } from "../../src/services/outbox/relay.ts";
import { sceneOn } from "../services/contracts/scene.ts";
import { ScriptedQueue } from "../support/scripted-queue.ts";

let db: Database;
let ctx: ServiceContext;
let queue: ScriptedQueue;
let now = new Date("2026-11-20T12:00:00Z");
beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
});
beforeEach(async () => {
  await db.delete(outbox);
  queue = new ScriptedQueue(() => now.getTime());
  const enqueue: ServiceContext["enqueue"] = async (rows) => queue.push(rows);
  ctx = { ...sceneOn(db).ctx, now: () => now, enqueue };
});

/** `count` rows of each line, and as many without one. */
async function add(lines: readonly string[], count: number): Promise<string[]> {
  const made = { now, traceId: "trc_test" };
  const rows = [...lines, null].flatMap((line) =>
    Array.from({ length: count }, (_, i) => {
      const eventId = `${line ?? "free"}-${String(i).padStart(2, "0")}`;
      return outboxRow("vendor.event", eventId, { eventId }, line === null ? made : { ...made, line });
    }),
  );
  await db.insert(outbox).values(rows);
  return rows.map(({ id }) => id);
}

/** What was begun, in its order, and the lines of which two were under way at once. */
function recorder(): { verb: CheckedVerb; begun: string[]; overlaps: string[] } {
  const begun: string[] = [];
  const overlaps: string[] = [];
  const busy = new Set<string>();
  const run: CheckedVerb["run"] = async (_ctx, items) => {
    for (const { body } of items) {
      const { eventId } = body as { eventId: string };
      const line = eventId.startsWith("free") ? eventId : eventId.slice(0, -3);
      begun.push(eventId);
      if (busy.has(line)) overlaps.push(eventId);
      busy.add(line);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
      busy.delete(line);
    }
    return items.map(({ id }) => ({ id, error: null }));
  };
  return { verb: { mostAtOnce: 1, run }, begun, overlaps };
}

test("six consumers that are all handed everything, twice and out of order, do each row once and each line in its order", async () => {
  const ids = await add(["a", "b", "c"], 12);
  const { verb, begun, overlaps } = recorder();
  const shuffled = () => ids.map((id) => ({ id, at: Math.random() })).toSorted((x, y) => x.at - y.at);
  queue.push([...shuffled(), ...shuffled()]);
  for (let round = 0; queue.size > 0; round++) {
    expect(round).toBeLessThan(200);
    const deliveries = Array.from({ length: 6 }, () => queue.deliver(10));
    await Promise.all(deliveries.map(({ batch }) => doMessages(ctx, batch, () => verb)));
    now = new Date(now.getTime() + 1000);
  }
  expect(begun.toSorted()).toEqual([...new Set(begun)].toSorted());
  expect(begun).toHaveLength(48);
  expect(overlaps).toEqual([]);
  for (const line of ["a", "b", "c"]) {
    const own = begun.filter((one) => one.startsWith(line));
    expect(own).toEqual(own.toSorted());
  }
  expect(await db.$count(outbox, eq(outbox.status, "done"))).toBe(48);
});

test("five relays at once hand on each row once, and of a line its first", async () => {
  const ids = await add(["a", "b"], 20);
  await db
    .update(outbox)
    .set({ queuedAt: new Date(now.getTime() - 61_000) })
    .where(inArray(outbox.id, ids));
  const counts = await Promise.all(Array.from({ length: 5 }, () => relay(ctx, { atStart: false })));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(22);
  expect(queue.size).toBe(22);
});
