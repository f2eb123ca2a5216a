// A case from the search to an accepted offer: waves, reminders, expiry, the first acceptance, nobody left.
import { and, eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import {
  cases,
  ledger,
  notifications,
  offers,
  outbox,
  professionals,
  receipts,
  representedParties,
  shortlists,
} from "../../../src/db/schema.ts";
import { partyKey } from "../../../src/domain/matching/conflict.ts";
import type { AnswerInput } from "../../../src/domain/ports.ts";
import { answerOffer } from "../../../src/services/offers/answer-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { sweepOffers } from "../../../src/services/offers/sweep-offers.ts";
import { tickCase } from "../../../src/services/offers/tick-case.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const HOUR = 3_600_000;
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
});

const offersOf = (caseId: string) =>
  world.ctx.db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(offers.wave, offers.rank);
const statusOf = async (caseId: string) =>
  (await world.ctx.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.status;

function answerOf(offer: typeof offers.$inferSelect, answer: "accept" | "decline"): AnswerInput {
  const userId = offer.professionalId.replace("pro_", "usr_");
  return {
    caseId: offer.caseId,
    offerId: offer.id,
    professionalId: offer.professionalId,
    userId,
    answer,
    reason: null,
    traceId: "trc_test",
  };
}

async function sent(values?: Partial<typeof cases.$inferInsert>): Promise<string> {
  const caseId = await world.addCase(values);
  await sendWave(world.ctx, { caseId, wave: 1 });
  await world.drain();
  return caseId;
}

describe("a wave", () => {
  test("asks three professionals of the area, with a receipt for everyone considered", async () => {
    const caseId = await sent();
    const asked = await offersOf(caseId);
    expect(asked).toHaveLength(3);
    const people = await world.ctx.db
      .select()
      .from(professionals)
      .where(
        inArray(
          professionals.id,
          asked.map((o) => o.professionalId),
        ),
      );
    for (const person of people) expect(person.areas).toContain("trabalho");
    const [shortlist] = await world.ctx.db.select().from(shortlists);
    const kept = await world.ctx.db.select().from(receipts);
    expect(kept).toHaveLength(shortlist?.considered ?? -1);
    expect(
      kept
        .filter((receipt) => receipt.chosen)
        .map((receipt) => receipt.professionalId)
        .sort(),
    ).toEqual(people.map((p) => p.id).sort());
    expect(await statusOf(caseId)).toBe("offering");
  });

  test("tells each professional once and the client that somebody was asked", async () => {
    const caseId = await sent();
    const news = [...world.published.values()].flat();
    expect(news.filter((event) => event.type === "match_ready" && event.data.asked === 3)).toHaveLength(2);
    expect(news.filter((event) => event.type === "offer_update" && event.data.status === "pending")).toHaveLength(3);
    expect(await world.ctx.db.$count(notifications, eq(notifications.kind, "offer_new"))).toBeGreaterThanOrEqual(3);
    expect(world.wakes.get(caseId)).toBe(world.ctx.now().getTime() + 18 * HOUR);
  });

  test("finds people for a case that nobody has put into words yet", async () => {
    const caseId = await sent({ area: "trabalho", summary: "", subarea: null });
    expect(await offersOf(caseId)).toHaveLength(3);
    await world.ctx.db.execute(
      sql`UPDATE professional_vectors_lexical SET embedding = array_fill(0, ARRAY[384])::vector`,
    );
    expect(await offersOf(await sent())).toHaveLength(3);
  });

  test("goes out once, however often its message comes", async () => {
    const caseId = await sent();
    await sendWave(world.ctx, { caseId, wave: 1 });
    await Promise.all([sendWave(world.ctx, { caseId, wave: 1 }), sendWave(world.ctx, { caseId, wave: 1 })]);
    expect(await offersOf(caseId)).toHaveLength(3);
    expect(await world.ctx.db.$count(shortlists)).toBe(1);
  });

  test("gives an urgent case two hours instead of a day", async () => {
    const caseId = await sent({ urgencyHours: 12 });
    const [offer] = await offersOf(caseId);
    expect((offer?.expiresAt.getTime() ?? 0) - world.ctx.now().getTime()).toBe(2 * HOUR);
  });

  test("never asks who is at capacity, on leave, or represents the other side, and says why", async () => {
    const caseId = await world.addCase({ adverseParties: ["Padaria Central Ltda"] });
    const free = await world.ctx.db
      .select()
      .from(professionals)
      .where(and(eq(professionals.status, "active")));
    const [full, away, opponent] = free.filter((p) => p.areas.includes("trabalho") && (p.remote || p.uf === "SP"));
    await world.ctx.db
      .insert(representedParties)
      .values({ professionalId: opponent?.id ?? "", partyKey: partyKey("PADARIA CENTRAL") });
    await world.ctx.db
      .update(professionals)
      .set({ capacityMonthly: 0 })
      .where(eq(professionals.id, full?.id ?? ""));
    await world.ctx.db
      .update(professionals)
      .set({ leaveFrom: new Date("2026-11-01") })
      .where(eq(professionals.id, away?.id ?? ""));
    await sendWave(world.ctx, { caseId, wave: 1 });
    const kept = await world.ctx.db.select().from(receipts);
    expect(kept.find((r) => r.professionalId === full?.id)?.gate).toBe("at_capacity");
    expect(kept.find((r) => r.professionalId === away?.id)?.gate).toBe("on_leave");
    expect(kept.find((r) => r.professionalId === opponent?.id)?.gate).toBe("conflict");
    for (const receipt of kept) if (receipt.gate !== null) expect(receipt.chosen).toBe(false);
  });

  test("that finds nobody ends in the hands of a person, and the client is told", async () => {
    const caseId = await sent({ area: "migratorio", uf: "AC", languages: ["xx"] });
    expect(await statusOf(caseId)).toBe("unmatched");
    const kinds = (await world.ctx.db.select().from(notifications)).map((n) => n.kind);
    expect(kinds).toContain("case_unmatched");
    expect(world.published.get("inbox_operators")?.some((event) => event.data.status === "unmatched")).toBe(true);
  });
});

describe("an answer", () => {
  test("accepted first wins: the others are withdrawn, the load rises, the contract is called for", async () => {
    const caseId = await sent();
    const [first, second] = await offersOf(caseId);
    if (first === undefined || second === undefined) throw new Error("no offers");
    const before =
      (await world.ctx.db.select().from(professionals).where(eq(professionals.id, first.professionalId)))[0]
        ?.cases30d ?? 0;
    expect(await answerOffer(world.ctx, answerOf(first, "accept"))).toMatchObject({ status: "accepted" });
    await expect(answerOffer(world.ctx, answerOf(second, "accept"))).rejects.toMatchObject({
      code: "offer_taken",
      status: 409,
    });
    expect((await offersOf(caseId)).map((o) => o.status)).toEqual(["accepted", "withdrawn", "withdrawn"]);
    expect(await statusOf(caseId)).toBe("accepted");
    expect(
      (await world.ctx.db.select().from(professionals).where(eq(professionals.id, first.professionalId)))[0]?.cases30d,
    ).toBe(before + 1);
    expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "accepted"))).toBe(1);
    expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "withdrawn"))).toBe(2);
    expect(await world.ctx.db.$count(outbox, eq(outbox.name, "contract.open"))).toBe(1);
  });

  test("the same answer twice is one answer", async () => {
    const caseId = await sent();
    const [first] = await offersOf(caseId);
    if (first === undefined) throw new Error("no offers");
    await answerOffer(world.ctx, answerOf(first, "accept"));
    expect(await answerOffer(world.ctx, answerOf(first, "accept"))).toMatchObject({ status: "accepted" });
    expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "accepted"))).toBe(1);
  });

  test("200 acceptances at once have one winner", async () => {
    const caseId = await sent();
    const asked = await offersOf(caseId);
    const tries = Array.from({ length: 200 }, (_, i) => asked[i % 3]).filter((o) => o !== undefined);
    const results = await Promise.allSettled(tries.map((offer) => answerOffer(world.ctx, answerOf(offer, "accept"))));
    const winners = new Set(results.flatMap((r) => (r.status === "fulfilled" ? [r.value.offerId] : [])));
    expect(winners.size).toBe(1);
    expect((await offersOf(caseId)).filter((o) => o.status === "accepted")).toHaveLength(1);
    for (const r of results) if (r.status === "rejected") expect(r.reason).toMatchObject({ code: "offer_taken" });
  }, 60_000);

  test("all declined: the next wave asks others, never the same person again", async () => {
    const caseId = await sent();
    const first = await offersOf(caseId);
    for (const offer of first) await answerOffer(world.ctx, answerOf(offer, "decline"));
    await world.drain();
    const all = await offersOf(caseId);
    expect(all.filter((o) => o.wave === 2).length).toBeGreaterThan(0);
    expect(new Set(all.map((o) => o.professionalId)).size).toBe(all.length);
  });

  test("someone else's offer does not exist", async () => {
    const caseId = await sent();
    const [first, second] = await offersOf(caseId);
    if (first === undefined || second === undefined) throw new Error("no offers");
    const stolen = { ...answerOf(first, "accept"), professionalId: second.professionalId };
    await expect(answerOffer(world.ctx, stolen)).rejects.toMatchObject({ code: "not_found", status: 404 });
    expect((await offersOf(caseId))[0]?.status).toBe("pending");
  });

  test("after the time is over it says so kindly", async () => {
    const caseId = await sent();
    const [first] = await offersOf(caseId);
    if (first === undefined) throw new Error("no offers");
    world.advance(25 * HOUR);
    await expect(answerOffer(world.ctx, answerOf(first, "accept"))).rejects.toMatchObject({
      code: "offer_expired",
      status: 409,
    });
  });

  test("at capacity in the meantime: everything is checked again", async () => {
    const caseId = await sent();
    const [first] = await offersOf(caseId);
    if (first === undefined) throw new Error("no offers");
    await world.ctx.db
      .update(professionals)
      .set({ capacityMonthly: 0 })
      .where(eq(professionals.id, first.professionalId));
    await expect(answerOffer(world.ctx, answerOf(first, "accept"))).rejects.toMatchObject({ code: "at_capacity" });
    expect(await statusOf(caseId)).toBe("offering");
  });
});

describe("the clock", () => {
  test("reminds once at three quarters, expires at the end, then calls the next wave", async () => {
    const caseId = await sent();
    world.advance(18 * HOUR);
    const look = await tickCase(world.ctx, { caseId });
    await tickCase(world.ctx, { caseId });
    await world.drain();
    expect(await world.ctx.db.$count(outbox, eq(outbox.name, "offer.remind"))).toBe(3);
    expect(look.nextAt?.getTime()).toBe((await offersOf(caseId))[0]?.expiresAt.getTime());
    world.advance(6 * HOUR);
    await tickCase(world.ctx, { caseId });
    expect((await offersOf(caseId)).map((o) => o.status)).toEqual(["expired", "expired", "expired"]);
    await world.drain();
    expect((await offersOf(caseId)).some((o) => o.wave === 2)).toBe(true);
    expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "expired"))).toBe(3);
  });

  test("that was missed is wound again by the sweep", async () => {
    const caseId = await sent();
    world.advance(30 * HOUR);
    expect(await sweepOffers(world.ctx)).toEqual({ due: 1, failed: 0 });
    expect((await offersOf(caseId)).every((o) => o.status === "expired")).toBe(true);
  });
});

describe("the queue", () => {
  test("parks what it cannot read and tells the operators once", async () => {
    const { db } = world.ctx;
    const row = outboxRow(
      "case.match",
      "unreadable",
      { caseId: "cas_x" },
      { now: world.ctx.now(), traceId: "trc_test" },
    );
    await db.insert(outbox).values({ ...row, body: { wrong: true } });
    await world.drain();
    const [parked] = await db.select().from(outbox).where(eq(outbox.key, "unreadable"));
    expect(parked).toMatchObject({ status: "dead", lastError: "message_unreadable" });
    expect(await db.$count(notifications, eq(notifications.kind, "message_dead"))).toBeGreaterThan(0);
  });
});
