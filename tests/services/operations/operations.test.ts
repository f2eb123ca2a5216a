// What operators see and settle; for everyone else there is no console.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import {
  audit,
  caseReports,
  cases,
  offers,
  outbox,
  professionals,
  shortlists,
  users,
  verificationReviews,
} from "../../../src/db/schema.ts";
import { completeTriage } from "../../../src/services/intake/complete-triage.ts";
import { forgetCase } from "../../../src/services/intake/forget-case.ts";
import { recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { listCases } from "../../../src/services/operations/list-cases.ts";
import { listEquity, readEquity } from "../../../src/services/operations/list-equity.ts";
import { listAllOffers } from "../../../src/services/operations/list-offers.ts";
import { listOutbox } from "../../../src/services/operations/list-outbox.ts";
import { readCaseAsOperator } from "../../../src/services/operations/read-case.ts";
import { readOverview } from "../../../src/services/operations/read-overview.ts";
import { searchAgain } from "../../../src/services/operations/search-again.ts";
import { discardMessage, retryMessage } from "../../../src/services/operations/settle-dead-message.ts";
import { markDead } from "../../../src/services/outbox/message-state.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;

const operator = { kind: "person", userId: "usr_op", role: "operator", locale: "pt-BR" } as const;
const professional = { ...operator, role: "professional" } as const;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
});

async function deadMessage(userId = "usr_gone"): Promise<string> {
  const row = outboxRow(
    "person.notify",
    "k1",
    { userId, kind: "offer_new", params: { note: "palavras de alguém" } },
    { now: world.ctx.now(), traceId: "trc_test" },
  );
  await world.ctx.db.insert(outbox).values(row);
  await markDead(world.ctx, row, "defect");
  return row.id;
}

test("no console for anyone but an operator", async () => {
  const { ctx } = world;
  const caseId = await world.addCase({ status: "unmatched" });
  const dead = await deadMessage();
  const tries = [
    readOverview(ctx, professional),
    listCases(ctx, professional),
    listAllOffers(ctx, professional),
    listOutbox(ctx, professional),
    listEquity(ctx, professional),
    readEquity(ctx, professional),
    readCaseAsOperator(ctx, professional, caseId),
    searchAgain(ctx, professional, caseId),
    retryMessage(ctx, professional, dead),
    discardMessage(ctx, professional, dead),
    readOverview(ctx, { kind: "system" }),
  ];
  for (const result of await Promise.allSettled(tries)) {
    expect(result).toMatchObject({ status: "rejected", reason: { code: "not_found" } });
  }
});

describe("the overview", () => {
  test("tells what became of the conversations of the last day", async () => {
    const { ctx } = world;
    const at = (minutesAgo: number) => new Date(ctx.now().getTime() - minutesAgo * 60_000);
    await world.addCase({ status: "triage", triagedAt: null, createdAt: at(30 * 60) });
    const silent = await world.addCase({ status: "triage", triagedAt: null, createdAt: at(40 * 60) });
    expect(await forgetCase(ctx, { caseId: silent })).toBe("forgotten");
    for (const minutes of [2, 4, 9]) await world.addCase({ createdAt: at(minutes), triagedAt: at(0) });
    const called = await world.addCase({ status: "triage", triagedAt: null, createdAt: at(5) });
    const facts = { area: null, urgencyHours: 720, flags: [] } as unknown as Parameters<
      typeof recordConversation
    >[1]["understanding"];
    for (const seq of [5, 8]) {
      const standing = { status: "handed_off", controlledBy: "agent", reason: "asked_for_person" } as const;
      await recordConversation(ctx, { caseId: called, ...standing, understanding: facts, seq });
    }
    const told = {
      area: "trabalho",
      urgencyHours: 240,
      confidence: 0.8,
      complexity: "medium",
      uf: null,
    } as unknown as Parameters<typeof completeTriage>[1]["understanding"];
    const lists = { flags: [], deadlines: [], languages: ["pt-BR" as const], adverseParties: [], summary: "Resumo." };
    const ended = await world.addCase({ status: "triage", triagedAt: null, createdAt: at(4) });
    for (let i = 0; i < 2; i++) await completeTriage(ctx, { caseId: ended, understanding: { ...told, ...lists } });
    expect((await readOverview(ctx, operator)).conversations).toMatchObject({
      open: 2,
      last_24_hours: { started: 5, completed: 1, handed_off: 1, forgotten: 1, median_minutes_to_triage: 4 },
    });
    world.advance(25 * 3_600_000);
    expect((await readOverview(ctx, operator)).conversations.last_24_hours).toEqual({
      started: 0,
      completed: 0,
      handed_off: 0,
      forgotten: 0,
      median_minutes_to_triage: null,
    });
  });

  test("counts cases, conversations, offers and messages", async () => {
    await world.addCase({ status: "triage" });
    await world.addCase({ status: "handed_off" });
    await world.addCase({ status: "handed_off", controlledBy: "human" });
    const offered = await world.addCase({ urgencyHours: 12 });
    await sendWave(world.ctx, { caseId: offered, wave: 1 });
    await deadMessage();
    // One waits for a vendor, one failed by itself, the others were not tried.
    const pending = world.ctx.db.select({ id: outbox.id }).from(outbox).where(eq(outbox.status, "pending"));
    const [first, second] = await pending.limit(2);
    await world.ctx.db
      .update(outbox)
      .set({ lastError: "vendor_open_circuit" })
      .where(eq(outbox.id, String(first?.id)));
    await world.ctx.db
      .update(outbox)
      .set({ lastError: "defect" })
      .where(eq(outbox.id, String(second?.id)));
    world.advance(90 * 60_000);
    expect(await readOverview(world.ctx, operator)).toMatchObject({
      cases: { triage: 1, handed_off: 2, offering: 1, closed: 0 },
      conversations: { waiting: 1, taken: 1 },
      offers: { open: 3, ending_within_hour: 3 },
      outbox: { dead: 1, held_up: 1 },
    });
  });

  test("counts what else waits for a person: reports and verifications that are open, not those that are done", async () => {
    const { ctx } = world;
    const caseId = await world.addCase({ urgencyHours: 12 });
    await sendWave(ctx, { caseId, wave: 1 });
    const [offer] = await ctx.db.select().from(offers).where(eq(offers.caseId, caseId));
    if (offer === undefined) throw new Error("no offer");
    const { id: offerId, professionalId } = offer;
    const createdAt = ctx.now();
    const report = { caseId, offerId, reason: "other", words: "Fictitious.", createdAt } as const;
    await ctx.db.insert(caseReports).values([
      { id: "rpt_1", side: "client", ...report },
      { id: "rpt_2", side: "professional", status: "dismissed", ...report },
    ]);
    const claims = { name: "Ana", licence_number: "1", licence_uf: "SP", other_licences: [], qualifications: [] };
    const review = { professionalId, kind: "change", claims, createdAt, updatedAt: createdAt } as const;
    await ctx.db.insert(verificationReviews).values([
      { id: "vrf_1", status: "open", ...review },
      { id: "vrf_2", status: "refused", ...review },
    ]);
    expect(await readOverview(ctx, operator)).toMatchObject({ reports: { open: 1 }, verifications: { open: 1 } });
  });
});

describe("cases", () => {
  test("are listed by state and by who holds the conversation, without what was said", async () => {
    const waiting = await world.addCase({ status: "handed_off", createdAt: new Date("2026-11-20T10:00:00Z") });
    const taken = await world.addCase({ status: "handed_off", controlledBy: "human" });
    await world.addCase();
    const ids = async (raw: Parameters<typeof listCases>[2]) =>
      (await listCases(world.ctx, operator, raw)).items.map((item) => item.id);
    expect(await ids({ status: "handed_off" })).toEqual(expect.arrayContaining([waiting, taken]));
    expect(await ids({ conversation: "waiting" })).toEqual([waiting]);
    expect(await ids({ conversation: "taken" })).toEqual([taken]);
    expect(JSON.stringify(await listCases(world.ctx, operator))).not.toContain("demitida");
    const page = await listCases(world.ctx, operator, { limit: 2 });
    expect(page.items).toHaveLength(2);
    expect((await listCases(world.ctx, operator, { limit: 2, cursor: page.next ?? "" })).items).toHaveLength(1);
    await expect(listCases(world.ctx, operator, { status: "lost" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("are read with their history, and the reading is kept", async () => {
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    const read = await readCaseAsOperator(world.ctx, operator, caseId);
    expect(read).toMatchObject({ id: caseId, status: "offering", summary: expect.stringContaining("demitida") });
    expect(read.client_email).toBeNull();
    expect(read.history.map((entry) => entry.action)).toContain("wave.sent");
    const readings = () => world.ctx.db.$count(audit, and(eq(audit.action, "case.read"), eq(audit.actor, "usr_op")));
    expect(await readings()).toBe(1);
    // An open page reads itself anew: one sitting, one entry.
    await readCaseAsOperator(world.ctx, operator, caseId);
    expect(await readings()).toBe(1);
    world.advance(11 * 60_000);
    await readCaseAsOperator(world.ctx, operator, caseId);
    expect(await readings()).toBe(2);
  });
});

describe("searching again", () => {
  test("asks others than before, once, however often it is asked", async () => {
    const caseId = await world.addCase({ area: "migratorio" });
    const free = await world.ctx.db.select().from(professionals);
    await world.ctx.db.update(professionals).set({ status: "inactive" });
    await sendWave(world.ctx, { caseId, wave: 1 });
    await world.drain();
    const statusOf = async () => (await world.ctx.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.status;
    expect(await statusOf()).toBe("unmatched");

    // Nobody is there yet: the search ends again, and can be asked for again.
    await searchAgain(world.ctx, operator, caseId);
    await world.drain();
    expect(await statusOf()).toBe("unmatched");
    expect(await world.ctx.db.$count(shortlists)).toBe(2);

    await world.ctx.db.update(professionals).set({ status: "active" });
    await Promise.all([searchAgain(world.ctx, operator, caseId), searchAgain(world.ctx, operator, caseId)]);
    expect(await searchAgain(world.ctx, operator, caseId)).toEqual({ id: caseId, status: "matching" });
    await world.drain();
    expect(await statusOf()).toBe("offering");
    const waves = (await world.ctx.db.select().from(offers).where(eq(offers.caseId, caseId))).map((o) => o.wave);
    expect(new Set(waves)).toEqual(new Set([3]));
    expect(free.length).toBeGreaterThan(0);
    expect(await world.ctx.db.$count(audit, eq(audit.action, "case.search_again"))).toBe(2);
  });

  test("is refused for a case that is taken, and for one that does not exist", async () => {
    const caseId = await world.addCase({ status: "accepted" });
    await expect(searchAgain(world.ctx, operator, caseId)).rejects.toMatchObject({
      code: "not_unmatched",
      status: 409,
    });
    await expect(searchAgain(world.ctx, operator, "cas_none")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the outbox", () => {
  test("is shown without what people wrote", async () => {
    await deadMessage();
    const { items } = await listOutbox(world.ctx, operator, { status: "dead" });
    expect(items).toEqual([
      expect.objectContaining({
        name: "person.notify",
        status: "dead",
        last_error: "defect",
        body: { userId: "usr_gone", kind: "offer_new", params: "…" },
      }),
    ]);
    expect(JSON.stringify(items)).not.toContain("palavras");
  });

  test("a dead message is sent again once, with all its tries", async () => {
    const id = await deadMessage();
    const queued: string[] = [];
    const ctx = {
      ...world.ctx,
      enqueue: async (rows: readonly { id: string }[]) => void queued.push(...rows.map((r) => r.id)),
    };
    expect(await retryMessage(ctx, operator, id)).toEqual({ id, status: "pending" });
    expect(await retryMessage(ctx, operator, id)).toEqual({ id, status: "pending" });
    expect(queued).toEqual([id]);
    expect((await world.ctx.db.select().from(outbox).where(eq(outbox.id, id)))[0]).toMatchObject({ attempts: 0 });
    expect(await world.ctx.db.$count(audit, eq(audit.action, "message.retried"))).toBe(1);
    await world.drain();
    await expect(retryMessage(ctx, operator, id)).rejects.toMatchObject({ code: "not_dead" });
  });

  test("a dead message is let go and says so", async () => {
    const id = await deadMessage();
    expect(await discardMessage(world.ctx, operator, id)).toEqual({ id, status: "done" });
    expect(await discardMessage(world.ctx, operator, id)).toEqual({ id, status: "done" });
    const { items } = await listOutbox(world.ctx, operator, { status: "done" });
    expect(items.find((item) => item.id === id)?.last_error).toBe("discarded");
    expect(await world.ctx.db.$count(audit, eq(audit.action, "message.discarded"))).toBe(1);
    await expect(discardMessage(world.ctx, operator, "out_none")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("equity", () => {
  test("lists load against capacity in any order, page after page", async () => {
    const [one, two] = world.people;
    if (one === undefined || two === undefined) throw new Error("nobody");
    const set = (id: string, cases30d: number, capacityMonthly: number) =>
      world.ctx.db.update(professionals).set({ cases30d, capacityMonthly }).where(eq(professionals.id, id));
    await set(one.id, 4, 4);
    await set(two.id, 3, 12);
    const byLoad = await listEquity(world.ctx, operator, { limit: 2 });
    expect(byLoad.items).toEqual([
      expect.objectContaining({ id: one.id, load: 1 }),
      expect.objectContaining({ id: two.id, load: 0.25 }),
    ]);
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listEquity(world.ctx, operator, { sort: "name", order: "asc", limit: 25, cursor });
      all.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(all).size).toBe(world.people.length);
    await expect(listEquity(world.ctx, operator, { sort: "salary" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(listEquity(world.ctx, operator, { cursor: "n-1" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("knows how evenly it is shared", async () => {
    expect(await readEquity(world.ctx, operator)).toMatchObject({
      gini: 0,
      load_total: 0,
      professionals: world.people.length,
    });
    await world.ctx.db.update(professionals).set({ cases30d: 2, capacityMonthly: 4 });
    const even = await readEquity(world.ctx, operator);
    expect(even.gini).toBeCloseTo(0, 10);
    expect(even.bars.find((bar) => bar.up_to === 0.5)?.count).toBe(world.people.length);
    await world.ctx.db.update(professionals).set({ cases30d: 0 });
    await world.ctx.db
      .update(professionals)
      .set({ cases30d: 4 })
      .where(eq(professionals.id, world.people[0]?.id ?? ""));
    const uneven = await readEquity(world.ctx, operator);
    expect(uneven).toMatchObject({ at_capacity: 1, load_total: 4 });
    expect(uneven.gini).toBeCloseTo(1 - 1 / world.people.length, 10);
  });

  test("leaves out who is not active", async () => {
    await world.ctx.db
      .update(professionals)
      .set({ status: "inactive" })
      .where(eq(professionals.id, world.people[0]?.id ?? ""));
    expect((await readEquity(world.ctx, operator)).professionals).toBe(world.people.length - 1);
    expect(await world.ctx.db.$count(users, eq(users.role, "operator"))).toBe(1);
  });
});
