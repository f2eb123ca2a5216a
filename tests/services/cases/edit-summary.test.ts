// The summary in the client's own words: safe for strangers, never lost between two pages, fixed once somebody took the case.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audit, cases } from "../../../src/db/schema.ts";
import { openInterview } from "../../../src/domain/triage/interview.ts";
import { understand } from "../../../src/domain/triage/understand.ts";
import { editSummary } from "../../../src/services/cases/edit-summary.ts";
import { tickDocuments } from "../../../src/services/cases/tick-documents.ts";
import { completeTriage } from "../../../src/services/intake/complete-triage.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { acceptedOffer, CLIENT, LAWYER, OPERATOR, type Scene, STRANGER, sceneOn } from "../contracts/scene.ts";

const OPENED = {
  vertical: "legal",
  locale: "pt-BR",
  zone: "America/Sao_Paulo",
  now: new Date("2026-11-21T12:00:00Z"),
} as const;

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  await acceptedOffer(database.db, { status: "offering" });
});

const row = async () => (await database.db.select().from(cases).where(eq(cases.id, "cas_1")))[0];

test("the client's words are kept, and professionals read them without names and numbers", async () => {
  const text = "Eu, Maria Souza, fui demitida. Meu telefone é 11 98765-4321.";
  expect(await editSummary(scene.ctx, CLIENT, "cas_1", { text, version: 0 })).toEqual({ summary: text, version: 1 });
  const kept = await row();
  expect(kept?.ownSummary).toBe(text);
  expect(kept?.summary).toContain("demitida");
  expect(kept?.summary).not.toMatch(/Maria|Souza|98765/);
  expect(await database.db.$count(audit, eq(audit.action, "case.edit_summary"))).toBe(1);
});

test("the other side's name is left out as it was given, in whatever letters it is written", async () => {
  await database.db
    .update(cases)
    .set({ adverseParties: ["Padaria Sol"] })
    .where(eq(cases.id, "cas_1"));
  await editSummary(scene.ctx, CLIENT, "cas_1", { text: "a padaria sol não me pagou", version: 0 });
  expect((await row())?.summary).toBe("a […] não me pagou");
});

test("of two pages the second is told, and the same text again is no change", async () => {
  await editSummary(scene.ctx, CLIENT, "cas_1", { text: "a primeira", version: 0 });
  await expect(editSummary(scene.ctx, CLIENT, "cas_1", { text: "a segunda", version: 0 })).rejects.toMatchObject({
    code: "summary_changed",
    status: 409,
  });
  expect((await row())?.ownSummary).toBe("a primeira");
  expect(await editSummary(scene.ctx, CLIENT, "cas_1", { text: "a primeira", version: 0 })).toMatchObject({
    version: 1,
  });
  expect(await editSummary(scene.ctx, CLIENT, "cas_1", { text: "a segunda", version: 1 })).toMatchObject({
    version: 2,
  });
});

test.each(["triage", "accepted", "signed", "closed"] as const)(
  "a case that is %s keeps its summary",
  async (status) => {
    await database.db.update(cases).set({ status }).where(eq(cases.id, "cas_1"));
    await expect(editSummary(scene.ctx, CLIENT, "cas_1", { text: "outra", version: 0 })).rejects.toMatchObject({
      code: "summary_fixed",
    });
    expect((await row())?.ownSummary).toBeNull();
  },
);

test("nobody else changes it, nor ticks a document", async () => {
  for (const actor of [LAWYER, OPERATOR, STRANGER]) {
    const refused = { code: "not_found" };
    await expect(editSummary(scene.ctx, actor, "cas_1", { text: "x", version: 0 })).rejects.toMatchObject(refused);
    await expect(tickDocuments(scene.ctx, actor, "cas_1", { ids: ["id"] })).rejects.toMatchObject(refused);
  }
  await tickDocuments(scene.ctx, CLIENT, "cas_1", { ids: ["work_card", "work_card", "payslips"] });
  expect((await row())?.documentsHeld).toEqual(["work_card", "payslips"]);
});

test("a triage that completes once more keeps the client's words and says how models read the story", async () => {
  await editSummary(scene.ctx, CLIENT, "cas_1", { text: "Com as minhas palavras.", version: 0 });
  await database.db.update(cases).set({ status: "handed_off" }).where(eq(cases.id, "cas_1"));
  const understanding = understand({ ...openInterview(OPENED).state, told: ["fui demitida"] }, OPENED.now, 1);
  await completeTriage(scene.ctx, { caseId: "cas_1", understanding, strategy: "ensemble" });
  expect(await row()).toMatchObject({
    status: "matching",
    summary: "Com as minhas palavras.",
    ownSummary: "Com as minhas palavras.",
    strategy: "ensemble",
  });
});
