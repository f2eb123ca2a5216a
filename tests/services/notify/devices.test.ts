// Browsers that may be woken: whose they are, here and at their vendor, whatever moves, repeats or is away in between.
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { notifications, outbox, pushDevices, users, vendorEvents } from "../../../src/db/schema.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { oneSignal } from "../../../src/providers/onesignal.ts";
import { oneSignalWebhook } from "../../../src/providers/onesignal-webhook.ts";
import { sendGridWebhook } from "../../../src/providers/sendgrid-webhook.ts";
import { consume } from "../../../src/queue.ts";
import type { Actor } from "../../../src/services/context.ts";
import { joinAnonymous } from "../../../src/services/identity/join-anonymous.ts";
import { receiveEvents } from "../../../src/services/inbound/receive-events.ts";
import { dropDevice } from "../../../src/services/notify/drop-device.ts";
import { hasDevice } from "../../../src/services/notify/has-device.ts";
import { keepDevice } from "../../../src/services/notify/keep-device.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  ONESIGNAL_APP,
  ONESIGNAL_KEY,
  ONESIGNAL_TOKEN,
  type OneSignalStandIn,
  pushEvent,
  serveOneSignal,
} from "../../support/onesignal-stand-in.ts";
import { letterEvent, type SendGridStandIn, serveSendGrid, signedHeaders } from "../../support/sendgrid-stand-in.ts";
import { batchOf } from "../../support/world.ts";
import { type Scene, START, sceneOn } from "../contracts/scene.ts";

const ANA = person("usr_ana");
const BOB = person("usr_bob");
let database: TestDatabase;
let vendor: OneSignalStandIn;
let mail: SendGridStandIn;
let scene: Scene;
let device: string;

beforeAll(async () => {
  [database, vendor, mail] = await Promise.all([openDatabase(), serveOneSignal(), serveSendGrid()]);
});
afterAll(() => Promise.all([database.close(), vendor.close(), mail.close()]));
beforeEach(async () => {
  await database.reset();
  vendor.fail(null);
  device = randomUUID();
  scene = sceneOn(database.db);
  const made = { timeoutMs: 300, circuits: new Circuits(), metrics: new MetricsBuffer(), random: () => 0 };
  scene.ctx.senders = {
    push: oneSignal({ baseUrl: vendor.url, appId: ONESIGNAL_APP, apiKey: ONESIGNAL_KEY, ...made }),
  };
  await database.db.insert(users).values([
    { id: "usr_ana", name: "Ana", email: "ana@example.org", role: "professional", locale: "pt-BR" },
    { id: "usr_bob", name: "Bob", email: "bob@example.org", locale: "en" },
    { id: "usr_anon", name: "", email: "anon@example.org", isAnonymous: true, locale: "pt-BR" },
  ]);
});

function person(userId: string): Extract<Actor, { kind: "person" }> {
  return { kind: "person", userId, role: "client", locale: "pt-BR" };
}

/** Everything that waits, whenever it is due. */
async function drain(): Promise<void> {
  for (let i = 0; i < 4; i++) {
    const rows = await database.db.select().from(outbox).where(eq(outbox.status, "pending"));
    if (rows.length === 0) return;
    scene.clock.now = new Date(scene.clock.now.getTime() + 120_000);
    await consume(scene.ctx, batchOf(rows));
  }
}

const devices = () => database.db.select({ id: pushDevices.id, userId: pushDevices.userId }).from(pushDevices);

describe("a browser", () => {
  test("is its person's, here and at the vendor, however often it is said", async () => {
    for (let i = 0; i < 3; i++) await keepDevice(scene.ctx, ANA, { device });
    await drain();
    expect(await devices()).toEqual([{ id: device, userId: "usr_ana" }]);
    expect(vendor.owners.get(device)).toBe("usr_ana");
    expect(await hasDevice(scene.ctx, { userId: "usr_ana", device })).toBe(true);
    expect(await hasDevice(scene.ctx, { userId: "usr_bob", device })).toBe(false);
  });

  test("is the next person's when he allows it, and nobody else's", async () => {
    await keepDevice(scene.ctx, ANA, { device });
    await keepDevice(scene.ctx, BOB, { device });
    await drain();
    expect(await devices()).toEqual([{ id: device, userId: "usr_bob" }]);
    expect(vendor.owners.get(device)).toBe("usr_bob");
  });

  test("that was given up is ended at the vendor, also after the vendor was away", async () => {
    await keepDevice(scene.ctx, ANA, { device });
    await drain();
    vendor.fail("status_500");
    await dropDevice(scene.ctx, device);
    await drain();
    expect(await devices()).toEqual([]);
    expect(vendor.ended.has(device)).toBe(false);
    const waiting = await database.db.select().from(outbox).where(eq(outbox.status, "pending"));
    expect(waiting).toMatchObject([{ name: "device.sync", lastError: "vendor_error" }]);
    vendor.fail(null);
    // Its circuit has opened: another isolate tries.
    const made = { timeoutMs: 300, circuits: new Circuits(), metrics: new MetricsBuffer() };
    scene.ctx.senders = {
      push: oneSignal({ baseUrl: vendor.url, appId: ONESIGNAL_APP, apiKey: ONESIGNAL_KEY, ...made }),
    };
    await drain();
    expect(vendor.ended.has(device)).toBe(true);
    await dropDevice(scene.ctx, device);
    expect(await database.db.$count(outbox, eq(outbox.status, "pending"))).toBe(0);
  });

  test("moves to the account that its anonymous client signs in to, and the vendor hears of it", async () => {
    await keepDevice(scene.ctx, person("usr_anon"), { device });
    await drain();
    expect(vendor.owners.get(device)).toBe("usr_anon");
    await joinAnonymous(scene.ctx, { anonymousId: "usr_anon", userId: "usr_bob" });
    await drain();
    expect(await devices()).toEqual([{ id: device, userId: "usr_bob" }]);
    expect(vendor.owners.get(device)).toBe("usr_bob");
  });

  test("is one of at most twenty, the newest of a person", async () => {
    const ids = Array.from({ length: 23 }, () => randomUUID());
    for (const id of ids) {
      scene.clock.now = new Date(scene.clock.now.getTime() + 1000);
      await keepDevice(scene.ctx, ANA, { device: id });
    }
    expect(new Set((await devices()).map(({ id }) => id))).toEqual(new Set(ids.slice(3)));
  });

  test("has an id of the vendor's, and nothing else is taken for one", async () => {
    for (const wrong of ["", "x", "../users/by/external_id/usr_bob", null]) {
      await expect(keepDevice(scene.ctx, ANA, { device: wrong })).rejects.toMatchObject({ code: "invalid_input" });
    }
  });
});

describe("what vendors tell", () => {
  const SENT = {
    userId: "usr_ana",
    kind: "offer_new",
    subject: "Um caso novo para você",
    text: "x",
    status: "sent" as const,
    sentAt: START,
    createdAt: START,
  };

  beforeEach(async () => {
    await database.db.insert(notifications).values([
      { ...SENT, id: "ntf_push", key: "p", channel: "push", recipient: "usr_ana", vendor: "onesignal" },
      { ...SENT, id: "ntf_mail", key: "m", channel: "email", recipient: "ana@example.org", vendor: "sendgrid" },
    ]);
    await database.db.insert(pushDevices).values([
      { id: device, userId: "usr_ana", createdAt: START },
      { id: randomUUID(), userId: "usr_ana", createdAt: START },
    ]);
  });

  const statusOf = async (id: string) =>
    (await database.db.select().from(notifications).where(eq(notifications.id, id)))[0];

  async function stream(...kinds: string[]): Promise<void> {
    for (const [i, kind] of kinds.entries()) {
      const event = { ...pushEvent(kind, { notificationId: "ntf_push" }), subscription_id: device };
      const told = { ...event, timestamp: Math.floor(START.getTime() / 1000) + i };
      const bytes = new TextEncoder().encode(JSON.stringify(told));
      const headers = new Headers({ authorization: `Bearer ${ONESIGNAL_TOKEN}` });
      const events = await oneSignalWebhook(ONESIGNAL_TOKEN).read({ bytes, headers, now: START });
      await receiveEvents(scene.ctx, "onesignal", events);
      await drain();
    }
  }

  async function letters(...events: Record<string, unknown>[]): Promise<void> {
    const body = JSON.stringify(events);
    const headers = new Headers(signedHeaders(mail.privateKey, body));
    const bytes = new TextEncoder().encode(body);
    const read = await sendGridWebhook(mail.publicKey).read({ bytes, headers, now: new Date() });
    await receiveEvents(scene.ctx, "sendgrid", read);
    await drain();
  }

  const told = (name: string, more: Record<string, unknown> = {}) =>
    letterEvent(name, { notificationId: "ntf_mail", to: "ana@example.org", messageId: "m" }, more);

  test("a push that stood on one screen is not undone by another browser that failed", async () => {
    await stream("message.push.sent", "message.push.received", "message.push.failed");
    expect((await statusOf("ntf_push"))?.status).toBe("delivered");
    await stream("message.push.clicked");
    expect((await statusOf("ntf_push"))?.status).toBe("opened");
  });

  test("a push that failed everywhere is failed, with a code of ours", async () => {
    await stream("message.push.failed");
    expect(await statusOf("ntf_push")).toMatchObject({ status: "failed", reason: "push_failed" });
  });

  test("a browser whose reader ended it there is forgotten, and his others stay", async () => {
    await stream("message.push.unsubscribed");
    const left = await devices();
    expect(left).toHaveLength(1);
    expect(left[0]?.id).not.toBe(device);
  });

  test.each([
    ["delivered", {}, { status: "delivered", reason: null }],
    ["open", {}, { status: "opened" }],
    ["bounce", { type: "blocked" }, { status: "failed", reason: "blocked" }],
    ["dropped", { reason: "Bounced Address" }, { status: "failed", reason: "bounced" }],
    ["spamreport", {}, { status: "delivered", reason: "spam_reported" }],
    ["deferred", {}, { status: "sent" }],
  ] as const)("%s %j of a letter is %j", async (name, more, expected) => {
    await letters(told(name, more));
    expect(await statusOf("ntf_mail")).toMatchObject(expected);
  });

  test("what is handled keeps nothing but its name, and what nobody knows stays to be looked at", async () => {
    await letters(
      told("delivered"),
      { ...told("delivered"), notification_id: undefined },
      told("account_status_change"),
    );
    const kept = await database.db.select().from(vendorEvents);
    expect(kept.map(({ type, status }) => [type, status]).toSorted()).toEqual([
      ["account_status_change", "unknown"],
      ["delivered", "handled"],
      ["delivered", "handled"],
    ]);
    expect(kept.filter(({ status }) => status === "handled").map(({ body }) => body)).toEqual([{}, {}]);
    expect(JSON.stringify(kept)).not.toContain("ana@example.org");
  });
});
