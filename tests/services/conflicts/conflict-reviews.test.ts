// A conflict of interest that is likely, or could not be checked, keeps the gate closed until a person has decided.
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  audit,
  cases,
  conflictReviews,
  notifications,
  offers,
  outbox,
  representedParties,
  users,
} from "../../../src/db/schema.ts";
import { partyKey } from "../../../src/domain/matching/conflict.ts";
import { decideConflict } from "../../../src/services/conflicts/decide-conflict.ts";
import { listConflictReviews } from "../../../src/services/conflicts/list-conflict-reviews.ts";
import type { Actor } from "../../../src/services/context.ts";
import { MOST_PARTIES } from "../../../src/services/equity/candidate-gates.ts";
import { notifyOperators } from "../../../src/services/notify/notify-operators.ts";
import { answerOffer } from "../../../src/services/offers/answer-offer.ts";
import { nobodyLeft } from "../../../src/services/offers/nobody-left.ts";
import { storeWave } from "../../../src/services/offers/store-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { addProfessional, addSearchedCase, matchOf } from "../../support/offer-rows.ts";
import { type Scene, sceneOn } from "../contracts/scene.ts";

const OPERATOR: Actor = { kind: "person", userId: "usr_op", role: "operator", locale: "pt-BR" };
let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  await database.db.insert(users).values({ id: "usr_op", name: "Operação", email: "op@example.org", role: "operator" });
});

const represent = (professionalId: string, names: string[]) =>
  database.db.insert(representedParties).values(names.map((name) => ({ professionalId, partyKey: partyKey(name) })));
const adverse = { adverseParties: ["Padaria Central Ltda"] };
const reviews = () => database.db.select().from(conflictReviews).orderBy(conflictReviews.professionalId);
const gateOf = async (caseId: string, id: string) => (await matchOf(scene.ctx, caseId, [id])).ranking.receipts[0]?.gate;

/** More names than are compared; none of them is the other side's. */
const MANY = Array.from({ length: MOST_PARTIES + 1 }, (_, i) => `Fulano Numero${i} Sobrenome${i}`);

describe("the gate", () => {
  test("is closed by a name alike and by a check that could not be made; only where nothing is doubtful it is open", async () => {
    const { db } = database;
    const [alike, many, free] = await Promise.all(["alike", "many", "free"].map((key) => addProfessional(db, key)));
    await represent(alike ?? "", ["PADARIA CENTRAL"]);
    await represent(many ?? "", MANY);
    const caseId = await addSearchedCase(db, "one", adverse);
    const match = await matchOf(scene.ctx, caseId, [alike ?? "", many ?? "", free ?? ""]);
    expect(match.ranking.chosen).toEqual([free]);
    expect(await storeWave(scene.ctx, match, 1)).toBe("sent");
    expect((await reviews()).map(({ professionalId, reason, status }) => [professionalId, reason, status])).toEqual([
      [alike, "name", "open"],
      [many, "unchecked", "open"],
    ]);
    // Nobody on the other side: nothing to compare, however many names there are.
    expect(await gateOf(await addSearchedCase(db, "two"), many ?? "")).toBeNull();
  });

  test("calls a person only where nothing else stands in the way, and no more than twenty times a wave", async () => {
    const { db } = database;
    const people = await Promise.all(Array.from({ length: 25 }, (_, i) => addProfessional(db, `p${i}`)));
    const away = await addProfessional(db, "away", { leaveFrom: new Date("2026-01-01") });
    const full = await addProfessional(db, "full", { capacityMonthly: 0 });
    const all = [...people, away, full];
    for (const id of all) await represent(id, ["Padaria Central"]);
    const caseId = await addSearchedCase(db, "one", adverse);
    await nobodyLeft(scene.ctx, await matchOf(scene.ctx, caseId, all), 1);
    expect(await reviews()).toHaveLength(20);
    await nobodyLeft(scene.ctx, await matchOf(scene.ctx, caseId, all), 2);
    const asked = (await reviews()).map((review) => review.professionalId);
    expect(asked).toHaveLength(25);
    expect(asked).not.toContain(away);
    expect(asked).not.toContain(full);
  });

  test("tells the operators once for a case, in words without a name of anybody", async () => {
    const { db } = database;
    const people = await Promise.all(["a", "b"].map((key) => addProfessional(db, key)));
    for (const id of people) await represent(id, ["Padaria Central"]);
    const caseId = await addSearchedCase(db, "one", adverse);
    for (const wave of [1, 2]) await nobodyLeft(scene.ctx, await matchOf(scene.ctx, caseId, people), wave);
    const told = await db
      .select()
      .from(outbox)
      .where(eq(outbox.key, `conflict_review:${caseId}`));
    expect(told).toHaveLength(1);
    expect(scene.queued.filter((row) => row.id === told[0]?.id)).toHaveLength(1);
    await notifyOperators(scene.ctx, { kind: "conflict_review", params: { case_id: caseId } }, "k");
    for (const row of await db.select().from(notifications)) {
      expect(JSON.stringify(row)).not.toMatch(/padaria/i);
    }
  });
});

describe("a decision", () => {
  async function doubt(status: "matching" | "unmatched") {
    const { db } = database;
    const id = await addProfessional(db, "alike");
    await represent(id, ["PADARIA CENTRAL"]);
    const caseId = await addSearchedCase(db, "one", adverse);
    await nobodyLeft(scene.ctx, await matchOf(scene.ctx, caseId, [id]), 1);
    await db.update(cases).set({ status }).where(eq(cases.id, caseId));
    const [review] = await reviews();
    return { id, caseId, reviewId: review?.id ?? "" };
  }

  test("to clear opens the gate for that pair alone, and starts the search of a case without anybody again", async () => {
    const { id, caseId, reviewId } = await doubt("unmatched");
    const decided = await decideConflict(scene.ctx, OPERATOR, { id: reviewId, decision: "cleared" });
    expect(decided).toMatchObject({ case_id: caseId, status: "cleared", searching: true });
    expect((await database.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.status).toBe("matching");
    expect(
      await database.db.$count(outbox, and(eq(outbox.name, "case.next_wave"), sql`key LIKE ${`%${caseId}:again%`}`)),
    ).toBe(1);
    expect(await gateOf(caseId, id)).toBeNull();
    expect(await storeWave(scene.ctx, await matchOf(scene.ctx, caseId, [id]), 2)).toBe("sent");
    expect(await gateOf(await addSearchedCase(database.db, "two", adverse), id)).toBe("conflict");
  });

  test("to confirm keeps it closed, also for an offer that went out before", async () => {
    const { id, caseId, reviewId } = await doubt("matching");
    const { db } = database;
    await db.delete(representedParties);
    expect(await storeWave(scene.ctx, await matchOf(scene.ctx, caseId, [id]), 2)).toBe("sent");
    const [offer] = await db.select().from(offers);
    expect(await decideConflict(scene.ctx, OPERATOR, { id: reviewId, decision: "confirmed" })).toMatchObject({
      searching: false,
    });
    const answer = {
      caseId,
      offerId: offer?.id ?? "",
      professionalId: id,
      userId: "usr_alike",
      answer: "accept",
      reason: null,
      traceId: "trc_test",
    } as const;
    await expect(answerOffer(scene.ctx, answer)).rejects.toMatchObject({ code: "conflict_of_interest", status: 409 });
  });

  test("keeps its reason in the audit, and takes none of the other answer", async () => {
    const { reviewId } = await doubt("matching");
    const decide = (reason: string) =>
      decideConflict(scene.ctx, OPERATOR, { id: reviewId, decision: "cleared", reason });
    await expect(decide("same_person")).rejects.toMatchObject({ code: "invalid_input" });
    await decide("other_person");
    const [row] = await database.db
      .select()
      .from(audit)
      .where(and(eq(audit.subject, reviewId), eq(audit.action, "conflict.cleared")));
    expect(row?.detail).toEqual({ reason: "other_person" });
  });

  test("twice is one, the other way later is refused, and each is in the audit once", async () => {
    const { reviewId } = await doubt("matching");
    const clear = () => decideConflict(scene.ctx, OPERATOR, { id: reviewId, decision: "cleared" });
    expect(await clear()).toEqual(await clear());
    await expect(decideConflict(scene.ctx, OPERATOR, { id: reviewId, decision: "confirmed" })).rejects.toMatchObject({
      code: "decided_already",
      status: 409,
    });
    expect(
      await database.db.$count(audit, and(eq(audit.subject, reviewId), eq(audit.action, "conflict.cleared"))),
    ).toBe(1);
    await expect(decideConflict(scene.ctx, OPERATOR, { id: "cfr_none", decision: "cleared" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      decideConflict(scene.ctx, OPERATOR, { id: reviewId, decision: "perhaps" as "cleared" }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("is made on both names, whose reading is in the audit; for others than operators there is no list", async () => {
    const { id, caseId, reviewId } = await doubt("matching");
    const { items } = await listConflictReviews(scene.ctx, OPERATOR);
    expect(items).toMatchObject([
      {
        id: reviewId,
        reason: "name",
        case: { id: caseId },
        professional: { id },
        alike: [{ adverse: "Padaria Central Ltda", represented: partyKey("Padaria Central") }],
      },
    ]);
    await listConflictReviews(scene.ctx, OPERATOR);
    const read = await database.db.select().from(audit).where(eq(audit.action, "conflict.read"));
    expect(read.map(({ subject, actor, detail }) => [subject, actor, detail])).toEqual([[reviewId, "usr_op", {}]]);
    const lawyer: Actor = { kind: "person", userId: "usr_alike", role: "professional", locale: "pt-BR" };
    await expect(listConflictReviews(scene.ctx, lawyer)).rejects.toMatchObject({ code: "not_found" });
    await expect(decideConflict(scene.ctx, lawyer, { id: reviewId, decision: "cleared" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("waits in a list that can be leafed through", async () => {
    const { db } = database;
    const people = await Promise.all(Array.from({ length: 5 }, (_, i) => addProfessional(db, `p${i}`)));
    for (const id of people) await represent(id, ["Padaria Central"]);
    await nobodyLeft(scene.ctx, await matchOf(scene.ctx, await addSearchedCase(db, "one", adverse), people), 1);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConflictReviews(scene.ctx, OPERATOR, { limit: 2, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(5);
    expect((await listConflictReviews(scene.ctx, OPERATOR, { status: "cleared" })).items).toEqual([]);
  });
});
