// What a client says of how to be reached is kept, followed by notices and agreements, and taken back without a trace.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, clientReach, contracts, notifications } from "../../../src/db/schema.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { listSent } from "../../../src/services/notify/list-sent.ts";
import { deleteReach, readReach, setReach } from "../../../src/services/reach/set-reach.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { CLIENT, LAWYER, OPERATOR, type Scene, sceneOn, sentContract } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;
let contractId: string;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  contractId = await sentContract(scene);
});

const MAIL = { channel: "email", address: "Ana@Example.org " } as const;
const news = (userId = CLIENT.userId) =>
  ({ userId, kind: "contract_ready", params: { contract_id: "ctr_1" } }) as const;
const rows = async (userId = CLIENT.userId) =>
  (await database.db.select().from(notifications).where(eq(notifications.userId, userId))).map(
    ({ channel, recipient, availableAt }) => ({ channel, recipient, availableAt }),
  );
const outside = async () => (await rows()).filter(({ channel }) => channel !== "in_app");

describe("setReach", () => {
  test("keeps one answer, tidied; the audit has the channel and nothing else", async () => {
    expect(await readReach(scene.ctx, CLIENT)).toBeNull();
    await setReach(scene.ctx, CLIENT, MAIL);
    const phone = { channel: "whatsapp", address: "(11) 98765-4321", leave_message: true, safe_from: "08:00" } as const;
    expect(await setReach(scene.ctx, CLIENT, { ...phone, safe_until: "12:30", note: " Falar com\nAna " })).toEqual({
      channel: "whatsapp",
      address: "+5511987654321",
      leave_message: true,
      safe_from: "08:00",
      safe_until: "12:30",
      zone: "America/Sao_Paulo",
      note: "Falar com Ana",
    });
    expect(await database.db.$count(clientReach)).toBe(1);
    const entries = await database.db.select().from(audit).where(eq(audit.action, "client.reach_set"));
    expect(entries.map(({ detail }) => detail)).toEqual([{ channel: "email" }, { channel: "whatsapp" }]);
  });

  test.each([
    ["a channel that does not exist", { channel: "pigeon" }],
    ["an e-mail that is none", { channel: "email", address: "ana" }],
    ["a landline for an SMS", { channel: "sms", address: "(11) 2345-6789" }],
    ["no address at all", { channel: "call" }],
    ["half a window", { ...MAIL, safe_from: "08:00" }],
    ["an hour that does not exist", { ...MAIL, safe_from: "08:00", safe_until: "24:00" }],
    ["a zone that does not exist", { ...MAIL, zone: "Mars/Base" }],
    ["a long note", { ...MAIL, note: "a".repeat(121) }],
  ])("refuses %s, and says which field", async (_, input) => {
    await expect(setReach(scene.ctx, CLIENT, input as typeof MAIL)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await database.db.$count(clientReach)).toBe(0);
  });

  test("is for clients", async () => {
    await expect(setReach(scene.ctx, LAWYER, MAIL)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteReach(scene.ctx, OPERATOR)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("only this page has no address and leaves nothing behind", async () => {
    const view = await setReach(scene.ctx, CLIENT, {
      channel: "page",
      address: "ana@example.org",
      leave_message: true,
    });
    expect(view).toMatchObject({ channel: "page", address: null, leave_message: false });
  });

  test("the professional of the agreement sees the new address, and none once it is taken back", async () => {
    const contact = async () =>
      (await database.db.select().from(contracts).where(eq(contracts.id, contractId)))[0]?.clientContact;
    await setReach(scene.ctx, CLIENT, MAIL);
    expect(await contact()).toBe("ana@example.org");
    await setReach(scene.ctx, CLIENT, { channel: "page" });
    expect(await contact()).toBeNull();
    await setReach(scene.ctx, CLIENT, { channel: "call", address: "11 2345-6789" });
    expect(await contact()).toBe("+551123456789");
    await deleteReach(scene.ctx, CLIENT);
    expect(await contact()).toBeNull();
    expect(await readReach(scene.ctx, CLIENT)).toBeNull();
  });

  test("deleted twice is deleted once", async () => {
    await setReach(scene.ctx, CLIENT, MAIL);
    await deleteReach(scene.ctx, CLIENT);
    await deleteReach(scene.ctx, CLIENT);
    const entries = await database.db.select().from(audit).where(eq(audit.action, "client.reach_deleted"));
    expect(entries).toHaveLength(1);
  });
});

describe("a notice to a client", () => {
  test("goes to the address that an anonymous client gave", async () => {
    await setReach(scene.ctx, CLIENT, MAIL);
    expect(await deliver(scene.ctx, news(), "k1")).toEqual({ stored: 2 });
    expect(await outside()).toEqual([{ channel: "email", recipient: "ana@example.org", availableAt: null }]);
  });

  test("waits for the safe hours outside the app, and is there in it at once", async () => {
    // 14:05 in Sao Paulo.
    await setReach(scene.ctx, CLIENT, { ...MAIL, safe_from: "08:00", safe_until: "12:00" });
    await deliver(scene.ctx, news(), "k1");
    expect(await rows()).toEqual(
      expect.arrayContaining([
        { channel: "in_app", recipient: CLIENT.userId, availableAt: null },
        { channel: "email", recipient: "ana@example.org", availableAt: new Date("2026-11-21T11:00:00Z") },
      ]),
    );
    const { items } = await listSent(scene.ctx, OPERATOR);
    expect(items.map(({ available_at }) => available_at)).toContain("2026-11-21T11:00:00.000Z");
  });

  test("stays in the app where only the page was allowed, an account's own address included", async () => {
    const account = { ...CLIENT, userId: "usr_stranger" };
    await setReach(scene.ctx, account, { channel: "page" });
    await setReach(scene.ctx, CLIENT, { channel: "call", address: "11 98765-4321", leave_message: true });
    await deliver(scene.ctx, news(account.userId), "k1");
    await deliver(scene.ctx, news(), "k1");
    expect((await rows(account.userId)).map(({ channel }) => channel)).toEqual(["in_app"]);
    expect(await outside()).toEqual([]);
  });

  test.each(["sms", "whatsapp"] as const)(
    "by %s is the subject and the link alone, where it may stay on the phone",
    async (channel) => {
      await setReach(scene.ctx, CLIENT, { channel, address: "11 98765-4321" });
      await deliver(scene.ctx, news(), "k1");
      expect(await outside()).toEqual([]);
      await setReach(scene.ctx, CLIENT, { channel, address: "11 98765-4321", leave_message: true });
      await deliver(scene.ctx, news(), "k2");
      const [sent] = await database.db.select().from(notifications).where(eq(notifications.channel, channel));
      expect(sent).toMatchObject({ recipient: "+5511987654321", status: "stored" });
      expect(sent?.text).toBe("Seu contrato está pronto para leitura\nhttps://vez.example/contracts/ctr_1");
    },
  );

  test("is written once, whatever the client changes between two tries of it", async () => {
    await setReach(scene.ctx, CLIENT, MAIL);
    await deliver(scene.ctx, news(), "k1");
    await setReach(scene.ctx, CLIENT, { channel: "sms", address: "11 98765-4321", leave_message: true });
    await deliver(scene.ctx, news(), "k1");
    expect(await outside()).toHaveLength(1);
  });

  test("that still waits follows the new word, and is not sent at all where none may be", async () => {
    await setReach(scene.ctx, CLIENT, { ...MAIL, safe_from: "08:00", safe_until: "12:00" });
    await deliver(scene.ctx, news(), "k1");
    await setReach(scene.ctx, CLIENT, {
      channel: "whatsapp",
      address: "11 98765-4321",
      leave_message: true,
      safe_from: "20:00",
      safe_until: "21:00",
    });
    expect(await outside()).toEqual([
      { channel: "whatsapp", recipient: "+5511987654321", availableAt: new Date("2026-11-20T23:00:00Z") },
    ]);
    await setReach(scene.ctx, CLIENT, { channel: "page" });
    expect(await outside()).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });

  test("to somebody who works here goes to the account, whatever was said as a client", async () => {
    const at = scene.clock.now;
    const reach = { channel: "page" as const, zone: "America/Sao_Paulo", createdAt: at, updatedAt: at };
    await database.db.insert(clientReach).values({ userId: LAWYER.userId, ...reach });
    await deliver(scene.ctx, news(LAWYER.userId), "k1");
    expect((await rows(LAWYER.userId)).map(({ channel }) => channel).sort()).toEqual(["email", "in_app"]);
  });
});
