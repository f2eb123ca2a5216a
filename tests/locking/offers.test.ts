// Offers on a real PostgreSQL with many connections: one acceptance a case, no capacity exceeded, one sweep at a time.
import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { cases, ledger, offers, outbox, professionals, shortlists, users } from "../../src/db/schema.ts";
import { answerOffer } from "../../src/services/offers/answer-offer.ts";
import { tickCase } from "../../src/services/offers/tick-case.ts";
import { relay } from "../../src/services/outbox/relay.ts";
import { type Scene, START, sceneOn } from "../services/contracts/scene.ts";

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

async function addProfessional(key: string, capacityMonthly: number): Promise<string> {
  const id = `pro_${key}`;
  await db.insert(users).values({ id: `usr_${key}`, name: key, email: `${key}@example.org`, role: "professional" });
  await db.insert(professionals).values({
    id,
    userId: `usr_${key}`,
    name: key,
    licenceNumber: key,
    licenceUf: "SP",
    status: "active",
    uf: "SP",
    municipality: "São Paulo",
    areas: ["trabalho"],
    subareas: [],
    profile: "Defende trabalhadores.",
    yearsOfPractice: 10,
    qualifications: [],
    feeCents: 35_000,
    languages: ["pt-BR"],
    capacityMonthly,
  });
  return id;
}

/** A case in offering with a pending offer to each of `professionalIds`. */
async function addCase(key: string, professionalIds: string[]): Promise<{ caseId: string; offerIds: string[] }> {
  const caseId = `cas_${key}`;
  await db.insert(users).values({ id: `usr_c${key}`, name: "", email: `c${key}@anonymous.invalid`, isAnonymous: true });
  await db.insert(cases).values({
    id: caseId,
    clientId: `usr_c${key}`,
    conversationId: `cnv_${key}`,
    status: "offering",
    wave: 1,
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    area: "trabalho",
  });
  await db.insert(shortlists).values({
    id: `sho_${key}`,
    caseId,
    round: 1,
    modelHash: "test",
    arm: "preset",
    space: "lexical-384-v1",
    preset: "balanced",
    weights: { A: 1, S: 0, T: 0, G: 0, Q: 0, U: 0, R: 0, C: 0, P: 0 },
    bandWidth: 0.1,
    considered: professionalIds.length,
    gateCounts: {},
    caseFacts: {},
    rankedAt: START,
  });
  const rows = professionalIds.map((professionalId, index) => ({
    id: `off_${key}_${index}`,
    caseId,
    shortlistId: `sho_${key}`,
    professionalId,
    wave: 1,
    rank: index + 1,
    remindAt: new Date(START.getTime() + 18 * HOUR_MS),
    expiresAt: new Date(START.getTime() + 24 * HOUR_MS),
    createdAt: START,
  }));
  await db.insert(offers).values(rows);
  return { caseId, offerIds: rows.map((row) => row.id) };
}

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
    const people = await Promise.all(["race1", "race2", "race3"].map((key) => addProfessional(key, 10)));
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
    const person = await addProfessional("busy", 5);
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
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => addProfessional(`edge${i}`, 10)));
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
