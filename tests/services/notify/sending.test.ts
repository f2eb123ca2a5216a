// Messages on their way out: each outcome of a vendor, two consumers at once, and a kill at every point between.
import { and, eq, lte } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  clientReach,
  joinedUsers,
  noticePreferences,
  notifications,
  outbox,
  pushDevices,
  users,
} from "../../../src/db/schema.ts";
import type { Outgoing, OutsideChannel, Sender, SendOutcome } from "../../../src/domain/notifications/sender.ts";
import { consume } from "../../../src/queue.ts";
import { applyReceipt } from "../../../src/services/notify/apply-receipt.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { sendNotifications } from "../../../src/services/notify/send-notifications.ts";
import { storeSignInCode } from "../../../src/services/notify/sign-in-code.ts";
import { sweepNotifications } from "../../../src/services/notify/sweep-notifications.ts";
import { unsubscribe } from "../../../src/services/notify/unsubscribe.ts";
import { discardMessage, retryMessage } from "../../../src/services/operations/settle-dead-message.ts";
import { markDead } from "../../../src/services/outbox/message-state.ts";
import { setReach } from "../../../src/services/reach/set-reach.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { batchOf } from "../../support/world.ts";
import { OPERATOR, type Scene, START, sceneOn } from "../contracts/scene.ts";

type Answer = (
  item: Outgoing,
) => Omit<Extract<SendOutcome, { outcome: "sent" }>, "id"> | Omit<Extract<SendOutcome, { reason: string }>, "id">;

/** Answers as it is told, and remembers everything that it took. */
class Scripted implements Sender {
  readonly channel: OutsideChannel;
  readonly vendor: Sender["vendor"];
  readonly isIdempotent: boolean;
  readonly mostAtOnce = 2;
  readonly taken: Outgoing[] = [];
  answer: Answer = ({ id }) => ({ outcome: "sent", vendorId: `v_${id}` });

  constructor(channel: "push" | "email") {
    this.channel = channel;
    this.vendor = channel === "push" ? "onesignal" : "sendgrid";
    this.isIdempotent = channel === "push";
  }

  async send(items: readonly Outgoing[]): Promise<readonly SendOutcome[]> {
    this.taken.push(...items);
    return items.map((item) => ({ id: item.id, ...this.answer(item) }));
  }
}

let database: TestDatabase;
let scene: Scene;
let mail: Scripted;
let push: Scripted;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  scene.clock.now = START;
  mail = new Scripted("email");
  push = new Scripted("push");
  scene.ctx.senders = { email: mail, push };
  await database.db.insert(users).values([
    { id: "usr_pro", name: "Ana", email: "ana@example.org", role: "professional", locale: "pt-BR" },
    { id: "usr_client", name: "Bob", email: "bob@example.org", locale: "en" },
  ]);
});

const offer = (userId = "usr_pro") => ({ userId, kind: "offer_new", params: { offer_id: "off_1" } }) as const;
const signed = (userId = "usr_pro") => ({ userId, kind: "contract_signed", params: { contract_id: "ctr_1" } }) as const;
const hasPush = () =>
  database.db
    .insert(pushDevices)
    .values({ id: "dev_1", userId: "usr_pro", createdAt: new Date(START.getTime() - 3_600_000) });
const failing =
  (outcome: "refused" | "failed" | "unsure", reason = "status_500"): Answer =>
  () => ({ outcome, reason });
const later = (ms: number) => {
  scene.clock.now = new Date(scene.clock.now.getTime() + ms);
};
/** What is outside the app, in the order in which it was asked. */
const outside = async () =>
  (await database.db.select().from(notifications).orderBy(notifications.rung, notifications.id)).filter(
    ({ channel }) => channel !== "in_app",
  );
const states = async () => (await outside()).map(({ channel, status, reason }) => [channel, status, reason]);
/** Runs what is due in the outbox until nothing is; returns how many messages there were. */
async function drain(): Promise<number> {
  let done = 0;
  for (let round = 0; round < 20; round++) {
    const due = await database.db
      .select()
      .from(outbox)
      .where(and(eq(outbox.status, "pending"), lte(outbox.availableAt, scene.clock.now)));
    if (due.length === 0) return done;
    await consume(scene.ctx, batchOf(due));
    done += due.length;
  }
  throw new Error("the outbox does not come to rest");
}

describe("a message that somebody carries", () => {
  test("is queued with its sending, goes out once, and says who has it", async () => {
    await deliver(scene.ctx, signed(), "k1");
    expect(await states()).toEqual([["email", "queued", null]]);
    await drain();
    await drain();
    expect(mail.taken).toHaveLength(1);
    const [letter] = mail.taken;
    expect(letter).toMatchObject({
      to: "ana@example.org",
      locale: "pt-BR",
      link: "https://vez.example/contracts/ctr_1",
    });
    expect(letter?.text).toContain("https://vez.example/contracts/ctr_1");
    expect(letter?.html).toContain('href="https://vez.example/contracts/ctr_1"');
    expect(await outside()).toEqual([
      expect.objectContaining({
        status: "sent",
        vendor: "sendgrid",
        vendorId: `v_${letter?.id}`,
        tries: 1,
        sentAt: START,
      }),
    ]);
    // The app has it all the while.
    expect(await database.db.$count(notifications, eq(notifications.channel, "in_app"))).toBe(1);
  });

  test("delivered twice, and sent by two consumers at once, is one message", async () => {
    await Promise.all([deliver(scene.ctx, signed(), "k1"), deliver(scene.ctx, signed(), "k1")]);
    const ids = (await outside()).map(({ id }) => id);
    expect(ids).toHaveLength(1);
    await Promise.all([sendNotifications(scene.ctx, ids), sendNotifications(scene.ctx, [...ids, ...ids])]);
    await drain();
    expect(mail.taken).toHaveLength(1);
  });

  test("rings first where somebody waits; what stands on the lock screen is the subject and the link", async () => {
    await hasPush();
    await deliver(scene.ctx, offer(), "k1");
    await drain();
    expect([push.taken.length, mail.taken.length]).toEqual([1, 0]);
    expect(push.taken[0]).toMatchObject({ to: "usr_pro", html: null, unsubscribe: null });
    expect(push.taken[0]?.text).toBe(`${push.taken[0]?.subject}\nhttps://vez.example/pro`);
  });

  test("waits for the end of quiet hours, and the wait ends by itself", async () => {
    // 17:05 UTC is 14:05 in Sao Paulo.
    await database.db.insert(noticePreferences).values({
      ...{ userId: "usr_pro", zone: "America/Sao_Paulo", quietFrom: 14 * 60, quietUntil: 15 * 60 },
      ...{ createdAt: START, updatedAt: START },
    });
    await deliver(scene.ctx, signed(), "k1");
    const [row] = await outside();
    expect(row?.availableAt).toEqual(new Date("2026-11-20T18:00:00.000Z"));
    // Its message may come early: nothing goes out, and another one is made for the time.
    await sendNotifications(scene.ctx, [row?.id ?? ""]);
    await drain();
    expect(mail.taken).toEqual([]);
    scene.clock.now = new Date("2026-11-20T18:00:00.000Z");
    await drain();
    expect(mail.taken).toHaveLength(1);
  });

  test("of many takes as few calls as the vendor allows, and one that fails is no other's matter", async () => {
    for (let i = 0; i < 5; i++) await deliver(scene.ctx, signed(), `k${i}`);
    let calls = 0;
    const send = mail.send.bind(mail);
    mail.send = (items) => {
      calls++;
      return send(items);
    };
    mail.answer = ({ id }) =>
      id === odd ? { outcome: "failed", reason: "status_500" } : { outcome: "sent", vendorId: null };
    const ids = (await outside()).map(({ id }) => id);
    const odd = ids[2];
    const { sent, again } = await sendNotifications(scene.ctx, ids);
    // The vendor's failure is told to the queue for that one alone.
    expect([sent, [...again.keys()]]).toEqual([4, [odd]]);
    expect(calls).toBe(3);
    expect((await outside()).filter(({ status }) => status === "queued").map(({ id }) => id)).toEqual([odd]);
  });
});

describe("a vendor that", () => {
  test("refuses is not asked again, and the next channel takes over with the whole text", async () => {
    await hasPush();
    push.answer = failing("refused", "no_device");
    await deliver(scene.ctx, offer(), "k1");
    await drain();
    expect(await states()).toEqual([
      ["push", "failed", "no_device"],
      ["email", "sent", null],
    ]);
    expect(mail.taken[0]?.text).toContain("https://vez.example/pro");
    expect(mail.taken[0]?.text).not.toBe(push.taken[0]?.text);
    // Nobody is there to be woken: the next message does not try.
    expect(await database.db.$count(pushDevices)).toBe(0);
  });

  test("says when to come back is not asked before", async () => {
    mail.answer = () => ({ outcome: "failed", reason: "status_429", retryAfterMs: 600_000 });
    await deliver(scene.ctx, signed(), "k1");
    await drain();
    later(590_000);
    await drain();
    expect(mail.taken).toHaveLength(1);
    mail.answer = ({ id }) => ({ outcome: "sent", vendorId: id });
    later(11_000);
    await drain();
    expect(await states()).toEqual([["email", "sent", null]]);
  });

  test("fails is asked again after a wait, and the second channel takes over where somebody waits", async () => {
    await hasPush();
    push.answer = failing("failed");
    await deliver(scene.ctx, offer(), "k1");
    await drain();
    expect(await states()).toEqual([["push", "queued", "status_500"]]);
    later(60_000);
    await drain();
    expect(await states()).toEqual([
      ["push", "failed", "status_500"],
      ["email", "sent", null],
    ]);
    expect([push.taken.length, mail.taken.length]).toEqual([2, 1]);
  });

  test("is known to be away costs no second try", async () => {
    await hasPush();
    push.answer = failing("failed", "open_circuit");
    await deliver(scene.ctx, offer(), "k1");
    await drain();
    expect((await states()).map(([channel, status]) => [channel, status])).toEqual([
      ["push", "failed"],
      ["email", "sent"],
    ]);
  });

  test("is away for hours and has no stand-in gets everything when it is back, once", async () => {
    mail.answer = failing("failed");
    await deliver(scene.ctx, signed(), "k1");
    for (let i = 0; i < 8; i++) {
      await drain();
      later(30 * 60_000);
    }
    expect(await states()).toEqual([["email", "queued", "status_500"]]);
    mail.answer = () => ({ outcome: "sent", vendorId: "v" });
    mail.taken.length = 0;
    await drain();
    expect(mail.taken).toHaveLength(1);
    expect(await states()).toEqual([["email", "sent", null]]);
  });

  test("may have it and would send it twice is never asked again; where somebody waits another channel tells", async () => {
    await database.db
      .insert(noticePreferences)
      .values({ userId: "usr_pro", first: "email", zone: "UTC", createdAt: START, updatedAt: START });
    await hasPush();
    mail.answer = failing("unsure", "timeout");
    await deliver(scene.ctx, offer(), "k1");
    await deliver(scene.ctx, signed(), "k2");
    await drain();
    later(3_600_000);
    await sweepNotifications(scene.ctx);
    await drain();
    expect(mail.taken).toHaveLength(2);
    const rows = (await outside()).map(({ kind, channel, status }) => [kind, channel, status]);
    expect(rows.toSorted()).toEqual([
      ["contract_signed", "email", "unsure"],
      ["offer_new", "email", "unsure"],
      ["offer_new", "push", "sent"],
    ]);
  });

  test("may have it and knows its ids is asked again with the same id", async () => {
    await hasPush();
    push.answer = failing("unsure", "timeout");
    await deliver(scene.ctx, offer(), "k1");
    await drain();
    push.answer = () => ({ outcome: "sent", vendorId: "v" });
    later(60_000);
    await drain();
    expect(new Set(push.taken.map(({ id }) => id)).size).toBe(1);
    expect([push.taken.length, mail.taken.length]).toEqual([2, 0]);
    expect(await states()).toEqual([["push", "sent", null]]);
  });

  test("throws, or forgets an item, is as good as silent", async () => {
    mail.send = () => Promise.reject(new Error("a defect of the adapter"));
    await deliver(scene.ctx, signed(), "k1");
    await drain();
    expect(await states()).toEqual([["email", "unsure", "no_answer"]]);
  });
});

describe("a Worker that is killed", () => {
  test("before its vendor was asked, or before the answer was written: push again by its id, a mail never", async () => {
    await hasPush();
    await deliver(scene.ctx, offer(), "k1");
    await deliver(scene.ctx, signed(), "k2");
    // The call goes out and nobody is there for its answer.
    const killed = { ...scene.ctx, senders: { email: hanging(mail), push: hanging(push) } };
    const ids = (await outside()).map(({ id }) => id);
    void sendNotifications(killed, ids);
    await until(() => mail.taken.length === 1 && push.taken.length === 1);
    expect((await states()).map(([, status]) => status)).toEqual(["sending", "sending"]);
    // Its message comes again and changes nothing.
    await drain();
    expect(await sweepNotifications(scene.ctx)).toEqual({ unsure: 0, late: 0, looked: 0 });
    later(15 * 60_000);
    expect(await sweepNotifications(scene.ctx)).toMatchObject({ unsure: 2 });
    later(60_000);
    await drain();
    expect(mail.taken).toHaveLength(1);
    expect(push.taken.map(({ id }) => id)).toEqual([push.taken[0]?.id, push.taken[0]?.id]);
    expect((await outside()).map(({ channel, status }) => [channel, status]).toSorted()).toEqual([
      ["email", "unsure"],
      ["push", "sent"],
    ]);
  });

  test("and leaves a row without a message that would send it: the sweep makes one, once", async () => {
    await deliver(scene.ctx, signed(), "k1");
    // A parked one that nobody can read names none.
    await database.db.update(outbox).set({ status: "dead", body: {} });
    later(11 * 60_000);
    expect(await sweepNotifications(scene.ctx)).toMatchObject({ late: 1 });
    expect(await sweepNotifications(scene.ctx)).toMatchObject({ late: 0 });
    await drain();
    expect(mail.taken).toHaveLength(1);
  });

  test("twice at the same try leaves it late twice: it is hurried twice, and goes out once", async () => {
    await deliver(scene.ctx, signed(), "k1");
    await database.db.delete(outbox);
    later(11 * 60_000);
    expect(await sweepNotifications(scene.ctx)).toMatchObject({ late: 1 });
    // Whoever took that message marked it as done and did nothing.
    await database.db.update(outbox).set({ status: "done", doneAt: scene.clock.now });
    later(11 * 60_000);
    const sweeps = await Promise.all([sweepNotifications(scene.ctx), sweepNotifications(scene.ctx)]);
    expect(sweeps.some(({ late }) => late === 1)).toBe(true);
    expect(await database.db.select().from(outbox).where(eq(outbox.status, "pending"))).toHaveLength(1);
    await drain();
    expect(mail.taken).toHaveLength(1);
  });

  test("and lives on: an answer that comes after the sweep is still written down", async () => {
    await deliver(scene.ctx, signed(), "k1");
    let answer = (): void => undefined;
    const slow: Sender = {
      ...settingsOf(mail),
      send: (items) =>
        new Promise((resolve) => {
          mail.taken.push(...items);
          answer = () => resolve(items.map(({ id }) => ({ id, outcome: "sent" as const, vendorId: "v_late" })));
        }),
    };
    const sending = sendNotifications(
      { ...scene.ctx, senders: { email: slow } },
      (await outside()).map(({ id }) => id),
    );
    await until(() => mail.taken.length === 1);
    later(15 * 60_000);
    await sweepNotifications(scene.ctx);
    expect(await states()).toEqual([["email", "unsure", "abandoned"]]);
    answer();
    await sending;
    expect((await outside())[0]).toMatchObject({ status: "sent", vendorId: "v_late" });
  });
});

describe("an operator who lets a dead sending go", () => {
  /** Parks the message that would send what is outside. */
  async function park(): Promise<string> {
    const [row] = await database.db.select().from(outbox).where(eq(outbox.status, "pending"));
    if (row === undefined) throw new Error("nothing is to be sent");
    await markDead(scene.ctx, row, "vendor_error");
    return row.id;
  }

  test("has ended it: no sweep brings it back, and nothing else sends it", async () => {
    await deliver(scene.ctx, signed(), "k1");
    const id = await park();
    later(11 * 60_000);
    await discardMessage(scene.ctx, OPERATOR, id);
    await discardMessage(scene.ctx, OPERATOR, id);
    expect(await states()).toEqual([["email", "failed", "discarded"]]);
    expect((await outside())[0]?.failedAt).toEqual(scene.clock.now);
    expect(await sweepNotifications(scene.ctx)).toEqual({ unsure: 0, late: 0, looked: 0 });
    await drain();
    expect(mail.taken).toEqual([]);
  });

  test("while somebody was at it leaves it unsure for good, also where the vendor knows its ids", async () => {
    await hasPush();
    await deliver(scene.ctx, offer(), "k1");
    await database.db
      .update(notifications)
      .set({ status: "sending", tries: 1, claimedAt: START, vendor: "onesignal" })
      .where(eq(notifications.channel, "push"));
    await discardMessage(scene.ctx, OPERATOR, await park());
    scene.ctx.senders = { email: mail, push: { ...settingsOf(push), send: push.send, find: async () => "absent" } };
    later(15 * 60_000);
    expect(await sweepNotifications(scene.ctx)).toEqual({ unsure: 0, late: 0, looked: 0 });
    await drain();
    expect(await states()).toEqual([["push", "unsure", "discarded"]]);
    const [row] = await outside();
    await applyReceipt(scene.ctx, { notificationId: row?.id ?? "", status: "failed", at: scene.clock.now });
    await drain();
    expect([push.taken, mail.taken]).toEqual([[], []]);
  });

  test("who sends it again instead has it sent", async () => {
    await deliver(scene.ctx, signed(), "k1");
    await retryMessage(scene.ctx, OPERATOR, await park());
    await drain();
    expect(await states()).toEqual([["email", "sent", null]]);
  });
});

describe("between the writing and the sending", () => {
  test("somebody says stop, ends such mails, or is gone: nothing goes out", async () => {
    const accepted = { userId: "usr_client", kind: "case_accepted", params: {} } as const;
    await deliver(scene.ctx, accepted, "k1");
    await database.db.update(users).set({ optedOutAt: START }).where(eq(users.id, "usr_client"));
    await drain();
    expect(await states()).toEqual([["email", "failed", "withheld"]]);
    await deliver(scene.ctx, signed(), "k2");
    await database.db
      .insert(noticePreferences)
      .values({ userId: "usr_pro", off: ["cases.email"], zone: "UTC", createdAt: START, updatedAt: START });
    await drain();
    expect(mail.taken).toEqual([]);
    await deliver(scene.ctx, signed(), "k3");
    expect((await outside()).filter(({ occasion }) => occasion === "k3")).toEqual([]);
  });

  test("a client's word changes where the next channel would be: the new word counts", async () => {
    await database.db.insert(pushDevices).values({ id: "dev_2", userId: "usr_client", createdAt: START });
    await deliver(scene.ctx, { userId: "usr_client", kind: "case_accepted", params: {} }, "k1");
    await database.db
      .insert(clientReach)
      .values({ userId: "usr_client", channel: "page", zone: "UTC", createdAt: START, updatedAt: START });
    push.answer = failing("refused");
    await drain();
    expect(mail.taken).toEqual([]);
  });

  test("a client says that it is safe now, or that only the page is: what waited goes at once, or not at all", async () => {
    const reach = { channel: "email", address: "safe@example.org", zone: "UTC" } as const;
    const client = { kind: "person", userId: "usr_client", role: "client", locale: "en" } as const;
    const accepted = { userId: "usr_client", kind: "case_accepted", params: {} } as const;
    await setReach(scene.ctx, client, { ...reach, safe_from: "20:00", safe_until: "21:00" });
    await deliver(scene.ctx, accepted, "k1");
    await drain();
    expect(mail.taken).toEqual([]);
    await setReach(scene.ctx, client, { ...reach, address: "mine@example.org" });
    await drain();
    expect(mail.taken.map(({ to }) => to)).toEqual(["mine@example.org"]);
    await setReach(scene.ctx, client, { ...reach, safe_from: "20:00", safe_until: "21:00" });
    await deliver(scene.ctx, accepted, "k2");
    later(1000);
    await setReach(scene.ctx, client, { channel: "page", zone: "UTC" });
    await drain();
    later(86_400_000);
    await drain();
    expect(mail.taken).toHaveLength(1);
    expect((await states()).toSorted()).toEqual([
      ["email", "failed", "not_wanted"],
      ["email", "sent", null],
    ]);
  });

  test("an anonymous client signs in: his messages find him", async () => {
    await database.db.insert(joinedUsers).values({ oldId: "usr_old", userId: "usr_client", joinedAt: START });
    await deliver(scene.ctx, { userId: "usr_old", kind: "contract_signed", params: {} }, "k1");
    await drain();
    expect(mail.taken.map(({ to }) => to)).toEqual(["bob@example.org"]);
  });
});

describe("a code", () => {
  test("goes by e-mail at once and alone, to an address that bounced as well", async () => {
    await hasPush();
    await storeSignInCode(scene.ctx, { email: "ana@example.org", code: "123456", locale: "en" });
    const id = (await outside())[0]?.id ?? "";
    await drain();
    await applyReceipt(scene.ctx, { notificationId: id, status: "failed", reason: "bounced", at: START });
    await drain();
    expect([push.taken.length, mail.taken.length]).toEqual([0, 1]);
    // Other mails to this address rest, and another channel takes over.
    await deliver(scene.ctx, signed(), "k1");
    await drain();
    expect([push.taken.length, mail.taken.length]).toEqual([1, 1]);
    await storeSignInCode(scene.ctx, { email: "ana@example.org", code: "654321", locale: "en" });
    await drain();
    expect(mail.taken).toHaveLength(2);
    expect(mail.taken[1]).toMatchObject({ unsubscribe: null, locale: "en", isAwaited: true });
    // It arrived: the mailbox lives.
    await applyReceipt(scene.ctx, {
      notificationId: mail.taken[1]?.id ?? "",
      status: "delivered",
      at: new Date(START.getTime() + 1),
    });
    await deliver(scene.ctx, signed(), "k2");
    await drain();
    expect(mail.taken).toHaveLength(3);
  });

  test("is not sent once it has expired", async () => {
    await storeSignInCode(scene.ctx, { email: "ana@example.org", code: "123456", locale: "en" });
    await database.db.update(notifications).set({ text: "" });
    await drain();
    expect(mail.taken).toEqual([]);
    expect(await states()).toEqual([["email", "failed", "over"]]);
  });
});

describe("receipts", () => {
  const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);
  const told = [
    { status: "delivered", at: at(2) },
    { status: "failed", reason: "blocked", at: at(1) },
    { status: "opened", at: at(3) },
    { status: "delivered", at: at(2) },
  ] as const;

  test("in any order, and twice, come to the same end", async () => {
    const ends = new Set<string>();
    for (const [i, order] of [
      [0, 1, 2, 3],
      [2, 0, 1, 3],
      [1, 2, 3, 0],
      [3, 2, 1, 0],
    ].entries()) {
      await deliver(scene.ctx, signed(), `k${i}`);
      await drain();
      const id = mail.taken.at(-1)?.id ?? "";
      for (const which of order) {
        const receipt = told[which];
        if (receipt !== undefined)
          expect(await applyReceipt(scene.ctx, { notificationId: id, ...receipt })).toBe("applied");
      }
      const [row] = await database.db.select().from(notifications).where(eq(notifications.id, id));
      ends.add(JSON.stringify([row?.status, row?.deliveredAt, row?.openedAt, row?.failedAt]));
    }
    expect([...ends]).toEqual([JSON.stringify(["opened", at(2), at(3), at(1)])]);
  });

  test("of a bounce let the next channel take over, once, and name nothing that was not sent", async () => {
    await hasPush();
    await deliver(scene.ctx, signed(), "k1");
    await drain();
    const vendorId = `v_${mail.taken[0]?.id}`;
    const bounce = { vendor: "sendgrid", vendorId, status: "failed", reason: "bounced", at: at(5) } as const;
    expect(await applyReceipt(scene.ctx, bounce)).toBe("applied");
    expect(await applyReceipt(scene.ctx, bounce)).toBe("applied");
    await drain();
    expect(push.taken).toHaveLength(1);
    expect(await states()).toEqual([
      ["email", "failed", "bounced"],
      ["push", "sent", null],
    ]);
    expect(await applyReceipt(scene.ctx, { ...bounce, vendorId: "v_none" })).toBe("unknown");
    const [inApp] = await database.db.select().from(notifications).where(eq(notifications.channel, "in_app"));
    expect(await applyReceipt(scene.ctx, { notificationId: inApp?.id ?? "", status: "opened", at: at(1) })).toBe(
      "unknown",
    );
  });

  test("of a complaint stop the mails to that address, not the message that was complained of", async () => {
    await deliver(scene.ctx, signed(), "k1");
    await drain();
    await applyReceipt(scene.ctx, {
      notificationId: mail.taken[0]?.id ?? "",
      status: "delivered",
      reason: "spam_reported",
      at: at(1),
    });
    await deliver(scene.ctx, signed(), "k2");
    await drain();
    expect(mail.taken).toHaveLength(1);
    expect((await states()).map(([, status]) => status).toSorted()).toEqual(["delivered", "failed"]);
  });
});

describe("the link that ends such mails", () => {
  test("is in the mail, names nobody, ends its group without a session, and again", async () => {
    await deliver(scene.ctx, signed(), "k1");
    await drain();
    const link = mail.taken[0]?.unsubscribe ?? "";
    expect(mail.taken[0]?.text).toContain(link);
    expect(mail.taken[0]?.html).toContain(link);
    const token = link.split("/unsubscribe/")[1] ?? "";
    expect(token).toMatch(/^[A-Za-z0-9_-]{60,}$/);
    expect(link).not.toContain("usr_");
    expect(await unsubscribe(scene.ctx, token, "group")).toBe("cases");
    expect(await unsubscribe(scene.ctx, token, "group")).toBe("cases");
    const [kept] = await database.db.select().from(noticePreferences);
    expect(kept?.off).toEqual(["cases.email"]);
    await deliver(scene.ctx, signed(), "k2");
    await deliver(scene.ctx, offer(), "k3");
    await drain();
    expect(mail.taken.map(({ subject }) => subject)).toHaveLength(2);
    expect(await unsubscribe(scene.ctx, token, "all")).toBe("cases");
    expect((await database.db.select().from(noticePreferences))[0]?.off.toSorted()).toEqual([
      "cases.email",
      "offers.email",
      "other.email",
      "talk.email",
    ]);
  });

  test.each(["", "x", "A".repeat(90), "A".repeat(500)])("that nobody made opens nothing (%#)", async (token) => {
    await expect(unsubscribe(scene.ctx, token, "group")).rejects.toMatchObject({ status: 404 });
  });
});

function settingsOf({ channel, vendor, isIdempotent, mostAtOnce }: Sender) {
  return { channel, vendor, isIdempotent, mostAtOnce };
}

/** Takes all and never answers. */
function hanging(sender: Scripted): Sender {
  return {
    ...settingsOf(sender),
    send: (items) => {
      sender.taken.push(...items);
      return new Promise(() => undefined);
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}
