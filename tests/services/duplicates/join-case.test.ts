// A case told twice is noticed, asked about once, and joined or kept apart as its client says.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, caseFiles, caseLikenesses, cases, ledger, offers } from "../../../src/db/schema.ts";
import { joinCase } from "../../../src/services/duplicates/join-case.ts";
import { keepApart } from "../../../src/services/duplicates/keep-apart.ts";
import { noticeLikeness } from "../../../src/services/duplicates/notice-likeness.ts";
import { joinAnonymous } from "../../../src/services/identity/join-anonymous.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { readCaseAsOperator } from "../../../src/services/operations/read-case.ts";
import { readAsks } from "../../../src/services/reach/read-asks.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
const DAY = 86_400_000;
const FIRST = "A pessoa foi demitida da padaria em março e não recebeu as verbas rescisórias nem o FGTS.";
const AGAIN = "Foi mandada embora da padaria em março sem receber a rescisão e o FGTS.";
const OTHER = "O patrão não paga horas extras há dois anos; trabalhava 11 horas por dia no supermercado.";

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 60 });
});

describe("noticeLikeness", () => {
  test("asks once about a case that was told before, and the page hears it", async () => {
    const { first, second, client } = await twoCases();
    expect(await noticeLikeness(world.ctx, { caseId: second })).toBe(first);
    expect(await noticeLikeness(world.ctx, { caseId: second })).toBeNull();
    expect(await noticeLikeness(world.ctx, { caseId: first })).toBeNull();
    await world.drain();
    const events = [...world.published.values()].flat().filter(({ type }) => type === "client_asked");
    expect(events.map(({ data }) => data)).toEqual([{ about: "same", case_id: first }]);
    expect((await readAsks(world.ctx, client, second)).like?.caseId).toBe(first);
  });

  test.each([
    ["another matter", { summary: OTHER }, {}],
    ["another area", { area: "consumidor" }, {}],
    ["a case of long ago", {}, { createdAt: new Date("2026-10-20T11:00:00Z") }],
    ["a case that is over", {}, { status: "closed" as const }],
    ["a case in which its client said stop", {}, { status: "stopped" as const }],
    ["a case that was never understood", {}, { status: "triage" as const, triagedAt: null }],
    ["a case that somebody has taken meanwhile", { status: "accepted" as const }, {}],
  ])("does not ask about %s", async (_, later, earlier) => {
    const { second } = await twoCases(later, earlier);
    expect(await noticeLikeness(world.ctx, { caseId: second })).toBeNull();
  });

  test("does not ask about somebody else's case", async () => {
    const { second } = await twoCases();
    const stranger = await world.addCase({ summary: AGAIN, createdAt: world.ctx.now() });
    await database.db
      .update(cases)
      .set({ clientId: (await row(stranger)).clientId })
      .where(eq(cases.id, second));
    await database.db.delete(cases).where(eq(cases.id, stranger));
    expect(await noticeLikeness(world.ctx, { caseId: second })).toBeNull();
  });

  test("asks after two names became one person", async () => {
    const first = await world.addCase({ summary: FIRST, createdAt: new Date(world.ctx.now().getTime() - DAY) });
    const second = await world.addCase({ summary: AGAIN, createdAt: world.ctx.now() });
    const { clientId: anonymousId } = await row(first);
    const { clientId: userId } = await row(second);
    await joinAnonymous(world.ctx, { anonymousId, userId });
    await world.drain();
    const [like] = await database.db.select().from(caseLikenesses);
    expect(like).toMatchObject({ caseId: second, earlierId: first, answer: null });
  });
});

describe("joinCase", () => {
  test("carries words, days, files and haste over, withdraws the offers, and closes the case as joined", async () => {
    const soon = { label: { "pt-BR": "Prazo", en: "Limit" }, date: "2026-12-01" };
    const { first, second, client } = await twoCases({
      urgencyHours: 72,
      flags: ["violence"],
      documentsHeld: ["rg"],
      deadlines: [soon] as never,
    });
    await sendWave(world.ctx, { caseId: second, wave: 1 });
    const file = { type: "application/pdf", bytes: 3, storedAt: world.ctx.now(), createdAt: world.ctx.now() };
    await database.db.insert(caseFiles).values([
      { ...file, id: "fil_a", caseId: second, name: "a.pdf", sha256: "a", storageKey: "k/a" },
      { ...file, id: "fil_b", caseId: second, name: "b.pdf", sha256: "b", storageKey: "k/b" },
      { ...file, id: "fil_c", caseId: first, name: "b.pdf", sha256: "b", storageKey: "k/c" },
    ]);
    expect(await joinCase(world.ctx, client, second, { into: first })).toEqual({
      id: second,
      status: "closed",
      close_reason: "joined",
      joined_into: first,
    });
    expect(await row(second)).toMatchObject({ status: "closed", closeReason: "joined", joinedInto: first });
    expect(await row(first)).toMatchObject({
      status: "matching",
      summary: `${FIRST}\n\n${AGAIN}`,
      urgencyHours: 72,
      flags: ["violence"],
      documentsHeld: ["rg"],
      deadlines: [soon],
    });
    const files = await database.db.select().from(caseFiles).orderBy(caseFiles.id);
    expect(files.map(({ caseId }) => caseId)).toEqual([first, second, first]);
    const left = await database.db.select().from(offers).where(eq(offers.caseId, second));
    expect(left.length).toBeGreaterThan(0);
    expect(new Set(left.map(({ status }) => status))).toEqual(new Set(["withdrawn"]));
    const booked = await database.db.select().from(ledger).where(eq(ledger.caseId, second));
    expect(booked.filter(({ kind }) => kind === "withdrawn")).toHaveLength(left.length);
    await world.drain();
    const note = world.published.get((await row(first)).conversationId)?.find(({ type }) => type === "message");
    expect(note?.data).toMatchObject({ from: "system", text: expect.stringContaining(AGAIN) });
  });

  test("is done once, whoever presses twice and at once; a second wave of the joined is not sent", async () => {
    const { first, second, client } = await twoCases();
    await noticeLikeness(world.ctx, { caseId: second });
    const joins = await Promise.all([1, 2, 3].map(() => joinCase(world.ctx, client, second, { into: first })));
    expect(new Set(joins.map(({ joined_into }) => joined_into))).toEqual(new Set([first]));
    expect((await row(first)).summary).toBe(`${FIRST}\n\n${AGAIN}`);
    expect(await database.db.$count(audit, eq(audit.action, "case.joined"))).toBe(1);
    expect((await database.db.select().from(caseLikenesses))[0]?.answer).toBe("same");
    await sendWave(world.ctx, { caseId: second, wave: 1 });
    expect(await database.db.$count(offers, eq(offers.caseId, second))).toBe(0);
    await expect(keepApart(world.ctx, client, second)).rejects.toMatchObject({ code: "already_joined" });
  });

  test("two cases joined into each other at once leave one that goes on", async () => {
    const { first, second, client } = await twoCases();
    const ends = await Promise.allSettled([
      joinCase(world.ctx, client, second, { into: first }),
      joinCase(world.ctx, client, first, { into: second }),
    ]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect([(await row(first)).status, (await row(second)).status].sort()).toEqual(["closed", "matching"]);
  });

  test("the client's own wording stays his own, and the one for professionals stays without names", async () => {
    const { first, second, client } = await twoCases({ ownSummary: "Eu, Ana, fui demitida." });
    await joinCase(world.ctx, client, second, { into: first });
    const joined = await row(first);
    expect(joined.ownSummary).toBe(`${FIRST}\n\nEu, Ana, fui demitida.`);
    expect(joined.summary).not.toContain("Ana");
    expect(joined.summaryVersion).toBe(1);
  });

  test("a professional who took the earlier case finds the words with it", async () => {
    const { first, second, client } = await twoCases({}, { status: "accepted" });
    await joinCase(world.ctx, client, second, { into: first });
    expect(await row(first)).toMatchObject({ status: "accepted", summary: `${FIRST}\n\n${AGAIN}` });
  });

  test("is refused to strangers, into strangers' cases, into itself, into what is over, and once it is taken", async () => {
    const { first, second, client } = await twoCases();
    const theirs = await world.addCase({ summary: AGAIN });
    const stranger = { ...client, userId: (await row(theirs)).clientId };
    const refused = async (actor: typeof client, from: string, into: string) =>
      joinCase(world.ctx, actor, from, { into }).catch((error: { code: string }) => error.code);
    expect(await refused(stranger, second, first)).toBe("not_found");
    expect(await refused(stranger, second, theirs)).toBe("not_found");
    expect(await refused(client, second, theirs)).toBe("not_found");
    expect(await refused(client, second, second)).toBe("invalid_input");
    await database.db.update(cases).set({ status: "accepted" }).where(eq(cases.id, second));
    expect(await refused(client, second, first)).toBe("wrong_state");
    await database.db.update(cases).set({ status: "matching" }).where(eq(cases.id, second));
    for (const status of ["closed", "stopped"] as const) {
      await database.db.update(cases).set({ status }).where(eq(cases.id, first));
      expect(await refused(client, second, first)).toBe("join_target_over");
    }
    expect((await row(second)).status).toBe("matching");
  });
});

describe("keepApart", () => {
  test("lets both go on and is not asked again; nobody else answers, and nothing is answered that was not asked", async () => {
    const { first, second, client } = await twoCases();
    await expect(keepApart(world.ctx, client, second)).rejects.toMatchObject({ code: "not_found" });
    await noticeLikeness(world.ctx, { caseId: second });
    const stranger = { ...client, userId: "usr_nobody" };
    await expect(keepApart(world.ctx, stranger, second)).rejects.toMatchObject({ code: "not_found" });
    await Promise.all([keepApart(world.ctx, client, second), keepApart(world.ctx, client, second)]);
    expect(await noticeLikeness(world.ctx, { caseId: second })).toBeNull();
    expect((await readAsks(world.ctx, client, second)).like).toBeNull();
    expect(await database.db.$count(audit, eq(audit.action, "case.kept_apart"))).toBe(1);
    const operator = { kind: "person", userId: "usr_operator", role: "operator", locale: "en" } as const;
    const { likenesses } = await readCaseAsOperator(world.ctx, operator, second);
    expect(likenesses).toEqual([{ case_id: first, answer: "different" }]);
    await expect(joinCase(world.ctx, operator, second, { into: first })).rejects.toMatchObject({ code: "not_found" });
    expect((await row(second)).status).toBe("matching");
  });
});

type Values = Partial<typeof cases.$inferInsert>;

/** Of one client, a day apart. */
async function twoCases(later: Values = {}, earlier: Values = {}) {
  const now = world.ctx.now();
  const first = await world.addCase({ summary: FIRST, createdAt: new Date(now.getTime() - DAY), ...earlier });
  const { clientId } = await row(first);
  const second = await world.addCase({ summary: AGAIN, createdAt: now, ...later });
  await database.db.update(cases).set({ clientId }).where(eq(cases.id, second));
  return { first, second, client: { kind: "person", userId: clientId, role: "client", locale: "pt-BR" } as const };
}

async function row(caseId: string) {
  const [found] = await database.db.select().from(cases).where(eq(cases.id, caseId));
  if (found === undefined) throw new Error(`no case ${caseId}`);
  return found;
}
