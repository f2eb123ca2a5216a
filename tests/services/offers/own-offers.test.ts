// What a professional sees of the own offers, and what an answer does to them.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, ledger, offers } from "../../../src/db/schema.ts";
import { listOffers } from "../../../src/services/offers/list-offers.ts";
import { readOffer } from "../../../src/services/offers/read-offer.ts";
import { respondToOffer } from "../../../src/services/offers/respond-to-offer.ts";
import { seeOffer } from "../../../src/services/offers/see-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const HOUR = 3_600_000;
let database: TestDatabase;
let world: World;
let caseId: string;
let asked: (typeof offers.$inferSelect)[];

const personOf = (professionalId: string) => ({
  kind: "person" as const,
  userId: professionalId.replace("pro_", "usr_"),
  role: "professional" as const,
  locale: "pt-BR" as const,
});

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
  caseId = await world.addCase({
    deadlines: [
      {
        kind: "labour_two_years",
        date: "2028-11-19",
        label: { "pt-BR": "Ação trabalhista", en: "Labour claim" },
        source: "CF art. 7",
        quote: "a Maria da Silva me demitiu ontem",
        hoursLeft: 17_500,
        passed: false,
      },
    ],
    adverseParties: ["Padaria Central Ltda"],
  });
  await sendWave(world.ctx, { caseId, wave: 1 });
  asked = await world.ctx.db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(offers.rank);
});

const first = () => {
  const [offer, other] = asked;
  if (offer === undefined || other === undefined) throw new Error("nobody was asked");
  return { offer, other, me: personOf(offer.professionalId), colleague: personOf(other.professionalId) };
};

describe("a professional's offers", () => {
  test("are the own ones alone, with the case but without its client or the person's own words", async () => {
    const { offer, me } = first();
    const { items, next } = await listOffers(world.ctx, me);
    expect(items.map((item) => item.id)).toEqual([offer.id]);
    expect(next).toBeNull();
    expect(items[0]).toMatchObject({
      case_id: caseId,
      status: "pending",
      area: "trabalho",
      uf: "SP",
      urgency_hours: 240,
    });
    expect(items[0]?.deadlines).toEqual([expect.objectContaining({ date: "2028-11-19", kind: "labour_two_years" })]);
    const text = JSON.stringify(items);
    for (const secret of ["Maria da Silva", "Padaria", "usr_client"]) expect(text).not.toContain(secret);
  });

  test("of someone else do not exist", async () => {
    const { offer, colleague } = first();
    await expect(readOffer(world.ctx, colleague, offer.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(seeOffer(world.ctx, colleague, offer.id)).rejects.toMatchObject({ code: "not_found" });
    const answer = { offerId: offer.id, answer: "accept" };
    await expect(respondToOffer(world.ctx, colleague, answer)).rejects.toMatchObject({ code: "not_found" });
    expect((await readOffer(world.ctx, first().me, offer.id)).status).toBe("pending");
  });

  test("are listed page after page, each once, newest first", async () => {
    const { me, offer } = first();
    const [row] = await world.ctx.db.select().from(offers).where(eq(offers.id, offer.id));
    if (row === undefined) throw new Error("no offer");
    for (let i = 0; i < 4; i++) {
      const otherCase = await world.addCase();
      const createdAt = new Date(row.createdAt.getTime() + (i + 1) * 1000);
      await world.ctx.db.insert(offers).values({ ...row, id: `off_more${i}`, caseId: otherCase, createdAt });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listOffers(world.ctx, me, { limit: 2, cursor });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(["off_more3", "off_more2", "off_more1", "off_more0", offer.id]);
  });

  test("are open until they are answered or their time is over", async () => {
    const { me, offer } = first();
    expect((await listOffers(world.ctx, me, { show: "open" })).items).toHaveLength(1);
    expect((await listOffers(world.ctx, me, { show: "past" })).items).toHaveLength(0);
    world.advance(25 * HOUR);
    expect((await listOffers(world.ctx, me, { show: "open" })).items).toHaveLength(0);
    expect((await listOffers(world.ctx, me, { show: "past" })).items.map((item) => item.id)).toEqual([offer.id]);
  });

  test("refuse a limit above fifty and a cursor that no list gave out", async () => {
    const { me } = first();
    await expect(listOffers(world.ctx, me, { limit: 51 })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(listOffers(world.ctx, me, { cursor: "' OR 1=1" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("seeing an offer", () => {
  test("counts once, in the ledger and the audit", async () => {
    const { me, offer } = first();
    const seen = await seeOffer(world.ctx, me, offer.id);
    expect(seen.status).toBe("seen");
    world.advance(HOUR);
    expect((await seeOffer(world.ctx, me, offer.id)).seen_at).toBe(seen.seen_at);
    expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "seen"))).toBe(1);
    expect(await world.ctx.db.$count(audit, eq(audit.action, "offer.seen"))).toBe(1);
  });

  test("changes nothing of an offer that is over or answered", async () => {
    const { me, offer, other, colleague } = first();
    await respondToOffer(world.ctx, me, { offerId: offer.id, answer: "decline", reason: "no_time" });
    expect((await seeOffer(world.ctx, me, offer.id)).status).toBe("declined");
    world.advance(25 * HOUR);
    expect((await seeOffer(world.ctx, colleague, other.id)).status).toBe("pending");
    expect(await world.ctx.db.$count(ledger, eq(ledger.kind, "seen"))).toBe(0);
  });
});

describe("answering an offer", () => {
  test("accepts it and takes the case", async () => {
    const { me, offer } = first();
    expect(await respondToOffer(world.ctx, me, { offerId: offer.id, answer: "accept" })).toMatchObject({
      id: offer.id,
      case_id: caseId,
      status: "accepted",
    });
    expect((await world.ctx.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.status).toBe("accepted");
  });

  test("declines it with a reason", async () => {
    const { me, offer } = first();
    const answered = await respondToOffer(world.ctx, me, { offerId: offer.id, answer: "decline", reason: " too_far " });
    expect(answered).toMatchObject({ status: "declined", decline_reason: "too_far" });
  });

  test("late is told kindly that a colleague was first", async () => {
    const { me, offer, other, colleague } = first();
    await respondToOffer(world.ctx, me, { offerId: offer.id, answer: "accept" });
    const late = respondToOffer(world.ctx, colleague, { offerId: other.id, answer: "accept" });
    await expect(late).rejects.toMatchObject({ code: "offer_taken", status: 409 });
  });
});
