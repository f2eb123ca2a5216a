// A kill at every single point of a message's way out: the app has it, no vendor gets it twice that would send it twice.
import { neonConfig } from "@neondatabase/serverless";
import { and, eq, lte } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notifications, outbox, pushDevices, users } from "../../../src/db/schema.ts";
import type { Sender } from "../../../src/domain/notifications/sender.ts";
import { consume } from "../../../src/queue.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { sweepNotifications } from "../../../src/services/notify/sweep-notifications.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { Mortal } from "../../support/mortal.ts";
import { batchOf } from "../../support/world.ts";
import { type Scene, sceneOn } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;
let realFetch: typeof neonConfig.fetchFunction;
const mortal = new Mortal();

beforeAll(async () => {
  database = await openDatabase();
  await database.reset();
  scene = sceneOn(database.db);
  await database.db.insert(users).values({ id: "usr_pro", name: "", email: "pro@vez.test", role: "professional" });
  const createdAt = new Date(scene.clock.now.getTime() - 3_600_000);
  await database.db.insert(pushDevices).values({ id: "dev_1", userId: "usr_pro", createdAt });
  realFetch = neonConfig.fetchFunction;
  neonConfig.fetchFunction = (url: string, init: unknown) => mortal.around(() => realFetch(url, init));
});
afterAll(async () => {
  neonConfig.fetchFunction = realFetch;
  await database.close();
});

/** Takes what comes, whether or not anybody hears of it. */
function senderOf(channel: "email" | "push", taken: string[]): Sender {
  return {
    channel,
    vendor: channel === "push" ? "onesignal" : "sendgrid",
    isIdempotent: channel === "push",
    mostAtOnce: 10,
    send: (items) =>
      mortal.around(async () => {
        taken.push(...items.map(({ id }) => id));
        return items.map(({ id }) => ({ id, outcome: "sent", vendorId: `v_${id}` }));
      }),
  };
}

async function drain(): Promise<void> {
  const due = await database.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.status, "pending"), lte(outbox.availableAt, scene.clock.now)));
  if (due.length > 0) await consume(scene.ctx, batchOf(due));
}

/** One message of `kind`, killed at point `at`; what its vendors took, and how it ended. Null: it was over before that point. */
async function killedAt(at: number, kind: "contract_signed" | "offer_new") {
  const taken: string[] = [];
  const key = `${kind}:${at}`;
  const told = () => deliver(scene.ctx, { userId: "usr_pro", kind, params: {} }, key);
  scene.ctx.senders = { email: senderOf("email", taken), push: senderOf("push", taken) };
  mortal.points = 0;
  mortal.killAt = at;
  const lived = await mortal.run(async () => {
    await told();
    await drain();
  });
  mortal.killAt = Number.POSITIVE_INFINITY;
  // The next process: what brought the message comes again, time goes by, and the minute's jobs run.
  for (let round = 0; round < 4; round++) {
    await mortal.run(async () => {
      await told();
      await drain();
      await sweepNotifications(scene.ctx);
      await drain();
    });
    scene.clock.now = new Date(scene.clock.now.getTime() + 13 * 60_000);
  }
  const rows = await database.db.select().from(notifications).where(eq(notifications.occasion, key));
  await database.db.delete(outbox);
  return { lived, taken, ends: rows.map(({ channel, status }) => `${channel} ${status}`).toSorted() };
}

test.each(["contract_signed", "offer_new"] as const)("%s, killed anywhere", { timeout: 120_000 }, async (kind) => {
  const isMail = kind === "contract_signed";
  const ends = new Set<string>();
  let at = 0;
  for (; at < 60; at++) {
    const { lived, taken, ends: end } = await killedAt(at, kind);
    expect(end).toContain("in_app stored");
    // By its id a push is one, however often it is asked for; a mail is asked for once.
    expect(new Set(taken).size).toBeLessThanOrEqual(1);
    if (isMail) expect(taken.length).toBeLessThanOrEqual(1);
    for (const one of end) ends.add(one);
    if (lived) break;
  }
  // There were mortal.points, and the last run had none left.
  expect(at).toBeGreaterThan(6);
  expect(at).toBeLessThan(60);
  expect([...ends].toSorted()).toEqual(
    isMail ? ["email sent", "email unsure", "in_app stored"] : ["in_app stored", "push sent"],
  );
});
