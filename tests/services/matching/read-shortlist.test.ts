// Who may read which receipts of a case.
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cases, offers, professionals, receipts } from "../../../src/db/schema.ts";
import { myReceipts } from "../../../src/services/matching/my-receipts.ts";
import { readShortlist } from "../../../src/services/matching/read-shortlist.ts";
import { respondToOffer } from "../../../src/services/offers/respond-to-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let caseId: string;
let clientId: string;
let asked: (typeof offers.$inferSelect)[];

const person = (userId: string, role: "client" | "professional" | "operator") =>
  ({ kind: "person", userId, role, locale: "en" }) as const;
const lawyer = (professionalId: string) => person(professionalId.replace("pro_", "usr_"), "professional");

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database);
  caseId = await world.addCase({ adverseParties: ["Padaria Central Ltda"] });
  clientId = (await world.ctx.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.clientId ?? "";
  await sendWave(world.ctx, { caseId, wave: 1 });
  asked = await world.ctx.db.select().from(offers).orderBy(asc(offers.rank));
});
afterAll(() => database.close());

describe("a shortlist", () => {
  test("is all of it for an operator, page after page, with the model that ranked it", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readShortlist(world.ctx, person("usr_op", "operator"), { caseId, limit: 5, cursor });
      expect(page.rounds[0]).toMatchObject({
        round: 1,
        model_hash: expect.any(String),
        considered: expect.any(Number),
        learned: null,
        take: 3,
        equity: { fairness: expect.any(Object), pool: { area: "trabalho" } },
      });
      for (const item of page.items) {
        if ("professional" in item && item.professional?.id !== undefined) seen.push(item.professional.id);
      }
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(await world.ctx.db.$count(receipts));
    expect(seen.slice(0, 3)).toEqual(asked.map((offer) => offer.professionalId));
  });

  test("is the proposed for the client, with reasons, without names until one accepts, and not who declined", async () => {
    const client = person(clientId, "client");
    const before = await readShortlist(world.ctx, client, { caseId });
    expect(before.items).toHaveLength(3);
    for (const item of before.items) {
      expect(item).toMatchObject({ chosen: true, accepted: false, professional: { name: null } });
      expect(item.why.length).toBeGreaterThan(0);
      expect(item).not.toHaveProperty("score");
    }
    const [one, two] = asked;
    await respondToOffer(world.ctx, lawyer(one?.professionalId ?? ""), { offerId: one?.id, answer: "decline" });
    await respondToOffer(world.ctx, lawyer(two?.professionalId ?? ""), { offerId: two?.id, answer: "accept" });
    const after = await readShortlist(world.ctx, client, { caseId });
    const [taker] = await world.ctx.db
      .select()
      .from(professionals)
      .where(eq(professionals.id, two?.professionalId ?? ""));
    expect(after.items.map((item) => ("accepted" in item ? item.professional.name : ""))).toEqual([
      null,
      taker?.name,
      null,
    ]);
    expect(JSON.stringify(after)).not.toContain("declined");
  });

  test("is one's own receipt for a professional, asked or not", async () => {
    const others = await world.ctx.db.select().from(receipts).where(eq(receipts.chosen, false)).limit(1);
    for (const id of [asked[0]?.professionalId ?? "", others[0]?.professionalId ?? ""]) {
      const { items } = await readShortlist(world.ctx, lawyer(id), { caseId });
      expect(items).toHaveLength(1);
      expect(items[0]?.why.length).toBeGreaterThan(0);
    }
  });

  test("holds nothing of anybody else: every word of it, for professionals and for the client", async () => {
    const everybody = await world.ctx.db.select().from(professionals);
    const [row] = await world.ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const others = await world.ctx.db.select().from(receipts).limit(30);
    for (const { professionalId } of others) {
      const views = [
        await readShortlist(world.ctx, lawyer(professionalId), { caseId }),
        await myReceipts(world.ctx, { professionalId, locale: "pt-BR" }),
      ];
      const words = views.flatMap(stringsIn);
      expect(words.length).toBeGreaterThan(5);
      const foreign = everybody.filter(({ id }) => id !== professionalId).flatMap(privateWordsOf);
      for (const secret of [...foreign, row?.clientId ?? "", row?.summary ?? "", "Padaria Central"]) {
        expect(words.filter((word) => word.includes(secret))).toEqual([]);
      }
    }
    const client = stringsIn(await readShortlist(world.ctx, person(clientId, "client"), { caseId }));
    const [taker] = asked.filter((_, index) => index === 1);
    const strangers = everybody.filter(({ id }) => id !== taker?.professionalId).flatMap(privateWordsOf);
    for (const secret of strangers) expect(client.filter((word) => word.includes(secret))).toEqual([]);
  });

  test("does not exist for strangers, or for a case that does not", async () => {
    const stranger = person("usr_stranger", "client");
    await expect(readShortlist(world.ctx, stranger, { caseId })).rejects.toMatchObject({ code: "not_found" });
    const operator = person("usr_op", "operator");
    await expect(readShortlist(world.ctx, operator, { caseId: "cas_none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

/** Every string in a value, keys included. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(stringsIn)];
}

/** What would tell who a professional is. */
function privateWordsOf({ id, userId, name, profile }: typeof professionals.$inferSelect): string[] {
  return [id, userId, name, profile];
}
