// Two names become one person: how to be reached, what waits to be sent, and the talk come along.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cases, clientReach, notifications, users } from "../../../src/db/schema.ts";
import { joinAnonymous } from "../../../src/services/identity/join-anonymous.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { readNotices, storeNotices } from "../../../src/services/notify/set-notices.ts";
import { readReach, setReach } from "../../../src/services/reach/set-reach.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 1 });
});

const client = (userId: string) => ({ kind: "person", userId, role: "client", locale: "pt-BR" }) as const;
const MAIL = { channel: "email", address: "ana@example.org" } as const;

async function anonymous() {
  const caseId = await world.addCase();
  const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
  return { caseId, me: client(row?.clientId ?? "") };
}

async function account() {
  await database.db.insert(users).values({ id: "usr_account", name: "Ana", email: "account@example.org" });
  return client("usr_account");
}

test("what the anonymous client said holds for the account", async () => {
  const [{ me }, to] = [await anonymous(), await account()];
  await setReach(world.ctx, me, { channel: "page" });
  await joinAnonymous(world.ctx, { anonymousId: me.userId, userId: to.userId });
  expect((await readReach(world.ctx, to))?.channel).toBe("page");
  await deliver(world.ctx, { userId: me.userId, kind: "case_unmatched", params: {} }, "k1");
  expect((await database.db.select().from(notifications)).map(({ channel }) => channel)).toEqual(["in_app"]);
});

test.each([
  ["the anonymous one's", 1, "page"],
  ["the account's", -1, "email"],
] as const)("of two answers the later one counts: %s", async (_, minutes, expected) => {
  const [{ me }, to] = [await anonymous(), await account()];
  await setReach(world.ctx, to, MAIL);
  world.advance(minutes * 60_000);
  await setReach(world.ctx, me, { channel: "page" });
  await joinAnonymous(world.ctx, { anonymousId: me.userId, userId: to.userId });
  expect(await database.db.select().from(clientReach)).toMatchObject([{ userId: to.userId, channel: expected }]);
});

test("a notice that waits for safe hours is the account's, and still waits", async () => {
  const [{ me }, to] = [await anonymous(), await account()];
  await setReach(world.ctx, me, { ...MAIL, safe_from: "20:00", safe_until: "21:00" });
  await deliver(world.ctx, { userId: me.userId, kind: "case_unmatched", params: {} }, "k1");
  await joinAnonymous(world.ctx, { anonymousId: me.userId, userId: to.userId });
  const outside = (await database.db.select().from(notifications)).filter(({ channel }) => channel === "email");
  expect(outside).toMatchObject([{ userId: to.userId, recipient: "ana@example.org" }]);
  await setReach(world.ctx, to, { channel: "page" });
  expect((await database.db.select().from(notifications)).map(({ channel }) => channel)).toEqual(["in_app"]);
});

test("two anonymous sessions become one, and the one that waits goes on when either answers", async () => {
  const [{ me }, other] = [await anonymous(), await anonymous()];
  const until = new Date(world.ctx.now().getTime() + 600_000);
  await database.db.update(cases).set({ reachBy: until }).where(eq(cases.id, other.caseId));
  await joinAnonymous(world.ctx, { anonymousId: other.me.userId, userId: me.userId });
  await setReach(world.ctx, me, MAIL);
  const rows = await database.db.select().from(cases);
  expect(rows.map(({ clientId, reachBy }) => [clientId, reachBy])).toEqual([
    [me.userId, null],
    [me.userId, null],
  ]);
});

test("how the anonymous client wanted to be told holds where the account has not said it", async () => {
  const [{ me }, to] = [await anonymous(), await account()];
  const said = {
    off: ["talk.email"],
    first: null,
    phone: null,
    quietFrom: null,
    quietUntil: null,
    zone: "UTC",
  } as const;
  await storeNotices(world.ctx, me, { ...said, urgentAnytime: true });
  await joinAnonymous(world.ctx, { anonymousId: me.userId, userId: to.userId });
  expect((await readNotices(world.ctx, to)).off).toEqual(["talk.email"]);
  const other = await anonymous();
  await storeNotices(world.ctx, other.me, { ...said, off: ["cases.email"], urgentAnytime: true });
  await joinAnonymous(world.ctx, { anonymousId: other.me.userId, userId: to.userId });
  expect((await readNotices(world.ctx, to)).off).toEqual(["talk.email"]);
});
