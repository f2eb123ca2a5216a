// Reviews: the client's, after closing, open to change for seven days, and the professional's figures always fit.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, professionals, reviews } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { readContract } from "../../../src/services/contracts/read-contract.ts";
import { reviewContract } from "../../../src/services/reviews/review-contract.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  CLIENT,
  closedContract,
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
} from "../contracts/scene.ts";

const DAY_MS = 86_400_000;
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

const good = { rating: 5, outcome: "resolved", comment: "Explicou tudo com calma." } as const;

async function figures() {
  const [row] = await database.db.select().from(professionals).where(eq(professionals.id, "pro_1"));
  return { sum: row?.reviewSum, count: row?.reviewCount, won: row?.casesWon, closed: row?.casesClosed };
}

describe("reviewContract", () => {
  test("counts for the professional and tells her once", async () => {
    const contractId = await closedContract(scene);
    const review = await reviewContract(scene.ctx, CLIENT, { contractId, ...good });
    expect(review).toMatchObject({
      contract_id: contractId,
      ...good,
      revision: 1,
      editable_until: new Date(START.getTime() + 7 * DAY_MS).toISOString(),
    });
    expect(await figures()).toEqual({ sum: 22, count: 5, won: 3, closed: 5 });
    const told = (await outboxOf(database.db, "person.notify")).filter((row) => row.body.kind === "review_received");
    expect(told.map((row) => row.body)).toEqual([
      { userId: "usr_lawyer", kind: "review_received", params: { contract_id: contractId } },
    ]);
    expect((await readContract(scene.ctx, LAWYER, { contractId })).review).toMatchObject({ ...good, revision: 1 });
  });

  test("takes a change within seven days: the figures move by the difference", async () => {
    const contractId = await closedContract(scene);
    await reviewContract(scene.ctx, CLIENT, { contractId, ...good });
    scene.clock.now = new Date(START.getTime() + 7 * DAY_MS);
    const changed = await reviewContract(scene.ctx, CLIENT, { contractId, rating: 2, outcome: "unresolved" });
    expect(changed).toMatchObject({ rating: 2, outcome: "unresolved", comment: "", revision: 2 });
    expect(changed.created_at).toBe(START.toISOString());
    expect(await figures()).toEqual({ sum: 19, count: 5, won: 2, closed: 5 });
    const told = (await outboxOf(database.db, "person.notify")).filter((row) => row.body.kind === "review_received");
    expect(told).toHaveLength(1);
  });

  test("takes no change after seven days, and says so", async () => {
    const contractId = await closedContract(scene);
    await reviewContract(scene.ctx, CLIENT, { contractId, ...good });
    scene.clock.now = new Date(START.getTime() + 7 * DAY_MS + 1);
    await expect(reviewContract(scene.ctx, CLIENT, { contractId, ...good, rating: 1 })).rejects.toMatchObject({
      code: "review_window_over",
      status: 409,
    });
    expect(await figures()).toEqual({ sum: 22, count: 5, won: 3, closed: 5 });
    expect(await database.db.$count(audit, eq(audit.action, "contract.reviewed"))).toBe(1);
  });

  test("the same words twice are one review, at any time", async () => {
    const contractId = await closedContract(scene);
    const first = await reviewContract(scene.ctx, CLIENT, { contractId, ...good });
    scene.clock.now = new Date(START.getTime() + 30 * DAY_MS);
    expect(await reviewContract(scene.ctx, CLIENT, { contractId, ...good })).toEqual(first);
    expect(await figures()).toEqual({ sum: 22, count: 5, won: 3, closed: 5 });
  });

  test("sent many times at once leaves figures that fit the one review", async () => {
    const contractId = await closedContract(scene);
    const ratings = [1, 2, 3, 4, 5, 1, 2, 3];
    const sent = await Promise.allSettled(
      ratings.map((rating) => reviewContract(scene.ctx, CLIENT, { contractId, rating, outcome: "resolved" })),
    );
    expect(sent.every((one) => one.status === "fulfilled")).toBe(true);
    const [kept, ...others] = await database.db.select().from(reviews);
    expect(others).toEqual([]);
    expect(await figures()).toEqual({ sum: 17 + (kept?.rating ?? 0), count: 5, won: 3, closed: 5 });
  });

  test.each([
    ["sent", sentContract],
    ["signed", signedContract],
  ])("waits until a %s contract is closed", async (_status, make) => {
    const contractId = await make(scene);
    await expect(reviewContract(scene.ctx, CLIENT, { contractId, ...good })).rejects.toMatchObject({
      code: "contract_not_closed",
    });
    expect(await database.db.$count(reviews)).toBe(0);
    expect((await figures()).count).toBe(4);
  });

  test.each<[string, Actor, number]>([
    ["the professional", LAWYER, 403],
    ["an operator", OPERATOR, 403],
    ["a stranger", STRANGER, 404],
    ["another professional", OTHER_LAWYER, 404],
  ])("refuses %s", async (_who, actor, status) => {
    const contractId = await closedContract(scene);
    await expect(reviewContract(scene.ctx, actor, { contractId, ...good })).rejects.toMatchObject({ status });
    expect(await database.db.$count(reviews)).toBe(0);
  });

  test.each([
    ["no stars", { rating: 0 }],
    ["six stars", { rating: 6 }],
    ["half a star", { rating: 2.5 }],
    ["an unknown outcome", { outcome: "won" as "resolved" }],
    ["2,001 letters", { comment: "a".repeat(2001) }],
  ])("refuses %s", async (_what, change) => {
    const contractId = await closedContract(scene);
    await expect(reviewContract(scene.ctx, CLIENT, { contractId, ...good, ...change })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await database.db.$count(reviews)).toBe(0);
  });

  test("keeps what people write, without the bytes that a database refuses", async () => {
    const contractId = await closedContract(scene);
    const comment = "Ótima 😀\u0000\r\n<b>'; DROP TABLE reviews; -- مرحبا";
    const review = await reviewContract(scene.ctx, CLIENT, { contractId, ...good, comment });
    expect(review.comment).toBe("Ótima 😀\n<b>'; DROP TABLE reviews; -- مرحبا");
  });
});
