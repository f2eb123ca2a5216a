// An anonymous client signs in: everything that is his, and everything on its way to him, comes along.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import { audit, blockedPairs, cases, notifications, outbox, professionals, users } from "../../../src/db/schema.ts";
import { joinAnonymous } from "../../../src/services/identity/join-anonymous.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let serial = 0;

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 1 });
});
afterAll(() => database.close());

async function account(values: Partial<typeof users.$inferInsert> = {}) {
  const id = `usr_account${++serial}`;
  await database.db.insert(users).values({ id, name: "Ana", email: `${id}@example.org`, ...values });
  return id;
}
async function anonymousWithCase(values: Partial<typeof cases.$inferInsert> = {}) {
  const caseId = await world.addCase(values);
  const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw new Error("the case is gone");
  return { caseId, anonymousId: row.clientId };
}
const news = (userId: string, caseId: string) =>
  ({ userId, kind: "case_accepted", params: { case_id: caseId } }) as const;
const toldTo = (userId: string) =>
  database.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.channel, "email")));

test("what was still to be sent to the old id is sent to the account", async () => {
  const { caseId, anonymousId } = await anonymousWithCase();
  const made = { now: world.ctx.now(), traceId: "trc_test" };
  await database.db.insert(outbox).values(outboxRow("person.notify", `n:${caseId}`, news(anonymousId, caseId), made));
  const userId = await account();
  await joinAnonymous(world.ctx, { anonymousId, userId });
  await world.drain();
  expect((await toldTo(userId)).map(({ kind }) => kind)).toEqual(["case_accepted"]);
});

test("a message that already left its row under the old id finds the account", async () => {
  const { caseId, anonymousId } = await anonymousWithCase();
  const userId = await account();
  await joinAnonymous(world.ctx, { anonymousId, userId });
  expect(await deliver(world.ctx, news(anonymousId, caseId), `late:${caseId}`)).toEqual({ stored: 2 });
  expect(await toldTo(userId)).toHaveLength(1);
});

test("two cases that were begun with the same key by two names become one person's", async () => {
  const key = "same-key";
  const userId = await account();
  const own = await world.addCase({ clientId: userId, openKey: key });
  const { caseId, anonymousId } = await anonymousWithCase({ openKey: key });
  await joinAnonymous(world.ctx, { anonymousId, userId });
  const mine = await database.db.select({ id: cases.id }).from(cases).where(eq(cases.clientId, userId));
  expect(mine.map(({ id }) => id).sort()).toEqual([own, caseId].sort());
});

test("stop holds on under the account's name", async () => {
  const { anonymousId } = await anonymousWithCase();
  await database.db.update(users).set({ optedOutAt: world.ctx.now() }).where(eq(users.id, anonymousId));
  const userId = await account();
  await joinAnonymous(world.ctx, { anonymousId, userId });
  const [row] = await database.db.select().from(users).where(eq(users.id, userId));
  expect(row?.optedOutAt).toEqual(world.ctx.now());
});

test("is in the audit once, and not at all when nothing was taken over", async () => {
  const joins = (userId: string) =>
    database.db.$count(audit, and(eq(audit.subject, userId), eq(audit.action, "client.joined")));
  const { anonymousId } = await anonymousWithCase();
  const userId = await account();
  await joinAnonymous(world.ctx, { anonymousId, userId });
  await joinAnonymous(world.ctx, { anonymousId, userId });
  expect(await joins(userId)).toBe(1);
  const lawyer = await account({ role: "professional" });
  const other = await anonymousWithCase();
  await joinAnonymous(world.ctx, { anonymousId: other.anonymousId, userId: lawyer });
  expect(await joins(lawyer)).toBe(0);
  expect(await database.db.$count(users, eq(users.id, other.anonymousId))).toBe(1);
});

test("whom he wanted no more of stays away from the account, too", async () => {
  const { caseId, anonymousId } = await anonymousWithCase();
  const [one] = await database.db.select({ id: professionals.id }).from(professionals);
  const pair = { professionalId: one?.id ?? "", side: "client", caseId, createdAt: world.ctx.now() } as const;
  const userId = await account();
  await database.db.insert(blockedPairs).values([
    { ...pair, clientId: anonymousId },
    { ...pair, clientId: userId },
  ]);
  await joinAnonymous(world.ctx, { anonymousId, userId });
  expect(await database.db.select({ clientId: blockedPairs.clientId }).from(blockedPairs)).toEqual([
    { clientId: userId },
  ]);
});
