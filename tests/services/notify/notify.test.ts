// Messages to people as rows: once a key and channel, in the reader's language, for the reader's eyes.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { notifications, users } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { listInbox } from "../../../src/services/notify/list-inbox.ts";
import { listSent } from "../../../src/services/notify/list-sent.ts";
import { notifyOperators } from "../../../src/services/notify/notify-operators.ts";
import { readMessage } from "../../../src/services/notify/read-message.ts";
import { storeSignInCode } from "../../../src/services/notify/sign-in-code.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { OPERATOR, type Scene, START, sceneOn } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  await database.db.insert(users).values([
    { id: "usr_ana", name: "Ana", email: "ana@example.org", locale: "pt-BR" },
    { id: "usr_bob", name: "Bob", email: "bob@example.org", locale: "en" },
    { id: "usr_anon", name: "", email: "temp@anonymous.invalid", isAnonymous: true },
    { id: "usr_operator", name: "Op", email: "op@example.org", role: "operator", locale: "pt-BR" },
    { id: "usr_operator2", name: "Op", email: "op2@example.org", role: "operator", locale: "en" },
  ]);
});

const ANA = { kind: "person", userId: "usr_ana", role: "client", locale: "pt-BR" } as const;
const BOB = { kind: "person", userId: "usr_bob", role: "client", locale: "en" } as const;
const ready = (userId: string) => ({ userId, kind: "contract_ready", params: { contract_id: "ctr_1" } }) as const;

describe("deliver", () => {
  test("writes in the app and by e-mail, in the reader's language, with the link", async () => {
    expect(await deliver(scene.ctx, ready("usr_bob"), "k1")).toEqual({ stored: 2 });
    const rows = await database.db.select().from(notifications).orderBy(notifications.channel);
    expect(rows).toEqual([
      expect.objectContaining({ channel: "email", recipient: "bob@example.org", status: "stored", userId: "usr_bob" }),
      expect.objectContaining({ channel: "in_app", recipient: "usr_bob", link: "https://vez.example/contracts/ctr_1" }),
    ]);
    expect(rows[0]?.subject).toBe("Your agreement is ready to read");
    expect(rows[0]?.text).toContain("https://vez.example/contracts/ctr_1");
  });

  test("writes only in the app to someone without an address", async () => {
    expect(await deliver(scene.ctx, ready("usr_anon"), "k1")).toEqual({ stored: 1 });
    expect((await database.db.select().from(notifications)).map((row) => row.channel)).toEqual(["in_app"]);
  });

  test("delivered twice, or twice at once, is one message", async () => {
    await Promise.all([deliver(scene.ctx, ready("usr_ana"), "k1"), deliver(scene.ctx, ready("usr_ana"), "k1")]);
    expect(await deliver(scene.ctx, ready("usr_ana"), "k1")).toEqual({ stored: 0 });
    expect(await database.db.$count(notifications)).toBe(2);
    await deliver(scene.ctx, ready("usr_ana"), "k2");
    expect(await database.db.$count(notifications)).toBe(4);
  });

  test("passes over someone who is gone", async () => {
    expect(await deliver(scene.ctx, ready("usr_none"), "k1")).toEqual({ stored: 0 });
    expect(await database.db.$count(notifications)).toBe(0);
  });
});

describe("notifyOperators", () => {
  test("writes to every operator in their own language, and to nobody else", async () => {
    const unmatched = { kind: "case_unmatched", params: { case_id: "cas_9" } } as const;
    expect(await notifyOperators(scene.ctx, unmatched, "k1")).toEqual({ stored: 4 });
    expect(await notifyOperators(scene.ctx, unmatched, "k1")).toEqual({ stored: 0 });
    const rows = await database.db.select().from(notifications).where(eq(notifications.channel, "in_app"));
    expect(rows.map((row) => [row.userId, row.subject]).sort()).toEqual([
      ["usr_operator", "Caso sem profissional"],
      ["usr_operator2", "A case without a professional"],
    ]);
    expect(rows.every((row) => row.text.includes("cas_9") && row.link === "https://vez.example/ops")).toBe(true);
  });

  test("does not fail where there is no operator yet", async () => {
    await database.sql`UPDATE users SET role = 'client'`;
    const dead = { kind: "message_dead", params: {} } as const;
    expect(await notifyOperators(scene.ctx, dead, "k1")).toEqual({ stored: 0 });
  });
});

describe("storeSignInCode", () => {
  test("writes the code to the address, known or not, and never into the subject", async () => {
    await storeSignInCode(scene.ctx, { email: " Ana@Example.org ", code: "123456", locale: "pt-BR" });
    await storeSignInCode(scene.ctx, { email: "new@example.org", code: "654321", locale: "en" });
    const rows = await database.db.select().from(notifications).orderBy(notifications.recipient);
    expect(rows.map((row) => [row.recipient, row.userId, row.channel])).toEqual([
      ["ana@example.org", "usr_ana", "email"],
      ["new@example.org", null, "email"],
    ]);
    expect(rows[0]?.text).toContain("123456");
    expect(rows.some((row) => /\d{6}/.test(row.subject))).toBe(false);
  });
});

describe("a person's own messages", () => {
  const write = async (count: number) => {
    for (let i = 0; i < count; i++) {
      // Three in one moment: the id decides between them.
      scene.clock.now = new Date(START.getTime() + Math.floor(i / 3) * 1000);
      await deliver(scene.ctx, ready("usr_ana"), `k${i}`);
    }
  };

  test("come newest first, page by page, none twice and none left out", async () => {
    await write(7);
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await listInbox(scene.ctx, ANA, { limit: 2, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
      pages++;
    } while (cursor !== undefined && pages < 10);
    expect(pages).toBe(4);
    expect(new Set(seen).size).toBe(7);
    const first = await listInbox(scene.ctx, ANA);
    expect(first.items.map((item) => item.id)).toEqual(seen);
    expect(first.unread).toBe(7);
    expect(first.items[0]?.created_at).toBe(new Date(START.getTime() + 2000).toISOString());
  });

  test("are nobody else's, to list or to mark as read", async () => {
    await write(1);
    expect((await listInbox(scene.ctx, BOB)).items).toEqual([]);
    const id = (await listInbox(scene.ctx, ANA)).items[0]?.id ?? "";
    await expect(readMessage(scene.ctx, BOB, { id })).rejects.toMatchObject({ status: 404 });
    expect((await listInbox(scene.ctx, ANA)).unread).toBe(1);
  });

  test("are read once: the first moment stays", async () => {
    await write(1);
    const id = (await listInbox(scene.ctx, ANA)).items[0]?.id ?? "";
    const first = await readMessage(scene.ctx, ANA, { id });
    scene.clock.now = new Date(START.getTime() + 60_000);
    expect(await readMessage(scene.ctx, ANA, { id })).toEqual(first);
    expect(await listInbox(scene.ctx, ANA)).toMatchObject({ unread: 0, items: [{ read_at: first.read_at }] });
  });

  test.each([["rubbish"], ["%%%"], [btoa("1.x")], [btoa("99999999999999.ntf_'; DROP TABLE x")]])(
    "do not go on from a made-up place (%s)",
    async (cursor) => {
      await expect(listInbox(scene.ctx, ANA, { cursor })).rejects.toMatchObject({ code: "invalid_input" });
    },
  );

  test("refuse a limit out of bounds", async () => {
    await expect(listInbox(scene.ctx, ANA, { limit: 0 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(listInbox(scene.ctx, ANA, { limit: 101 })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("the operators' mail box", () => {
  test("shows what went out, but no sign-in code", async () => {
    await storeSignInCode(scene.ctx, { email: "ana@example.org", code: "123456", locale: "pt-BR" });
    await deliver(scene.ctx, ready("usr_ana"), "k1");
    const { items } = await listSent(scene.ctx, OPERATOR);
    expect(items).toHaveLength(3);
    expect(JSON.stringify(items)).not.toContain("123456");
    expect(items.filter((item) => item.text === null).map((item) => item.kind)).toEqual(["sign_in_code"]);
  });

  test.each<[string, Actor]>([
    ["a client", ANA],
    ["the house itself", { kind: "system" }],
  ])("is not there for %s", async (_who, actor) => {
    await expect(listSent(scene.ctx, actor)).rejects.toMatchObject({ status: 404 });
  });
});
