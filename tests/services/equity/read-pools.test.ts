// The pools as operators read them: by area, even or not, who was offered any; nobody else reads them.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ledger, professionals } from "../../../src/db/schema.ts";
import { readPools } from "../../../src/services/equity/read-pools.ts";
import { refreshEquity } from "../../../src/services/equity/refresh-equity.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const OPERATOR = { kind: "person", userId: "usr_operator", role: "operator", locale: "en" } as const;
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 4 });
  // Four people of one area and of one size, so that what is even can be told by hand.
  await database.db.update(professionals).set({ areas: ["familia"], capacityDeclared: 5 });
  await refreshEquity(world.ctx);
});

async function book(kind: "offered" | "accepted" | "returned", person: number, key: string, daysAgo = 1) {
  await database.db.insert(ledger).values({
    id: `led_${key}_${kind}`,
    professionalId: world.people[person]?.id ?? "",
    caseId: await world.addCase(),
    offerId: `off_${key}`,
    area: "familia",
    kind,
    at: new Date(world.ctx.now().getTime() - daysAgo * 86_400_000),
  });
}

async function familia() {
  await refreshEquity(world.ctx);
  return (await readPools(world.ctx, OPERATOR)).pools.find(({ area }) => area === "familia");
}

test("an area without a case has no Gini, since nothing was shared", async () => {
  expect(await familia()).toMatchObject({ cases: 0, people: 4, gini: null, offered_share: 0 });
});

test("everything to one of four is a Gini of three quarters, the same to all is none", async () => {
  await book("offered", 0, "a");
  await book("accepted", 0, "a");
  expect(await familia()).toMatchObject({ cases: 1, people: 4, gini: 0.75, offered_share: 0.25 });
  for (const person of [1, 2, 3]) {
    await book("offered", person, `b${person}`);
    await book("accepted", person, `b${person}`);
  }
  expect(await familia()).toMatchObject({ cases: 4, gini: 0, offered_share: 1 });
});

test("what was taken back, or is older than the window, is no case", async () => {
  await book("accepted", 0, "back");
  await book("returned", 0, "back");
  await book("accepted", 1, "old", 31);
  expect(await familia()).toMatchObject({ cases: 0, gini: null });
});

test("the settings in force come with it, and nobody but an operator reads it", async () => {
  expect((await readPools(world.ctx, OPERATOR)).fairness).toEqual(world.ctx.settings.fairness);
  await expect(readPools(world.ctx, { ...OPERATOR, role: "professional" })).rejects.toMatchObject({
    code: "not_found",
  });
});
