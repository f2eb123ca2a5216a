// What vendors tell: refused without a signature, kept once, acted on by the queue, forgotten when it is done.
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { VezError } from "../../../src/base/errors.ts";
import { outboxRow } from "../../../src/db/outbox.ts";
import { outbox, vendorEvents } from "../../../src/db/schema.ts";
import type { InboundEvent, InboundReader } from "../../../src/domain/inbound/vendor-webhook.ts";
import type { AppEnv } from "../../../src/http/app-env.ts";
import { problemOf } from "../../../src/http/problem.ts";
import { vendorWebhooks } from "../../../src/http/vendor-webhooks.ts";
import { checkMoment, equalInConstantTime, hexOf, hmacSha256 } from "../../../src/providers/webhook-signature.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { handleEvent } from "../../../src/services/inbound/handle-event.ts";
import { receiveEvents } from "../../../src/services/inbound/receive-events.ts";
import { sweepVendorEvents } from "../../../src/services/inbound/sweep-vendor-events.ts";
import { markDead } from "../../../src/services/outbox/message-state.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const told = z.array(
  z.object({ id: z.string(), type: z.string(), body: z.record(z.string(), z.unknown()), line: z.string().nullable() }),
);

const KEY = "fictitious-signing-key";

/** A vendor that signs the raw body in hex, its moment beside it. */
const reader: InboundReader = {
  vendor: "sendgrid",
  async read({ bytes, headers, now }) {
    const at = headers.get("x-moment") ?? "";
    const signed = new Uint8Array([...new TextEncoder().encode(at), ...bytes]);
    const due = hexOf(await hmacSha256(KEY, signed));
    if (!equalInConstantTime(headers.get("x-signature") ?? "", due)) {
      throw new VezError("webhook_refused", { status: 401, detail: "No." });
    }
    checkMoment(new Date(at), now);
    return told.parse(JSON.parse(new TextDecoder().decode(bytes)));
  },
};

let database: TestDatabase;
let world: World;
let ctx: ServiceContext;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 0 });
  ctx = { ...world.ctx, inbound: { sendgrid: reader } };
});

const event = (id: string, changes: Partial<InboundEvent> = {}): InboundEvent => ({
  id,
  type: "delivered",
  body: { words: "Olá" },
  line: null,
  ...changes,
});

async function post(
  vendor: string,
  events: unknown,
  changes: { at?: Date; key?: string; sent?: string } = {},
): Promise<Response> {
  const at = (changes.at ?? ctx.now()).toISOString();
  const text = JSON.stringify(events);
  const signature = hexOf(await hmacSha256(changes.key ?? KEY, at + text));
  const door = new Hono<AppEnv>();
  door.onError(problemOf);
  door.use(async (c, next) => {
    c.set("services", ctx);
    await next();
  });
  door.route("/webhooks", vendorWebhooks);
  const headers = { "x-moment": at, "x-signature": signature };
  return door.request(`/webhooks/${vendor}`, { method: "POST", body: changes.sent ?? text, headers }, {});
}

const stored = () => ctx.db.select().from(vendorEvents).orderBy(vendorEvents.id);
const counted = () => JSON.stringify(world.metrics.take());

describe("the door", () => {
  test("keeps what a vendor told and hands it to the queue", async () => {
    const answer = await post("sendgrid", [event("a"), event("b", { line: "conversation:1" })]);
    expect(answer.status).toBe(200);
    expect(await stored()).toMatchObject([
      { vendor: "sendgrid", status: "pending", body: { words: "Olá" } },
      { vendor: "sendgrid", status: "pending" },
    ]);
    const rows = await ctx.db.select().from(outbox);
    expect(rows.map(({ name, lane, line }) => [name, lane, line]).toSorted()).toEqual([
      ["vendor.event", "high", "conversation:1"],
      ["vendor.event", "low", null],
    ]);
    expect(counted()).toContain('vendor=\\"sendgrid\\",outcome=\\"taken\\"');
  });

  test.each([
    ["with another key", { key: "another" }],
    ["whose body was changed", { sent: "[]" }],
    ["signed six minutes ago", { at: new Date("2026-11-20T11:54:00Z") }],
    ["signed six minutes from now", { at: new Date("2026-11-20T12:06:00Z") }],
  ])("refuses a webhook %s", async (_how, changes) => {
    const answer = await post("sendgrid", [event("a")], changes);
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: "webhook_refused" }]);
    expect(await stored()).toEqual([]);
    expect(counted()).toContain('outcome=\\"refused\\"');
  });

  test("refuses what is signed and has another shape, and counts it", async () => {
    expect((await post("sendgrid", [{ id: 7 }])).status).toBe(422);
    expect(counted()).toContain('outcome=\\"refused\\"');
  });

  test("takes a clock that is four minutes off", async () => {
    expect((await post("sendgrid", [event("a")], { at: new Date("2026-11-20T12:04:00Z") })).status).toBe(200);
  });

  test("is not there for a vendor that is not configured, or that nobody knows", async () => {
    expect((await post("docusign", [])).status).toBe(404);
    expect((await post("nobody", [])).status).toBe(404);
  });

  test("reads no more than a megabyte", async () => {
    expect((await post("sendgrid", [], { sent: " ".repeat(1024 * 1024 + 1) })).status).toBe(413);
  });
});

describe("an event", () => {
  test("that comes 837 times, five at once, is one; two ids with the same words are two", async () => {
    for (let i = 0; i < 84; i++) {
      await Promise.all(Array.from({ length: 5 }, () => receiveEvents(ctx, "evolution", [event("w-1"), event("w-1")])));
    }
    await receiveEvents(ctx, "evolution", [event("w-1"), event("w-1"), event("w-2")]);
    expect((await stored()).map(({ externalId }) => externalId).toSorted()).toEqual(["w-1", "w-2"]);
    expect(await ctx.db.$count(outbox)).toBe(2);
  });

  test("of one vendor is not another vendor's", async () => {
    await receiveEvents(ctx, "sendgrid", [event("1")]);
    expect(await receiveEvents(ctx, "onesignal", [event("1")])).toEqual({ taken: 1, repeated: 0 });
  });

  test("is stored though it holds what Postgres does not take", async () => {
    await receiveEvents(ctx, "evolution", [event("w-1", { body: { words: "a\u0000b\ud800" } })]);
    expect(await stored()).toMatchObject([{ body: { words: "ab\ufffd" } }]);
  });

  test("is handled once, and its content forgotten", async () => {
    await receiveEvents(ctx, "sendgrid", [event("a")]);
    const [row] = await stored();
    const heard: unknown[] = [];
    const handlers = {
      sendgrid: async (_ctx: ServiceContext, told: unknown) => {
        heard.push(told);
        return "handled" as const;
      },
    };
    await handleEvent(ctx, { eventId: row?.id ?? "" }, handlers);
    await handleEvent(ctx, { eventId: row?.id ?? "" }, handlers);
    expect(heard).toEqual([
      { id: row?.id, externalId: "a", type: "delivered", body: { words: "Olá" }, receivedAt: ctx.now() },
    ]);
    expect(await stored()).toMatchObject([{ status: "handled", body: {}, handledAt: ctx.now() }]);
  });

  test("that nobody knows is kept as unknown and counted", async () => {
    await receiveEvents(ctx, "sendgrid", [event("a", { type: "novelty" })]);
    await world.drain();
    expect(await stored()).toMatchObject([{ status: "unknown", type: "novelty", body: { words: "Olá" } }]);
    expect(counted()).toContain('outcome=\\"unknown\\"');
  });

  test("that cannot be acted on is parked with its content", async () => {
    await receiveEvents(ctx, "sendgrid", [event("a")]);
    const [message] = await ctx.db.select().from(outbox);
    await markDead(ctx, message ?? never(), "defect");
    expect(await stored()).toMatchObject([{ status: "failed", body: { words: "Olá" } }]);
    expect(counted()).toContain('outcome=\\"failed\\"');
  });

  test("is forgotten in two steps, its id last", async () => {
    await receiveEvents(ctx, "sendgrid", [event("done"), event("odd"), event("waiting")]);
    for (const [id, status] of [
      ["done", "handled"],
      ["odd", "unknown"],
    ] as const) {
      await ctx.db.update(vendorEvents).set({ status }).where(eq(vendorEvents.externalId, id));
    }
    world.advance(31 * 86_400_000);
    expect(await sweepVendorEvents(ctx)).toEqual({ removed: 0, emptied: 1 });
    expect(await receiveEvents(ctx, "sendgrid", [event("done")])).toEqual({ taken: 0, repeated: 1 });
    world.advance(30 * 86_400_000);
    expect(await sweepVendorEvents(ctx)).toEqual({ removed: 2, emptied: 0 });
    expect((await stored()).map(({ externalId }) => externalId)).toEqual(["waiting"]);
  });
});

function never(): never {
  throw new Error("there is no such row");
}

test("rows of one line keep the order in which they were made, within one millisecond too", () => {
  const made = { now: new Date("2026-11-20T12:00:00Z"), traceId: "trc", line: "l" };
  const ids = Array.from({ length: 50 }, (_, i) => outboxRow("vendor.event", `k${i}`, { eventId: "e" }, made).id);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(50);
});

test("nothing of a lesser length, and nothing longer, is equal", () => {
  expect(equalInConstantTime("abc", "abc")).toBe(true);
  for (const other of ["", "ab", "abcd", "abd", "ABC"]) expect(equalInConstantTime("abc", other)).toBe(false);
});
