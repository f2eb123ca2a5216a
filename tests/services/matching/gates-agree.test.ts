// The gates that the search asks in SQL are those of the domain, whoever is asked about; and no vector is no gate.
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { blockedPairs, cases, professionals, professionalVectorsLexical } from "../../../src/db/schema.ts";
import { embedLexical, LEXICAL_SPACE } from "../../../src/domain/embedding/lexical.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { firstClosedGate } from "../../../src/domain/matching/gates.ts";
import type { Candidate, CaseFacts } from "../../../src/domain/matching/types.ts";
import { findCandidates } from "../../../src/services/matching/find-candidates.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { addProfessional } from "../../support/offer-rows.ts";
import { makeWorld, type World } from "../../support/world.ts";

/** All of them get a receipt, whoever is how near. */
const PEOPLE = 40;
const told = { key: "lexical" as const, vector: embedLexical("demissão sem verbas rescisórias") };

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 1 });
  await database.db.delete(professionalVectorsLexical);
  await database.db.execute(sql`DELETE FROM professionals`);
});

function factsOf(caseId: string, changes: Partial<CaseFacts>): CaseFacts {
  return {
    id: caseId,
    area: "trabalho",
    subarea: null,
    urgencyHours: 240,
    complexity: "medium",
    uf: "SP",
    lat: -23.55,
    lon: -46.63,
    remoteOk: true,
    languages: ["pt-BR"],
    budgetCents: null,
    preset: "balanced",
    adverseParties: [],
    declinedBy: ["pro_p3", "pro_p7"],
    ...changes,
  };
}

/** People with every reason for a closed gate, by chance and together. */
async function addPeople(seed: number, caseId: string): Promise<void> {
  const random = chanceOf(seed);
  const chance = (share: number) => random() < share;
  for (let i = 0; i < PEOPLE; i++) {
    const near = chance(0.5);
    const capacity = chance(0.2) ? 1 : 4;
    const held = chance(0.3) ? capacity : 0;
    const id = await addProfessional(database.db, `p${i}`, {
      licenceNumber: `${seed}-${i}`,
      status: chance(0.1) ? "inactive" : "active",
      licenceStatus: chance(0.1) ? "suspended" : chance(0.1) ? "unchecked" : "valid",
      optedOutAt: chance(0.1) ? new Date("2026-11-01") : null,
      leaveFrom: chance(0.2) ? new Date("2026-11-01") : null,
      leaveUntil: null,
      languages: chance(0.2) ? ["en"] : ["pt-BR"],
      remote: chance(0.4),
      uf: chance(0.4) ? "SP" : "MG",
      lat: chance(0.2) ? null : near ? -22.9 : -3.1,
      lon: near ? -47.06 : -60.02,
      capacityMonthly: capacity,
      // Kept by the events: at times higher than the ledger, which has rolled on since.
      cases30d: held + (chance(0.2) ? capacity : 0),
    });
    await database.db.insert(professionalVectorsLexical).values({
      professionalId: id,
      space: LEXICAL_SPACE,
      embedding: Array.from(told.vector),
      embeddedAt: new Date(0),
    });
    const sent = chance(0.1) ? 10 : 0;
    if (i % 9 === 5) {
      const [row] = await database.db.select({ clientId: cases.clientId }).from(cases).where(eq(cases.id, caseId));
      const pair = { clientId: row?.clientId ?? "", professionalId: id, caseId, createdAt: new Date(0) };
      await database.db.insert(blockedPairs).values({ ...pair, side: i % 2 ? "client" : "professional" });
    }
    await addLedger(id, caseId, "accepted", held, "2026-11-10T12:00:00Z");
    await addLedger(id, caseId, "offered", sent, "2026-11-20T10:00:00Z");
  }
}

async function addLedger(id: string, caseId: string, kind: string, count: number, at: string): Promise<void> {
  await database.db.execute(sql`
    INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
    SELECT ${`led_${kind}_${id}_`} || i, ${id}, ${caseId}, ${`off_${kind}_${id}_`} || i, 'trabalho', ${kind}, ${at}::timestamptz
    FROM generate_series(1, ${count}::int) i`);
}

function countsOf(facts: CaseFacts, candidates: readonly Candidate[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const candidate of candidates) {
    const gate = firstClosedGate(facts, candidate) ?? "open";
    counts[gate] = (counts[gate] ?? 0) + 1;
  }
  return counts;
}

describe("the gates of the search", () => {
  test.each([
    [1, {}],
    [2, { remoteOk: false }],
    [3, { uf: null }],
    [4, { uf: null, lat: null, lon: null, languages: [] }],
    [5, { lat: null, lon: null, remoteOk: false }],
  ] as const)("count as the domain does (crowd %i, %o)", async (seed, changes) => {
    const caseId = await world.addCase();
    await addPeople(seed, caseId);
    const facts = factsOf(caseId, {
      ...changes,
      languages: [...("languages" in changes ? changes.languages : ["pt-BR"])],
    });
    const found = await findCandidates(world.ctx, facts, told);
    expect(found.candidates).toHaveLength(PEOPLE);
    const counts = countsOf(facts, found.candidates);
    expect(found.everybody).toEqual(counts);
    // A crowd in which nobody or everybody passes would prove little.
    expect(Object.keys(counts).length).toBeGreaterThan(4);
    expect(counts.open).toBeGreaterThan(0);
  });

  test("let a newcomer through whose words have no vector of this space, or one of a former version", async () => {
    const caseId = await world.addCase();
    await addPeople(1, caseId);
    const facts = factsOf(caseId, { declinedBy: [] });
    await addProfessional(database.db, "new");
    await addProfessional(database.db, "old");
    await database.db.insert(professionalVectorsLexical).values({
      professionalId: "pro_old",
      space: "lexical-384-v0",
      embedding: Array.from(told.vector),
      embeddedAt: new Date(0),
    });
    await database.db.update(professionals).set({ lastOfferedAt: new Date("2026-11-19") });
    const found = await findCandidates(world.ctx, facts, told);
    const similarities = new Map(found.candidates.map(({ id, similarity }) => [id, similarity]));
    expect(similarities.get("pro_new")).toBeNull();
    expect(similarities.get("pro_old")).toBeNull();
    expect(similarities.get("pro_p0")).toBeCloseTo(1, 4);
  });
});
