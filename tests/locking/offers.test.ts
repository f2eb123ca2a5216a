// Offers on a real PostgreSQL with many connections: one acceptance a case, no capacity exceeded, one sweep at a time.
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { cases, ledger, offers, outbox, professionals } from "../../src/db/schema.ts";
import { answerOffer } from "../../src/services/offers/answer-offer.ts";
import { tickCase } from "../../src/services/offers/tick-case.ts";
import { relay } from "../../src/services/outbox/relay.ts";
import { type Scene, START, sceneOn } from "../services/contracts/scene.ts";
import { addOfferedCase, addProfessional } from "../support/offer-rows.ts";

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

const HOUR_MS = 3_600_000;

const addCase = (key: string, professionalIds: string[]) => addOfferedCase(db, key, professionalIds, { at: START });

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

describe("acceptances from many connections", () => {
  test("200 at once for one case have one winner, and nothing deadlocks", async () => {
    const people = await Promise.all(
      ["race1", "race2", "race3"].map((key) => addProfessional(db, key, { capacityMonthly: 10 })),
    );
    const { caseId, offerIds } = await addCase("race", people);
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, i) => accept(caseId, offerIds[i % 3] ?? "", people[i % 3] ?? "")),
    );
    const winners = new Set(results.flatMap((r) => (r.status === "fulfilled" ? [r.value.offerId] : [])));
    expect(winners.size).toBe(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "offer_taken" });
    const rows = await db.select().from(offers).where(eq(offers.caseId, caseId));
    expect(rows.map((row) => row.status).sort()).toEqual(["accepted", "withdrawn", "withdrawn"]);
    const booked = await db
      .select()
      .from(ledger)
      .where(and(eq(ledger.caseId, caseId), eq(ledger.kind, "accepted")));
    expect(booked).toHaveLength(1);
    const loads = await db
      .select({ load: professionals.cases30d })
      .from(professionals)
      .where(inArray(professionals.id, people));
    expect(loads.reduce((sum, { load }) => sum + load, 0)).toBe(1);
    expect(
      await db.$count(
        outbox,
        and(
          eq(outbox.name, "contract.open"),
          inArray(
            outbox.key,
            offerIds.map((id) => `contract.open:${id}`),
          ),
        ),
      ),
    ).toBe(1);
  });

  test("one professional who accepts 20 cases at once never takes more than the capacity", async () => {
    const person = await addProfessional(db, "busy", { capacityMonthly: 5 });
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => addCase(`busy${i}`, [person])));
    const results = await Promise.allSettled(
      made.map(({ caseId, offerIds }) => accept(caseId, offerIds[0] ?? "", person)),
    );
    expect(results.filter((r) => r.status === "fulfilled")).toHaveLength(5);
    for (const r of results) if (r.status === "rejected") expect(r.reason).toMatchObject({ code: "at_capacity" });
    const [row] = await db.select().from(professionals).where(eq(professionals.id, person));
    expect(row?.cases30d).toBe(5);
  });

  test("an acceptance and an expiry at once end in one of the two, never in both", async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, i) => addProfessional(db, `edge${i}`, { capacityMonthly: 10 })),
    );
    const made = await Promise.all(people.map((person, i) => addCase(`edge${i}`, [person])));
    const late: Scene = sceneOn(db);
    late.clock.now = new Date(START.getTime() + 25 * HOUR_MS);
    await Promise.allSettled(
      made.flatMap(({ caseId, offerIds }, i) => [
        accept(caseId, offerIds[0] ?? "", people[i] ?? ""),
        tickCase(late.ctx, { caseId }),
      ]),
    );
    for (const { caseId } of made) {
      const [offer] = await db.select().from(offers).where(eq(offers.caseId, caseId));
      const [row] = await db.select().from(cases).where(eq(cases.id, caseId));
      expect([offer?.status, row?.status]).toEqual(
        offer?.status === "accepted" ? ["accepted", "accepted"] : ["expired", "offering"],
      );
      const kinds = (await db.select().from(ledger).where(eq(ledger.caseId, caseId))).map((entry) => entry.kind);
      expect(kinds).toEqual([offer?.status]);
    }
  });
});

test("two relays at once hand each row to a queue once", async () => {
  const later = new Date(START.getTime() + 48 * HOUR_MS);
  const one = sceneOn(db);
  const two = sceneOn(db);
  one.clock.now = later;
  two.clock.now = later;
  await Promise.all([relay(one.ctx, { atStart: false }), relay(two.ctx, { atStart: false })]);
  const sent = [...one.queued, ...two.queued].map((row) => row.id);
  expect(sent.length).toBeGreaterThan(0);
  expect(new Set(sent).size).toBe(sent.length);
});
