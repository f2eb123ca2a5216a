// A client of a directory writes to whom he chose: limits, gates, answers, and what comes after a no.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  audit,
  conflictReviews,
  contacts,
  ledger,
  offers,
  professionals,
  representedParties,
} from "../../../src/db/schema.ts";
import { partyKey } from "../../../src/domain/matching/conflict.ts";
import { contactProfessional } from "../../../src/services/directory/contact-professional.ts";
import { listProfessionals } from "../../../src/services/directory/list-professionals.ts";
import { respondToOffer } from "../../../src/services/offers/respond-to-offer.ts";
import { sweepOffers } from "../../../src/services/offers/sweep-offers.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { type DirectoryScene, directoryScene, type Person, withCase } from "./scene.ts";

let database: TestDatabase;
let scene: DirectoryScene;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = await directoryScene(database);
});

const listed = async (of: DirectoryScene = scene) =>
  (await listProfessionals(of.world.ctx, of.client, of.caseId, { limit: 50 })).items;
const write = (id: string, text?: string, of: DirectoryScene = scene) =>
  contactProfessional(of.world.ctx, of.client, of.caseId, { professional_id: id, text });
async function firstIds(count: number): Promise<string[]> {
  return (await listed()).slice(0, count).map(({ id }) => id);
}
async function lawyer(professionalId: string): Promise<Person> {
  const [row] = await database.db.select().from(professionals).where(eq(professionals.id, professionalId));
  return { kind: "person", userId: row?.userId ?? "", role: "professional", locale: "pt-BR" };
}

describe("writing to a professional of the list", () => {
  it("makes one offer without a shortlist, books it in the ledger, and tells the professional that he was chosen", async () => {
    const [id = ""] = await firstIds(1);
    const made = await write(id, "Meu nome é Joana Prado, ligue 11 98765-4321, por favor.");
    expect(made).toMatchObject({ professional_id: id, status: "pending" });
    const [offer] = await scene.asked();
    expect(offer).toMatchObject({ id: made.offer_id, shortlistId: null, status: "pending" });
    const [contact] = await database.db.select().from(contacts);
    expect(contact?.ownText).toContain("98765-4321");
    expect(contact?.text).not.toContain("98765");
    expect(contact?.text).not.toContain("Joana");
    expect(await database.db.select().from(ledger)).toMatchObject([{ kind: "offered", professionalId: id }]);
    expect(await scene.status()).toBe("offering");
    await scene.world.drain();
    const told = [...scene.world.published.values()].flat();
    expect(told).toContainEqual(expect.objectContaining({ type: "match_ready", key: `contact:${made.offer_id}` }));
    expect(scene.world.wakes.has(scene.caseId)).toBe(true);
  });

  it("is one contact for one pair, also when both requests come at once, and keeps the first words", async () => {
    const [id = ""] = await firstIds(1);
    const both = await Promise.all([write(id, "um"), write(id, "dois")]);
    expect(both[0]?.offer_id).toBe(both[1]?.offer_id);
    expect((await write(id, "tres")).offer_id).toBe(both[0]?.offer_id);
    expect(await scene.asked()).toHaveLength(1);
    expect(await database.db.select().from(audit).where(eq(audit.action, "case.contact"))).toHaveLength(1);
  });

  it("lets three answer at once and no fourth, also when five are written to in the same moment", async () => {
    const ids = await firstIds(5);
    const results = await Promise.allSettled(ids.map((id) => write(id)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    await expect(write(ids.at(-1) ?? "")).rejects.toMatchObject({ code: "too_many_open_contacts" });
    expect(await scene.asked()).toHaveLength(3);
  });

  it("ends after ten, whatever they answered", async () => {
    await database.reset();
    scene = await directoryScene(database, {}, 140);
    const ids = await firstIds(11);
    expect(ids).toHaveLength(11);
    for (const id of ids.slice(0, 10)) {
      const { offer_id } = await write(id);
      await respondToOffer(scene.world.ctx, await lawyer(id), { offerId: offer_id, answer: "decline" });
    }
    await expect(write(ids[10] ?? "")).rejects.toMatchObject({ code: "too_many_contacts" });
    expect(await scene.status()).toBe("choosing");
  });

  it("takes whoever was written to off the list and shows him under the contacts", async () => {
    const [id = ""] = await firstIds(1);
    await write(id);
    const page = await listProfessionals(scene.world.ctx, scene.client, scene.caseId);
    expect(page.items.map((one) => one.id)).not.toContain(id);
    expect(page.contacted).toMatchObject([{ professional_id: id, status: "pending" }]);
  });
});

describe("what the professional answers", () => {
  it("gives the case to the first who accepts and takes back what the others could still answer", async () => {
    const [one = "", two = ""] = await firstIds(2);
    const first = await write(one);
    const second = await write(two);
    await respondToOffer(scene.world.ctx, await lawyer(two), { offerId: second.offer_id, answer: "accept" });
    await expect(
      respondToOffer(scene.world.ctx, await lawyer(one), { offerId: first.offer_id, answer: "accept" }),
    ).rejects.toMatchObject({ code: "offer_taken" });
    expect(await scene.status()).toBe("accepted");
    expect((await scene.asked()).map(({ status }) => status).sort()).toEqual(["accepted", "withdrawn"]);
  });

  it("sends the case back to its client when the last open contact declined, tells him once, and asks for no wave", async () => {
    const [one = "", two = ""] = await firstIds(2);
    const first = await write(one);
    const second = await write(two);
    await respondToOffer(scene.world.ctx, await lawyer(one), { offerId: first.offer_id, answer: "decline" });
    expect(await scene.status()).toBe("offering");
    await respondToOffer(scene.world.ctx, await lawyer(two), { offerId: second.offer_id, answer: "decline" });
    await respondToOffer(scene.world.ctx, await lawyer(two), { offerId: second.offer_id, answer: "decline" });
    expect(await scene.status()).toBe("choosing");
    const messages = await scene.messages();
    expect(messages).not.toContain("case.next_wave");
    await scene.world.drain();
    const told = [...scene.world.published.values()].flat().filter(({ data }) => data.status === "choosing");
    expect(told).toHaveLength(1);
    expect(await scene.asked()).toHaveLength(2);
  });

  it("does the same when the time to answer is over", async () => {
    const [id = ""] = await firstIds(1);
    await write(id);
    scene.world.advance(25 * 3_600_000);
    await sweepOffers(scene.world.ctx);
    expect(await scene.status()).toBe("choosing");
    expect((await scene.asked())[0]?.status).toBe("expired");
    expect(await scene.messages()).not.toContain("case.next_wave");
    await expect(write(id)).resolves.toMatchObject({ status: "expired" });
  });
});

describe("the gates", () => {
  it("are asked again at the contact: away, suspended, at capacity, full for the day, unknown", async () => {
    const [away = "", suspended = "", full = "", out = ""] = await firstIds(4);
    const { db, now } = { db: database.db, now: scene.world.ctx.now() };
    await db.update(professionals).set({ leaveFrom: now }).where(eq(professionals.id, away));
    await db.update(professionals).set({ licenceStatus: "suspended" }).where(eq(professionals.id, suspended));
    await db.update(professionals).set({ capacityMonthly: 0 }).where(eq(professionals.id, full));
    await db.update(professionals).set({ optedOutAt: now }).where(eq(professionals.id, out));
    for (const id of [away, suspended, full, out, "pro_nobody"]) {
      await expect(write(id)).rejects.toMatchObject({ code: "not_choosable", status: 409 });
    }
    expect(await scene.asked()).toHaveLength(0);
    expect(await scene.status()).toBe("choosing");
  });

  it("close at the acceptance too: who is full by then cannot accept", async () => {
    const [id = ""] = await firstIds(1);
    const { offer_id } = await write(id);
    await database.db.update(professionals).set({ capacityMonthly: 0 }).where(eq(professionals.id, id));
    await expect(
      respondToOffer(scene.world.ctx, await lawyer(id), { offerId: offer_id, answer: "accept" }),
    ).rejects.toMatchObject({ code: "at_capacity" });
  });

  it("never let a capacity be passed by contacts of several cases at once", async () => {
    const [id = ""] = await firstIds(1);
    await database.db.update(professionals).set({ capacityMonthly: 1 }).where(eq(professionals.id, id));
    const others = [await withCase(scene.world), await withCase(scene.world)];
    const results = await Promise.allSettled([scene, ...others].map((of) => write(id, undefined, of)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.select().from(offers).where(eq(offers.professionalId, id))).toHaveLength(1);
  });

  it("leave out who may represent the other side, and a person is asked to look", async () => {
    const [id = ""] = await firstIds(1);
    await database.db.insert(representedParties).values({ professionalId: id, partyKey: partyKey("Padaria Aurora") });
    const of = await withCase(scene.world, { adverseParties: ["Padaria Aurora Ltda"] });
    expect((await listed(of)).map((one) => one.id)).not.toContain(id);
    await expect(write(id, undefined, of)).rejects.toMatchObject({ code: "not_choosable" });
    const reviews = await database.db.select().from(conflictReviews);
    expect(reviews).toMatchObject([{ caseId: of.caseId, professionalId: id, reason: "name", status: "open" }]);
    await database.db.update(conflictReviews).set({ status: "cleared" });
    expect((await listed(of)).map((one) => one.id)).toContain(id);
    await expect(write(id, undefined, of)).resolves.toMatchObject({ status: "pending" });
  });
});

describe("somebody else", () => {
  it("finds no such case: another client, and a case in which Vez proposes", async () => {
    const [id = ""] = await firstIds(1);
    const other = await withCase(scene.world);
    await expect(
      contactProfessional(scene.world.ctx, other.client, scene.caseId, { professional_id: id }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      listProfessionals(scene.world.ctx, { ...other.client, role: "operator" }, scene.caseId),
    ).rejects.toMatchObject({ status: 404 });
    const proposed = await withCase(scene.world, { mode: "matching", status: "matching" });
    await expect(listed(proposed)).rejects.toMatchObject({ status: 404 });
    await expect(write(id, undefined, proposed)).rejects.toMatchObject({ status: 404 });
    const rows = await database.db
      .select()
      .from(offers)
      .where(and(eq(offers.caseId, proposed.caseId)));
    expect(rows).toHaveLength(0);
  });
});
