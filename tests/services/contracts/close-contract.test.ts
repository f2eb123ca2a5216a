// Closing a contract: by its parties, once, and only after both have signed.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, contracts, professionals } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { closeContract } from "../../../src/services/contracts/close-contract.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  CLIENT,
  LAWYER,
  OPERATOR,
  OTHER_LAWYER,
  outboxOf,
  type Scene,
  START,
  STRANGER,
  sceneOn,
  sentContract,
  signedContract,
} from "./scene.ts";

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
});

const closedCases = async () =>
  (await database.db.select().from(professionals).where(eq(professionals.id, "pro_1")))[0]?.casesClosed;

describe("closeContract", () => {
  test.each<[string, Actor]>([
    ["the client", CLIENT],
    ["the professional", LAWYER],
  ])("by %s closes contract and case and counts for the professional", async (_who, actor) => {
    const contractId = await signedContract(scene);
    expect(await closeContract(scene.ctx, actor, { contractId })).toEqual({
      contract_id: contractId,
      status: "closed",
      closed_at: START.toISOString(),
    });
    const [contract] = await database.db.select().from(contracts);
    expect(contract).toMatchObject({ status: "closed", closedAt: START });
    const [one] = await database.db.select().from(cases);
    expect(one).toMatchObject({ status: "closed", closedAt: START });
    expect(await closedCases()).toBe(5);
  });

  test("asks the client for a review and tells both pages", async () => {
    const contractId = await signedContract(scene);
    scene.queued.length = 0;
    await closeContract(scene.ctx, LAWYER, { contractId });
    const notices = (await outboxOf(database.db, "person.notify")).map((row) => row.body);
    expect(notices).toContainEqual({
      userId: "usr_client",
      kind: "review_invited",
      params: { contract_id: contractId },
    });
    expect(notices).toContainEqual({
      userId: "usr_lawyer",
      kind: "contract_closed",
      params: { contract_id: contractId },
    });
    expect(scene.queued).toHaveLength(4);
  });

  test("many times at once closes and counts once", async () => {
    const contractId = await signedContract(scene);
    await Promise.all([CLIENT, LAWYER, CLIENT, LAWYER].map((actor) => closeContract(scene.ctx, actor, { contractId })));
    expect(await closedCases()).toBe(5);
    expect(await database.db.$count(audit, eq(audit.action, "contract.closed"))).toBe(1);
    const invited = (await outboxOf(database.db, "person.notify")).filter((row) => row.body.kind === "review_invited");
    expect(invited).toHaveLength(1);
  });

  test("waits for both signatures", async () => {
    const contractId = await sentContract(scene);
    const before = await outboxOf(database.db);
    await expect(closeContract(scene.ctx, CLIENT, { contractId })).rejects.toMatchObject({
      code: "contract_not_signed",
      status: 409,
    });
    expect(await closedCases()).toBe(4);
    expect(await outboxOf(database.db)).toEqual(before);
    expect(await database.db.$count(audit, eq(audit.action, "contract.closed"))).toBe(0);
  });

  test.each<[string, Actor]>([
    ["a stranger", STRANGER],
    ["another professional", OTHER_LAWYER],
    ["an operator", OPERATOR],
  ])("is not there for %s", async (_who, actor) => {
    const contractId = await signedContract(scene);
    await expect(closeContract(scene.ctx, actor, { contractId })).rejects.toMatchObject({ status: 404 });
    expect(await closedCases()).toBe(4);
  });
});
