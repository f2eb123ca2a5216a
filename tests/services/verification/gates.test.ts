// Nobody unverified or suspended is matched: not found, not offered anything under lock, and no acceptance of an open offer.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { absences, areaPools, cases, ledger, offers, outbox, professionals, receipts } from "../../../src/db/schema.ts";
import { matchCase } from "../../../src/services/matching/match-case.ts";
import { respondToOffer } from "../../../src/services/offers/respond-to-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { storeWave } from "../../../src/services/offers/store-wave.ts";
import { readProfessional } from "../../../src/services/professionals/read-professional.ts";
import { updateForProfessional, updateProfessional } from "../../../src/services/professionals/update-professional.ts";
import { approveReview, refuseReview } from "../../../src/services/verification/decide-review.ts";
import { endOpenOffers } from "../../../src/services/verification/end-open-offers.ts";
import { listProfessionals, searchProfessionals } from "../../../src/services/verification/list-professionals.ts";
import { readForOperator } from "../../../src/services/verification/read-for-operator.ts";
import { setPriority } from "../../../src/services/verification/set-priority.ts";
import { readStanding } from "../../../src/services/verification/standing.ts";
import { liftDueSuspensions, liftSuspension, suspend } from "../../../src/services/verification/suspend.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { apply, approve, CHECKED, reviewOf, type Someone, someone } from "./scene.ts";

const DAY_MS = 86_400_000;
let database: TestDatabase;
let world: World;
let me: Someone;
let olga: Someone;
let myId: string;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
/** Nobody else is there: whoever is found is this one. */
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 0 });
  me = await someone(world);
  olga = await someone(world, "operator");
  myId = (await apply(world, me)).professionalId;
});

const matched = async (caseId: string) => matchCase(world.ctx, { caseId, take: 3 });
const found = async () => (await matched(await world.addCase())).candidates.map(({ id }) => id);
const chosen = async () => (await matched(await world.addCase())).ranking.chosen;
const set = (values: Partial<typeof professionals.$inferInsert>) =>
  world.ctx.db.update(professionals).set(values).where(eq(professionals.id, myId));
const offered = async () => {
  const caseId = await world.addCase();
  await sendWave(world.ctx, { caseId, wave: 1 });
  const [offer] = await world.ctx.db.select().from(offers).where(eq(offers.caseId, caseId));
  return offer;
};
const accept = (offerId = "") => respondToOffer(world.ctx, me, { offerId, answer: "accept" });

describe("somebody who waits for verification", () => {
  test("is not even looked at by a match, and has no receipt", async () => {
    expect(await found()).toEqual([]);
    expect(await offered()).toBeUndefined();
    expect(await world.ctx.db.select().from(receipts)).toEqual([]);
  });

  test("is in the next match after the approval, and accepts", async () => {
    await approve(world, olga, me);
    expect(await chosen()).toEqual([myId]);
    const offer = await offered();
    expect(await accept(offer?.id)).toMatchObject({ status: "accepted" });
  });

  test("cannot switch offers on by himself", async () => {
    await expect(updateProfessional(world.ctx, me, { active: true })).rejects.toMatchObject({ code: "not_verified" });
  });
});

describe.each([
  ["pending again", { status: "pending", licenceStatus: "unchecked" }, "not_active"],
  ["with an unchecked licence", { licenceStatus: "unchecked" }, "licence"],
  ["suspended", { licenceStatus: "suspended" }, "suspended"],
  ["on leave", { leaveFrom: new Date("2026-11-01T00:00:00Z") }, "not_active"],
] as const)("somebody %s", (_, values, code) => {
  beforeEach(async () => {
    await approve(world, olga, me);
  });

  test("is not chosen", async () => {
    await set(values);
    expect(await chosen()).toEqual([]);
  });

  test("gets no offer where that came between ranking and wave", async () => {
    const caseId = await world.addCase();
    const match = await matched(caseId);
    expect(match.ranking.chosen).toEqual([myId]);
    await set(values);
    expect(await storeWave(world.ctx, match, 1)).toBe("nobody_free");
    expect(await world.ctx.db.select().from(offers)).toEqual([]);
  });

  test("cannot accept an offer that is open", async () => {
    const offer = await offered();
    await set(values);
    await expect(accept(offer?.id)).rejects.toMatchObject({ code, status: 409 });
    const [row] = await world.ctx.db
      .select()
      .from(cases)
      .where(eq(cases.id, offer?.caseId ?? ""));
    expect(row?.status).toBe("offering");
  });
});

test("nobody is asked to take a case of his own", async () => {
  await approve(world, olga, me);
  const caseId = await world.addCase();
  const match = await matched(caseId);
  await world.ctx.db.update(cases).set({ clientId: me.userId }).where(eq(cases.id, caseId));
  expect(await storeWave(world.ctx, match, 1)).toBe("nobody_free");
  expect((await matched(caseId)).candidates).toEqual([]);
  const offer = await offered();
  await world.ctx.db
    .update(cases)
    .set({ clientId: me.userId })
    .where(eq(cases.id, offer?.caseId ?? ""));
  await expect(accept(offer?.id)).rejects.toMatchObject({ code: "conflict_of_interest" });
});

describe("a change that matters", () => {
  beforeEach(async () => {
    await approve(world, olga, me);
  });

  test.each([
    [{ name: "Ana Maria de Souza Lima" }, { name: "Ana Maria de Souza Lima" }],
    [{ licence: "OAB/RJ 998.765" }, { licence_number: "998765", licence_uf: "RJ" }],
    [{ licence: "998.764" }, { licence_number: "998764", licence_uf: "SP" }],
    [{ other_licences: ["OAB/RJ 12.345-A"] }, { other_licences: ["RJ 12345A"] }],
    [{ qualifications: ["Especialista em direito do trabalho"] }, {}],
  ])("%j is verified again: out of the match, no acceptance, until somebody has looked", async (patch, claims) => {
    const offer = await offered();
    world.advance(1000);
    const view = await updateProfessional(world.ctx, me, patch);
    expect(view).toMatchObject({ status: "active", licence_status: "unchecked" });
    const review = await reviewOf(world, me);
    expect(review).toMatchObject({ kind: "change", status: "open", claims, before: { licence_number: "999123" } });
    expect(await chosen()).toEqual([]);
    await expect(accept(offer?.id)).rejects.toMatchObject({ code: "licence", status: 409 });
    await approve(world, olga, me);
    expect(await chosen()).toEqual([myId]);
    expect(await accept(offer?.id)).toMatchObject({ status: "accepted" });
  });

  test("keeps the day since which turns are counted, and earns no turn for the wait", async () => {
    const { professional: before } = await reviewOf(world, me);
    world.advance(DAY_MS);
    await updateProfessional(world.ctx, me, { name: "Ana Maria Lima" });
    expect(await pool()).toBeUndefined();
    world.advance(DAY_MS);
    await approve(world, olga, me);
    const { professional } = await reviewOf(world, me);
    expect(professional.joinedAt).toEqual(before.joinedAt);
    const away = await world.ctx.db.select().from(absences).where(eq(absences.professionalId, myId));
    expect(away).toMatchObject([{ until: world.ctx.now() }]);
    expect(await pool()).toMatchObject({ professionals: 1 });
  });

  test("again while it waits is one review with what is said now", async () => {
    await updateProfessional(world.ctx, me, { name: "Ana Maria Lima" });
    const first = await reviewOf(world, me);
    world.advance(1000);
    await updateProfessional(world.ctx, me, { name: "Ana Maria Costa" });
    const second = await reviewOf(world, me);
    expect(second).toMatchObject({ id: first.id, claims: { name: "Ana Maria Costa" } });
    const stale = { id: first.id, seen: first.seen, checks: CHECKED };
    await expect(approveReview(world.ctx, olga, stale)).rejects.toMatchObject({ code: "review_changed" });
  });

  test("that was refused can be put right, and is compared with what was verified", async () => {
    await updateProfessional(world.ctx, me, { name: "Ana Maria Lima" });
    const { id, seen } = await reviewOf(world, me);
    await refuseReview(world.ctx, olga, { id, seen, reasons: ["name_differs"] });
    expect(await chosen()).toEqual([]);
    world.advance(1000);
    await updateProfessional(world.ctx, me, { name: "Ana Maria de Souza" });
    expect(await reviewOf(world, me)).toMatchObject({ status: "open", before: { name: "Ana Maria de Souza" } });
  });

  test("is not seen in the same data sent again, and a wrong number changes nothing", async () => {
    await updateProfessional(world.ctx, me, { licence: "oab/sp 999123", name: "Ana Maria de Souza" });
    await expect(updateProfessional(world.ctx, me, { licence: "12345-E" })).rejects.toMatchObject({
      code: "invalid_input",
      extra: { fields: [expect.objectContaining({ field: "licence" })] },
    });
    expect((await readProfessional(world.ctx, me)).licence_status).toBe("valid");
  });
});

const pool = async () => {
  const rows = await world.ctx.db.select().from(areaPools).where(eq(areaPools.area, "trabalho"));
  return rows[0];
};

/** Of the case of `offer` nothing waits for me any more. */
async function holdsUpNobody(offer: Awaited<ReturnType<typeof offered>>) {
  const caseId = offer?.caseId ?? "";
  const rows = await world.ctx.db.select().from(offers).where(eq(offers.caseId, caseId));
  expect(rows.map(({ status }) => status)).toEqual(["withdrawn"]);
  expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "withdrawn"))).toBe(1);
  expect(await world.ctx.db.$count(outbox, eq(outbox.key, `case.next_wave:${caseId}:1`))).toBe(1);
}

describe("a refusal", () => {
  test("of a change takes back what is open; while it only waits the offer stays", async () => {
    await approve(world, olga, me);
    const offer = await offered();
    world.advance(1000);
    await updateProfessional(world.ctx, me, { name: "Ana Maria Lima" });
    expect(await endOpenOffers(world.ctx)).toEqual({ freed: 0 });
    const { id, seen } = await reviewOf(world, me);
    await refuseReview(world.ctx, olga, { id, seen, reasons: ["name_differs"] });
    await holdsUpNobody(offer);
  });
});

describe("a suspension", () => {
  beforeEach(async () => {
    await approve(world, olga, me);
  });
  const pause = (more: Record<string, unknown> = {}) =>
    suspend(world.ctx, olga, { id: myId, reason: "complaint", words: "Conversamos por telefone.", ...more });

  test("takes effect at the next match and at acceptance, says why, and ends when it is lifted", async () => {
    const offer = await offered();
    await pause();
    expect(await chosen()).toEqual([]);
    expect(await pool()).toBeUndefined();
    await expect(accept(offer?.id)).rejects.toMatchObject({ code: "suspended", status: 409 });
    expect(await readStanding(world.ctx, me)).toMatchObject({
      suspension: { reason: "complaint", words: "Conversamos por telefone.", until: null },
    });
    await liftSuspension(world.ctx, olga, myId);
    expect(await chosen()).toEqual([myId]);
    expect(await pool()).toMatchObject({ professionals: 1 });
    await expect(accept(offer?.id)).rejects.toMatchObject({ code: "offer_closed", status: 409 });
    expect(await accept((await offered())?.id)).toMatchObject({ status: "accepted" });
  });

  test("holds up nobody: the open offer is withdrawn and the next wave is due", async () => {
    const offer = await offered();
    await pause();
    await holdsUpNobody(offer);
  });

  test("that a kill parted from its offers frees them in the next minute, once", async () => {
    const offer = await offered();
    await set({ licenceStatus: "suspended" });
    expect(await endOpenOffers(world.ctx)).toEqual({ freed: 1 });
    expect(await endOpenOffers(world.ctx)).toEqual({ freed: 0 });
    await holdsUpNobody(offer);
  });

  test("until a day ends by itself on that day, not before", async () => {
    expect(await pause({ until: "2026-11-25" })).toMatchObject({ until: "2026-11-25T03:00:00.000Z" });
    expect(await liftDueSuspensions(world.ctx)).toEqual({ lifted: 0 });
    world.setNow(new Date("2026-11-25T03:00:01Z"));
    expect(await liftDueSuspensions(world.ctx)).toEqual({ lifted: 1 });
    expect(await liftDueSuspensions(world.ctx)).toEqual({ lifted: 0 });
    expect(await chosen()).toEqual([myId]);
  });

  test("twice is a 409, as is lifting what is not there, and a day that is over", async () => {
    await expect(pause({ until: "2026-11-01" })).rejects.toMatchObject({ status: 409 });
    const both = await Promise.allSettled([pause(), pause()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await liftSuspension(world.ctx, olga, myId);
    await expect(liftSuspension(world.ctx, olga, myId)).rejects.toMatchObject({ code: "not_suspended" });
  });

  test("is not lifted by a change, nor by its approval, and what was changed meanwhile still waits", async () => {
    await pause();
    world.advance(1000);
    await updateProfessional(world.ctx, me, { name: "Ana Maria Lima" });
    expect((await readProfessional(world.ctx, me)).licence_status).toBe("suspended");
    await approve(world, olga, me);
    expect((await readProfessional(world.ctx, me)).licence_status).toBe("suspended");
    world.advance(1000);
    await updateProfessional(world.ctx, me, { name: "Ana Maria Costa" });
    await liftSuspension(world.ctx, olga, myId);
    expect((await readProfessional(world.ctx, me)).licence_status).toBe("unchecked");
    expect(await chosen()).toEqual([]);
  });

  test("and everything else at the desk is for operators alone", async () => {
    for (const who of [me, await someone(world)]) {
      const calls = [
        () => suspend(world.ctx, who, { id: myId, reason: "other" }),
        () => liftSuspension(world.ctx, who, myId),
        () => setPriority(world.ctx, who, { id: myId, priority: 1, reason: "new_area" }),
        () => readForOperator(world.ctx, who, myId),
        () => listProfessionals(world.ctx, who),
        () => searchProfessionals(world.ctx, who, { q: "Ana" }),
        () => updateForProfessional(world.ctx, who, myId, { leave_from: null }),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("an operator's desk", () => {
  beforeEach(async () => {
    await approve(world, olga, me);
  });

  test("finds people by a part of name, number or address, and by their state", async () => {
    for (const q of ["maria de", "ANA", "999.1", me.userId]) {
      expect((await searchProfessionals(world.ctx, olga, { q })).items.map(({ id }) => id)).toEqual([myId]);
    }
    for (const q of ["Zacarias", "%%", "888"]) {
      expect((await searchProfessionals(world.ctx, olga, { q })).items).toEqual([]);
    }
    expect((await listProfessionals(world.ctx, olga, { status: "active", uf: "SP" })).items).toHaveLength(1);
    expect((await listProfessionals(world.ctx, olga, { status: "pending" })).items).toEqual([]);
  });

  test("sets leave for somebody who called: out at the next match and at acceptance", async () => {
    const offer = await offered();
    await updateForProfessional(world.ctx, olga, myId, { leave_from: "2026-11-20", leave_until: "2026-12-01" });
    expect(await chosen()).toEqual([]);
    await expect(accept(offer?.id)).rejects.toMatchObject({ code: "not_active" });
  });

  test("sets priority with a reason, once", async () => {
    const input = { id: myId, priority: "2", reason: "missed_turn" };
    await setPriority(world.ctx, olga, input);
    await setPriority(world.ctx, olga, input);
    await expect(setPriority(world.ctx, olga, { ...input, priority: 9 })).rejects.toMatchObject({ status: 422 });
    await expect(setPriority(world.ctx, olga, { ...input, reason: "paid" })).rejects.toMatchObject({ status: 422 });
    const { priority, story } = await readForOperator(world.ctx, olga, myId);
    expect(priority).toBe(2);
    expect(story.filter(({ action }) => action === "professional.priority")).toMatchObject([
      { detail: { priority: 2, reason: "missed_turn" } },
    ]);
  });
});

test("the wave of an approved newcomer names no other", async () => {
  await approve(world, olga, me);
  const offer = await offered();
  const rows = await world.ctx.db
    .select()
    .from(receipts)
    .where(and(eq(receipts.shortlistId, offer?.shortlistId ?? ""), eq(receipts.professionalId, myId)));
  expect(rows).toHaveLength(1);
});

test("a number from before these rules stays until it is said again", async () => {
  await approve(world, olga, me);
  await set({ licenceNumber: "12345678" });
  expect((await updateProfessional(world.ctx, me, { remote: false })).licence_status).toBe("valid");
  await expect(updateProfessional(world.ctx, me, { licence: "12345678" })).rejects.toMatchObject({ status: 422 });
});
