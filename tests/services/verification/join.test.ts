// Joining: a draft that stays, an application that is sent once, and who may not.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, joinDrafts, notifications, professionals, representedParties, users } from "../../../src/db/schema.ts";
import { readDraft, saveDraft } from "../../../src/services/verification/draft.ts";
import { deletePaper, listPapers, openPaper, sweepPapers } from "../../../src/services/verification/papers.ts";
import { readStanding } from "../../../src/services/verification/standing.ts";
import { submitApplication } from "../../../src/services/verification/submit-application.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { MemoryFiles } from "../../support/memory-files.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { apply, DOCTOR, LAWYER, paper, paperBytes, reviewOf, type Someone, someone } from "./scene.ts";

let database: TestDatabase;
let world: World;
let me: Someone;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 3 });
  me = await someone(world);
});

const draft = () => readDraft(world.ctx, me, null);
const send = () => submitApplication(world.ctx, me, { declared: true });

describe("the draft", () => {
  test("keeps what was told, step by step, and reads a number as people write it", async () => {
    await saveDraft(world.ctx, me, { vertical: "legal" });
    await saveDraft(world.ctx, me, { name: "Ana  Maria de Souza", licence: "oab-sp nº 999123", years_of_practice: 3 });
    expect(await draft()).toEqual({
      vertical: "legal",
      name: "Ana Maria de Souza",
      licence: "OAB/SP 999.123",
      licence_uf: "SP",
      years_of_practice: 3,
    });
  });

  test.each([
    [{ licence: "OAB/SP 12345-E" }, "licence"],
    [{ licence: "SP 12345", licence_uf: "RJ" }, "licence"],
    [{ other_licences: ["12345"] }, "other_licences"],
    [{ name: "Ana" }, "name"],
    [{ areas: ["magia"] }, "areas.0"],
    [{ role: "operator" }, ""],
    [{ years_of_practice: -1 }, "years_of_practice"],
  ])("refuses %j by its field and keeps what was there", async (fields, field) => {
    await saveDraft(world.ctx, me, { vertical: "legal", uf: "SP" });
    await expect(saveDraft(world.ctx, me, fields)).rejects.toMatchObject({
      code: "invalid_input",
      extra: { fields: [expect.objectContaining({ field })] },
    });
    expect(await draft()).toEqual({ vertical: "legal", uf: "SP" });
  });

  test("drops a number of the other register when the profession is changed", async () => {
    await saveDraft(world.ctx, me, LAWYER);
    await saveDraft(world.ctx, me, { vertical: "staffing" });
    expect(await draft()).toMatchObject({ vertical: "staffing", name: LAWYER.name });
    expect(await draft()).not.toHaveProperty("licence");
    expect(await draft()).not.toHaveProperty("areas");
  });

  test("is for somebody with a proved address and no part in the team", async () => {
    for (const role of ["operator", "coordinator"] as const) {
      const other = await someone(world, role);
      await expect(saveDraft(world.ctx, other, LAWYER)).rejects.toMatchObject({ code: "team_account", status: 409 });
    }
    const anonymous = await someone(world);
    await world.ctx.db.update(users).set({ isAnonymous: true }).where(eq(users.id, anonymous.userId));
    await expect(saveDraft(world.ctx, anonymous, LAWYER)).rejects.toMatchObject({ status: 403 });
  });
});

describe("sending", () => {
  test("says what is missing and in which step", async () => {
    await saveDraft(world.ctx, me, { vertical: "legal", uf: "SP" });
    await expect(send()).rejects.toMatchObject({
      code: "incomplete",
      extra: { step: "registration", missing: expect.arrayContaining(["name", "licence", "areas", "profile", "card"]) },
    });
    await saveDraft(world.ctx, me, LAWYER);
    await expect(send()).rejects.toMatchObject({ extra: { step: "papers", missing: ["card"] } });
    await paper(world, me);
    await expect(submitApplication(world.ctx, me, { declared: undefined })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(await world.ctx.db.select().from(professionals).where(eq(professionals.userId, me.userId))).toEqual([]);
  });

  test("makes a pending professional whom an operator has to verify", async () => {
    const operator = await someone(world, "operator");
    const review = await apply(world, me);
    expect(review).toMatchObject({
      kind: "join",
      status: "open",
      claims: { name: LAWYER.name, licence_number: "999123", licence_uf: "SP" },
      professional: { status: "pending", licenceStatus: "unchecked", municipality: "São Paulo", capacityMonthly: 8 },
    });
    expect(review.professional.lat).toBeCloseTo(-23.55);
    const [user] = await world.ctx.db.select().from(users).where(eq(users.id, me.userId));
    expect(user?.role).toBe("professional");
    expect(await world.ctx.db.select().from(joinDrafts)).toEqual([]);
    expect(
      await world.ctx.db
        .select({ key: representedParties.partyKey })
        .from(representedParties)
        .where(eq(representedParties.professionalId, review.professionalId)),
    ).toEqual([{ key: "bairro padaria" }]);
    await world.drain();
    const told = await world.ctx.db.select().from(notifications).where(eq(notifications.userId, operator.userId));
    expect(told.map(({ kind }) => kind)).toContain("verification_waits");
    expect(JSON.stringify(told)).not.toContain(LAWYER.name);
  });

  test("twice, and at once, is one application", async () => {
    await saveDraft(world.ctx, me, LAWYER);
    await paper(world, me);
    const both = await Promise.allSettled([send(), send()]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    const again = await send();
    expect(again.review?.id).toBe((await reviewOf(world, me)).id);
    const sent = await world.ctx.db.select().from(audit).where(eq(audit.action, "professional.applied"));
    expect(sent).toHaveLength(1);
    await expect(saveDraft(world.ctx, me, { name: "Outra Pessoa" })).rejects.toMatchObject({ code: "already_sent" });
  });

  test("works for a doctor, who has no areas of law", async () => {
    const review = await apply(world, me, DOCTOR);
    expect(review.professional).toMatchObject({ vertical: "staffing", licenceNumber: "998877", areas: [] });
  });

  test("with a number that somebody else says is his leaves both to an operator", async () => {
    await apply(world, me);
    const other = await someone(world);
    expect(await apply(world, other)).toMatchObject({ status: "open", claims: { licence_number: "999123" } });
  });

  test("keeps the person's capacity within the table's bounds", async () => {
    await saveDraft(world.ctx, me, { ...LAWYER, capacity_monthly: 40 });
    await paper(world, me);
    await expect(send()).rejects.toMatchObject({
      code: "invalid_input",
      extra: { fields: [expect.objectContaining({ field: "capacity_monthly", least: 4, most: 16 })] },
    });
  });
});

describe("papers", () => {
  test("are seen by their owner and by operators, whose opening is in the audit, and by nobody else", async () => {
    const { id } = await paper(world, me);
    const read = async (who: Someone) => new Response((await openPaper(world.ctx, who, id)).body).text();
    expect(await read(me)).toContain("%PDF-");
    const operator = await someone(world, "operator");
    expect(await read(operator)).toContain("%PDF-");
    expect(await world.ctx.db.select().from(audit).where(eq(audit.action, "paper.read"))).toMatchObject([
      { actor: operator.userId, subject: id },
    ]);
    const stranger = await someone(world, "professional");
    await expect(openPaper(world.ctx, stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(deletePaper(world.ctx, stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });

  test("are photos and documents of a bounded size and number, the same bytes once for each purpose", async () => {
    const first = await paper(world, me, "card", "one");
    expect((await paper(world, me, "card", "one")).id).toBe(first.id);
    // One scan may show the card and be the proof as well.
    expect((await paper(world, me, "proof", "one")).id).not.toBe(first.id);
    await expect(
      (async () => {
        for (let i = 0; i < 13; i++) await paper(world, me, "other", `more ${i}`);
      })(),
    ).rejects.toMatchObject({ code: "too_many_files" });
    const bytes = new TextEncoder().encode("MZ no document");
    const { addPaper } = await import("../../../src/services/verification/papers.ts");
    await expect(addPaper(world.ctx, me, { kind: "card", name: "x.pdf", bytes })).rejects.toMatchObject({
      code: "file_kind",
    });
    const big = new Uint8Array(1_000_001);
    big.set(paperBytes(""));
    await expect(addPaper(world.ctx, me, { kind: "card", name: "x.pdf", bytes: big })).rejects.toMatchObject({
      code: "file_too_large",
    });
  });

  test("that were never finished or belong to nobody's application are removed in the night", async () => {
    const files = world.ctx.files;
    if (!(files instanceof MemoryFiles)) throw new Error("another place for files");
    await paper(world, me);
    files.away = true;
    await expect(paper(world, me, "proof", "away")).rejects.toMatchObject({ code: "files_away" });
    files.away = false;
    expect(await listPapers(world.ctx, me)).toHaveLength(1);
    world.advance(2 * 86_400_000);
    expect(await sweepPapers(world.ctx)).toEqual({ drafts: 0, removed: 1 });
    world.advance(91 * 86_400_000);
    expect(await sweepPapers(world.ctx)).toEqual({ drafts: 0, removed: 1 });
    expect(files.kept.size).toBe(0);
  });
});

test("the standing says nothing of who decides, and nothing to somebody who never applied", async () => {
  expect(await readStanding(world.ctx, me)).toBeNull();
  await apply(world, me);
  const standing = await readStanding(world.ctx, me);
  expect(standing).toMatchObject({ status: "pending", licence_status: "unchecked", review: { status: "open" } });
  expect(standing?.review).not.toHaveProperty("evidence");
});
