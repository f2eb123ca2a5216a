// The count of graded cases that the console shows is the count that a training would find.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { offers } from "../../../src/db/schema.ts";
import { countGradedCases } from "../../../src/services/models/count-graded-cases.ts";
import { readGradedCases } from "../../../src/services/models/read-graded-cases.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { addHistory } from "./history.ts";

const operator = { kind: "person", userId: "usr_op", role: "operator", locale: "en" } as const;
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 20 });
});
afterAll(() => database.close());

test("cases without a difference, and answers without a grade, are not counted", async () => {
  const [first = "", second = ""] = await addHistory(world, 12);
  // One case in which all declined alike, and one whose only acceptance is left after conflicts, which say nothing.
  await world.ctx.db.update(offers).set({ status: "declined" }).where(eq(offers.caseId, first));
  await world.ctx.db.update(offers).set({ declineReason: "conflict" }).where(eq(offers.caseId, second));
  const trained = await readGradedCases(world.ctx, { from: new Date(0), to: world.ctx.now() });
  expect(trained).toHaveLength(10);
  expect(await countGradedCases(world.ctx, operator)).toBe(10);
  await expect(countGradedCases(world.ctx, { ...operator, role: "client" })).rejects.toMatchObject({
    code: "not_found",
  });
});
