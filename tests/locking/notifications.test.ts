// Many consumers, a sweep and a vendor's webhooks at once on a real PostgreSQL: every message is given to its vendor once.
import { beforeAll, beforeEach, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { notifications, outbox, users } from "../../src/db/schema.ts";
import type { Outgoing, Sender } from "../../src/domain/notifications/sender.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { applyReceipt } from "../../src/services/notify/apply-receipt.ts";
import { deliver } from "../../src/services/notify/deliver.ts";
import { sendNotifications } from "../../src/services/notify/send-notifications.ts";
import { sweepNotifications } from "../../src/services/notify/sweep-notifications.ts";
import { sceneOn } from "../services/contracts/scene.ts";

const MESSAGES = 24;
let db: Database;
let ctx: ServiceContext;
let taken: Outgoing[];
beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
});
beforeEach(async () => {
  await db.delete(notifications);
  await db.delete(outbox);
  await db
    .insert(users)
    .values({ id: "usr_told", name: "", email: "told@vez.test", role: "professional" })
    .onConflictDoNothing();
  taken = [];
  ctx = { ...sceneOn(db).ctx, senders: { email: letters() } };
});

/** Takes each letter after a while, tells of it before it answers, and loses some of them half-way. */
function letters(): Sender {
  return {
    ...({ channel: "email", vendor: "sendgrid", isIdempotent: false, mostAtOnce: 5 } as const),
    async send(items) {
      taken.push(...items);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
      const [first] = items;
      if (first !== undefined)
        await applyReceipt(ctx, { notificationId: first.id, status: "delivered", at: ctx.now() });
      return items.map(({ id }, i) =>
        i === 1 ? { id, outcome: "unsure", reason: "timeout" } : { id, outcome: "sent", vendorId: `v_${id}` },
      );
    },
  };
}

test("messages that are made, sent, swept and told of at once are each given to their vendor once", async () => {
  const keys = Array.from({ length: MESSAGES }, (_, i) => `k${i}`);
  const message = { userId: "usr_told", kind: "contract_signed", params: {} } as const;
  // Each twice: a queue repeats.
  await Promise.all([...keys, ...keys].map((key) => deliver(ctx, message, key)));
  const rows = (await db.select().from(notifications)).filter(({ channel }) => channel === "email");
  expect(rows).toHaveLength(MESSAGES);
  const ids = rows.map(({ id }) => id);
  const mixed = () => ids.toSorted(() => Math.random() - 0.5);
  await Promise.all([...Array.from({ length: 6 }, () => sendNotifications(ctx, mixed())), sweepNotifications(ctx)]);
  await sendNotifications(ctx, ids);
  expect(taken.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  const ends = new Set((await db.select().from(notifications)).map(({ channel, status }) => `${channel} ${status}`));
  expect([...ends].toSorted()).toEqual(["email delivered", "email sent", "email unsure", "in_app stored"]);
});
