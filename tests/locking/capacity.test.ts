// Waves and acceptances on a real PostgreSQL with many connections: no capacity is ever exceeded, and pools count right.
import { and, eq, inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { areaPools, ledger, offers, professionals } from "../../src/db/schema.ts";
import { refreshPools } from "../../src/services/equity/pools.ts";
import { refreshEquity } from "../../src/services/equity/refresh-equity.ts";
import { answerOffer } from "../../src/services/offers/answer-offer.ts";
import { storeWave } from "../../src/services/offers/store-wave.ts";
import { updateProfessional } from "../../src/services/professionals/update-professional.ts";
import { type Scene, START, sceneOn } from "../services/contracts/scene.ts";
import { addOfferedCase, addProfessional, addSearchedCase, matchOf } from "../support/offer-rows.ts";

let db: Database;
let scene: Scene;
beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
  scene = sceneOn(db);
});

const accept = (caseId: string, offerId: string, professionalId: string) =>
  answerOffer(scene.ctx, {
    caseId,
    offerId,
    professionalId,
    userId: professionalId.replace("pro_", "usr_"),
    answer: "accept",
    reason: null,
    traceId: "trc_test",
  });

const openOf = (ids: readonly string[]) =>
  db
    .select()
    .from(offers)
    .where(and(inArray(offers.professionalId, [...ids]), inArray(offers.status, ["pending", "seen"])));

describe("fifty matches at once on the same professionals", () => {
  test("never promise more than a capacity holds, and use all of it", async () => {
    const capacities = [1, 2, 3, 4, 5, 7];
    const people = await Promise.all(
      capacities.map((capacityMonthly, i) => addProfessional(db, `wave${i}`, { capacityMonthly })),
    );
    const caseIds = await Promise.all(Array.from({ length: 50 }, (_, i) => addSearchedCase(db, `wave${i}`)));
    // Every one is ranked before the first is stored: all want the same people, who are all free.
    const matches = await Promise.all(caseIds.map((caseId) => matchOf(scene.ctx, caseId, people)));
    const first = await Promise.all(matches.map((match) => storeWave(scene.ctx, match, 1)));
    expect(first).toContain("sent");
    expect(first).toContain("nobody_free");
    // Who found nobody free ranks again, as sendWave does.
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        caseIds.map(async (caseId) => {
          const match = await matchOf(scene.ctx, caseId, people);
          if (match.row.wave === 0 && match.ranking.chosen.length > 0) await storeWave(scene.ctx, match, 1);
        }),
      );
    }
    const open = await openOf(people);
    for (const [index, id] of people.entries()) {
      expect(open.filter((offer) => offer.professionalId === id)).toHaveLength(capacities[index] ?? -1);
    }
  });

  test("keep to the most offers of a day, also where the capacity would hold more", async () => {
    const person = await addProfessional(db, "daily", { capacityMonthly: 40 });
    const caseIds = await Promise.all(Array.from({ length: 25 }, (_, i) => addSearchedCase(db, `daily${i}`)));
    const matches = await Promise.all(caseIds.map((caseId) => matchOf(scene.ctx, caseId, [person])));
    await Promise.all(matches.map((match) => storeWave(scene.ctx, match, 1)));
    expect(await openOf([person])).toHaveLength(scene.ctx.settings.maxOffersPerDay);
    const again = await matchOf(scene.ctx, await addSearchedCase(db, "dailyLast"), [person]);
    expect(again.ranking.receipts[0]?.gate).toBe("rate_limited");
  });

  test("ask nobody who goes on leave, wants no more offers, or loses the licence in the same moment", async () => {
    const people = await Promise.all(["left", "silent", "barred"].map((key) => addProfessional(db, key)));
    const caseId = await addSearchedCase(db, "gone");
    const match = await matchOf(scene.ctx, caseId, people);
    expect(match.ranking.chosen).toHaveLength(3);
    const [left = "", silent = "", barred = ""] = people;
    await db.update(professionals).set({ leaveFrom: START }).where(eq(professionals.id, left));
    await db.update(professionals).set({ optedOutAt: START }).where(eq(professionals.id, silent));
    await db.update(professionals).set({ licenceStatus: "suspended" }).where(eq(professionals.id, barred));
    expect(await storeWave(scene.ctx, match, 1)).toBe("nobody_free");
    expect(await openOf(people)).toHaveLength(0);
    const gates = (await matchOf(scene.ctx, caseId, people)).ranking.receipts.map(({ professionalId, gate }) => [
      professionalId,
      gate,
    ]);
    expect(Object.fromEntries(gates)).toEqual({ [left]: "on_leave", [silent]: "opted_out", [barred]: "licence" });
  });
});

describe("simultaneous acceptances", () => {
  test("leave load, ledger and pool with one truth", async () => {
    const area = "ambiental";
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, i) => addProfessional(db, `pool${i}`, { areas: [area], capacityMonthly: 3 })),
    );
    await refreshPools(scene.ctx);
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, i) => {
        const person = people[i % people.length] ?? "";
        return addOfferedCase(db, `pool${i}`, [person], { at: START, changes: { area } }).then((one) => ({
          ...one,
          person,
        }));
      }),
    );
    const results = await Promise.allSettled(
      made.flatMap(({ caseId, offerIds, person }) => [1, 2].map(() => accept(caseId, offerIds[0] ?? "", person))),
    );
    for (const r of results) if (r.status === "rejected") expect(r.reason).toMatchObject({ code: "at_capacity" });
    const booked = await db
      .select()
      .from(ledger)
      .where(and(eq(ledger.kind, "accepted"), eq(ledger.area, area)));
    expect(booked).toHaveLength(18);
    expect(booked.every((row) => row.weightPresent === 18)).toBe(true);
    const rows = await db.select().from(professionals).where(inArray(professionals.id, people));
    expect(rows.map((row) => row.cases30d)).toEqual([3, 3, 3, 3, 3, 3]);
    const [pool] = await db.select().from(areaPools).where(eq(areaPools.area, area));
    expect(pool).toMatchObject({ cases: 18, weight: 18, present: 18, professionals: 6 });
    await refreshPools(scene.ctx);
    expect((await db.select().from(areaPools).where(eq(areaPools.area, area)))[0]).toMatchObject({
      cases: 18,
      credits: 0,
    });
  });

  test("are held to the ledger, not to a kept figure that is wrong", async () => {
    const person = await addProfessional(db, "drift", { capacityMonthly: 2 });
    const made = await Promise.all(
      Array.from({ length: 4 }, (_, i) => addOfferedCase(db, `drift${i}`, [person], { at: START })),
    );
    for (const one of made.slice(0, 2)) await accept(one.caseId, one.offerIds[0] ?? "", person);
    await db.update(professionals).set({ cases30d: 0 }).where(eq(professionals.id, person));
    const [, , third] = made;
    await expect(accept(third?.caseId ?? "", third?.offerIds[0] ?? "", person)).rejects.toMatchObject({
      code: "at_capacity",
    });
    // And nobody is kept out for a day by a case that has left the window, or was taken back.
    await db.update(professionals).set({ cases30d: 2 }).where(eq(professionals.id, person));
    await db.execute(sql`
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT id || '_back', professional_id, case_id, offer_id, area, 'returned', at FROM ledger
      WHERE offer_id = ${made[0]?.offerIds[0] ?? ""} AND kind = 'accepted'`);
    expect(await accept(third?.caseId ?? "", third?.offerIds[0] ?? "", person)).toMatchObject({ status: "accepted" });
    const [, , , fourth] = made;
    await db
      .update(ledger)
      .set({ at: new Date(START.getTime() - 29.5 * 86_400_000) })
      .where(and(eq(ledger.offerId, made[1]?.offerIds[0] ?? ""), eq(ledger.kind, "accepted")));
    scene.clock.now = new Date(START.getTime() + 23.9 * 3_600_000);
    try {
      expect(await accept(fourth?.caseId ?? "", fourth?.offerIds[0] ?? "", person)).toMatchObject({
        status: "accepted",
      });
    } finally {
      scene.clock.now = START;
    }
  });

  test("with profiles that change and the daily job at once: nothing deadlocks, and the job finds nothing afterwards", async () => {
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        addProfessional(db, `mix${i}`, { capacityMonthly: 10, capacityDeclared: 10 }),
      ),
    );
    await refreshEquity(scene.ctx);
    const made = await Promise.all(
      Array.from({ length: 24 }, (_, i) => {
        const person = people[i % people.length] ?? "";
        return addOfferedCase(db, `mix${i}`, [person], { at: START }).then((one) => ({ ...one, person }));
      }),
    );
    const works = await Promise.allSettled([
      ...made.map(({ caseId, offerIds, person }) => accept(caseId, offerIds[0] ?? "", person)),
      ...[1, 2, 3].map(() => refreshEquity(scene.ctx)),
      ...[1, 2, 3].map(() => refreshPools(scene.ctx)),
      ...people.map((id, i) =>
        updateProfessional(
          scene.ctx,
          { kind: "person", userId: id.replace("pro_", "usr_"), role: "professional", locale: "pt-BR" },
          i % 2 === 0 ? { capacity_monthly: 9 } : { leave_from: "2027-01-04", leave_until: "2027-01-10" },
        ),
      ),
    ]);
    expect(works.flatMap((work) => (work.status === "rejected" ? [work.reason] : []))).toEqual([]);
    await refreshPools(scene.ctx);
    expect((await refreshEquity(scene.ctx)).repaired).toEqual({ cases: 0, last_offered: 0, capacity: 0, pools: 0 });
    const rows = await db.select().from(professionals).where(inArray(professionals.id, people));
    expect(rows.map((row) => row.cases30d)).toEqual(people.map(() => 3));
  });
});
