// What is left of a case that is forgotten, and which cases never are.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, cases } from "../../../src/db/schema.ts";
import { CASE_STATUSES } from "../../../src/domain/case-state.ts";
import { listCases } from "../../../src/services/cases/list-cases.ts";
import type { Actor } from "../../../src/services/context.ts";
import { forgetCase } from "../../../src/services/intake/forget-case.ts";
import { recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 1 });
});
afterAll(() => database.close());

const rowOf = async (caseId: string) => {
  const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw new Error("the case is gone");
  return row;
};
const auditsOf = async (caseId: string) =>
  (await database.db.select().from(audit).where(eq(audit.subject, caseId))).filter(
    ({ action }) => action === "case.forgotten",
  );

/** As an unfinished interview leaves it: with everything that the person told. */
const addTold = (values: Partial<typeof cases.$inferInsert> = {}) =>
  world.addCase({
    status: "triage",
    triagedAt: null,
    openKey: `key-${crypto.randomUUID()}`,
    municipality: "Campinas",
    lat: -22.9,
    lon: -47.06,
    flags: ["violence"],
    adverseParties: ["Padaria do Zé"],
    deadlines: [
      {
        kind: "labour_two_years",
        date: "2027-01-01",
        label: { "pt-BR": "prazo", en: "deadline" },
        source: "CF 7 XXIX",
        quote: "fui demitida em janeiro",
        hoursLeft: 9_000,
        passed: false,
      },
    ],
    ...values,
  });

describe("a case that is forgotten", () => {
  test.each(["triage", "stopped", "not_legal"] as const)("out of %s keeps nothing of what was told", async (status) => {
    const caseId = await addTold({ status });
    const before = await rowOf(caseId);
    expect(await forgetCase(world.ctx, { caseId })).toBe("forgotten");
    const row = await rowOf(caseId);
    expect(row).toEqual({
      ...before,
      status: "forgotten",
      openKey: null,
      area: null,
      uf: null,
      municipality: null,
      lat: null,
      lon: null,
      urgencyHours: null,
      complexity: null,
      confidence: null,
      deadlines: [],
      flags: [],
      languages: [],
      summary: null,
      adverseParties: [],
      updatedAt: world.ctx.now(),
    });
  });

  test("may have been found to be no legal problem before", async () => {
    const triagedAt = new Date("2026-08-01T10:00:00Z");
    for (const status of ["not_legal", "stopped", "triage"] as const) {
      const caseId = await addTold({ status, triagedAt, area: "nenhuma" });
      expect(await forgetCase(world.ctx, { caseId })).toBe("forgotten");
      expect(await rowOf(caseId)).toMatchObject({ status: "forgotten", summary: null, triagedAt });
    }
  });

  test("twice is once, with one entry in the audit that says nothing about the person", async () => {
    const caseId = await addTold();
    await forgetCase(world.ctx, { caseId });
    const first = await rowOf(caseId);
    world.advance(60_000);
    expect(await forgetCase(world.ctx, { caseId })).toBe("forgotten");
    expect(await rowOf(caseId)).toEqual(first);
    expect(await auditsOf(caseId)).toMatchObject([{ actor: "system", detail: {} }]);
  });

  test("does not come back with a late mirror of its conversation", async () => {
    const caseId = await addTold();
    await forgetCase(world.ctx, { caseId });
    const first = await rowOf(caseId);
    const understanding = { area: "familia", urgencyHours: 24, flags: ["violence"] } as unknown as Parameters<
      typeof recordConversation
    >[1]["understanding"];
    await recordConversation(world.ctx, {
      caseId,
      status: "interviewing",
      controlledBy: "agent",
      understanding,
      reason: null,
      seq: 9,
    });
    expect(await rowOf(caseId)).toEqual(first);
  });

  test("is in no list of its client", async () => {
    const caseId = await addTold();
    const { clientId } = await rowOf(caseId);
    const client: Extract<Actor, { kind: "person" }> = {
      kind: "person",
      userId: clientId,
      role: "client",
      locale: "pt-BR",
    };
    expect((await listCases(world.ctx, client)).items).toHaveLength(1);
    await forgetCase(world.ctx, { caseId });
    expect((await listCases(world.ctx, client)).items).toEqual([]);
  });
});

describe("a case that is kept", () => {
  test.each(CASE_STATUSES.filter((status) => !["triage", "stopped", "not_legal", "forgotten"].includes(status)))(
    "as %s is left as it is",
    async (status) => {
      const caseId = await addTold({ status, mode: status === "choosing" ? "directory" : "matching" });
      const before = await rowOf(caseId);
      expect(await forgetCase(world.ctx, { caseId })).toBe("kept");
      expect(await rowOf(caseId)).toEqual(before);
      expect(await auditsOf(caseId)).toEqual([]);
    },
  );

  test("was searched for before the person said stop", async () => {
    const caseId = await addTold({ status: "stopped", triagedAt: new Date("2026-01-01") });
    expect(await forgetCase(world.ctx, { caseId })).toBe("kept");
    expect((await rowOf(caseId)).adverseParties).toEqual(["Padaria do Zé"]);
  });

  test("is held by a human", async () => {
    const caseId = await addTold({ controlledBy: "human" });
    expect(await forgetCase(world.ctx, { caseId })).toBe("kept");
    expect((await rowOf(caseId)).adverseParties).toEqual(["Padaria do Zé"]);
  });
});

test("a case that nobody knows any more has nothing to keep", async () => {
  expect(await forgetCase(world.ctx, { caseId: "cas_erased" })).toBe("forgotten");
  expect(await auditsOf("cas_erased")).toEqual([]);
});
