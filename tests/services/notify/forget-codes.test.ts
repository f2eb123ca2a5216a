// Expired sign-in codes are not kept for anyone to read.
import { afterAll, beforeAll, expect, test } from "vitest";
import { notifications } from "../../../src/db/schema.ts";
import { forgetCodes } from "../../../src/services/notify/forget-codes.ts";
import { storeSignInCode } from "../../../src/services/notify/sign-in-code.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld } from "../../support/world.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

test("a code is readable while it is good and blank once it has expired", async () => {
  const world = await makeWorld(database, { professionals: 1 });
  await storeSignInCode(world.ctx, { email: "ana@example.org", code: "123456", locale: "pt-BR" });
  const text = async () => (await database.db.select().from(notifications)).map((row) => row.text).join("");
  world.advance(9 * 60_000);
  expect(await forgetCodes(world.ctx)).toEqual({ forgotten: 0 });
  expect(await text()).toContain("123456");
  world.advance(2 * 60_000);
  expect(await forgetCodes(world.ctx)).toEqual({ forgotten: 1 });
  expect(await text()).toBe("");
});
