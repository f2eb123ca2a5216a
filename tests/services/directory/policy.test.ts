// The two modes kept apart: where the client chooses no wave is sent by any path; where Vez proposes there is no list.
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newId } from "../../../src/base/ids.ts";
import {
  cases,
  conflictReviews,
  directoryLooks,
  offers,
  outbox,
  professionals,
  representedParties,
  shortlists,
} from "../../../src/db/schema.ts";
import { openInterview } from "../../../src/domain/triage/interview.ts";
import { decideConflict } from "../../../src/services/conflicts/decide-conflict.ts";
import { askForAnother } from "../../../src/services/course/ask-for-another.ts";
import { cancelCase } from "../../../src/services/course/cancel-case.ts";
import { reopenCase } from "../../../src/services/course/reopen-case.ts";
import { withdrawFromCase } from "../../../src/services/course/withdraw-from-case.ts";
import { contactProfessional } from "../../../src/services/directory/contact-professional.ts";
import { listProfessionals } from "../../../src/services/directory/list-professionals.ts";
import { openDirectory } from "../../../src/services/directory/open-directory.ts";
import { completeTriage } from "../../../src/services/intake/complete-triage.ts";
import { resumeSearch } from "../../../src/services/intake/resume-search.ts";
import { matchCase } from "../../../src/services/matching/match-case.ts";
import { respondToOffer } from "../../../src/services/offers/respond-to-offer.ts";
import { restartSearches } from "../../../src/services/offers/restart-searches.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { sweepOffers } from "../../../src/services/offers/sweep-offers.ts";
import { tickCase } from "../../../src/services/offers/tick-case.ts";
import { searchAgain } from "../../../src/services/operations/search-again.ts";
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

const operator: Person = { kind: "person", userId: "usr_operator", role: "operator", locale: "pt-BR" };
const list = (of: DirectoryScene = scene, input = {}) => listProfessionals(of.world.ctx, of.client, of.caseId, input);

/** Nothing that Vez would have proposed: no ranking, no wave, no offer but those that the client made. */
async function expectNoWave(of: DirectoryScene, made = 0): Promise<void> {
  await of.world.drain();
  expect(await database.db.select().from(shortlists).where(eq(shortlists.caseId, of.caseId))).toEqual([]);
  const asked = await database.db.select().from(offers).where(eq(offers.caseId, of.caseId));
  expect(asked).toHaveLength(made);
  expect(asked.every(({ shortlistId }) => shortlistId === null)).toBe(true);
  const [row] = await database.db.select().from(cases).where(eq(cases.id, of.caseId));
  expect(row?.wave).toBe(0);
  expect(row?.status).not.toBe("matching");
}

async function understood(of: DirectoryScene) {
  const now = of.world.ctx.now();
  const { understanding } = openInterview({ vertical: "legal", locale: "pt-BR", now, zone: "America/Sao_Paulo" });
  return { ...understanding, area: "trabalho" as const, uf: "SP", summary: "Foi demitida.", urgencyHours: 240 };
}

async function askedFor(name: "case.match" | "case.next_wave", of: DirectoryScene): Promise<void> {
  const now = of.world.ctx.now();
  const body = name === "case.match" ? { caseId: of.caseId } : { caseId: of.caseId, afterWave: 0 };
  const at = { availableAt: now, queuedAt: now, createdAt: now };
  await database.db.insert(outbox).values({
    id: newId("out", now.getTime()),
    lane: "high",
    name,
    key: `test:${name}`,
    body,
    traceId: "trc_test",
    ...at,
  });
}

describe("where the client chooses no wave is sent", () => {
  it("when the triage is complete: the list opens and the page is told", async () => {
    const of = await withCase(scene.world, { status: "triage", triagedAt: null });
    await completeTriage(of.world.ctx, { caseId: of.caseId, understanding: await understood(of) });
    expect(await of.status()).toBe("choosing");
    expect(await of.messages()).not.toContain("case.match");
    await expectNoWave(of);
    const [row] = await database.db.select().from(cases).where(eq(cases.id, of.caseId));
    const told = of.world.published.get(row?.conversationId ?? "") ?? [];
    expect(told).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ status: "choosing" }) }));
  });

  it("when somebody asks for a search all the same: no ranking is made, and the queue comes to rest", async () => {
    await expect(matchCase(scene.world.ctx, { caseId: scene.caseId, take: 3 })).rejects.toMatchObject({
      code: "client_chooses",
    });
    await sendWave(scene.world.ctx, { caseId: scene.caseId, wave: 1 });
    await askedFor("case.match", scene);
    await askedFor("case.next_wave", scene);
    await expectNoWave(scene);
    expect(await scene.status()).toBe("choosing");
  });

  it("when an operator searches again: the list opens again, twice if need be", async () => {
    for (const _ of [1, 2]) {
      await database.db.update(cases).set({ status: "unmatched" }).where(eq(cases.id, scene.caseId));
      scene.world.advance(60_000);
      expect(await searchAgain(scene.world.ctx, operator, scene.caseId)).toMatchObject({ status: "choosing" });
      await expectNoWave(scene);
    }
    const told = [...scene.world.published.values()].flat().filter(({ data }) => data.status === "choosing");
    expect(told).toHaveLength(2);
  });

  it("when its client comes back after a stop", async () => {
    await database.db.update(cases).set({ status: "stopped" }).where(eq(cases.id, scene.caseId));
    const { ctx } = scene.world;
    await ctx.db.execute(resumeSearch(ctx, scene.caseId, 7, ctx.now().toISOString()));
    expect(await scene.status()).toBe("choosing");
    await expectNoWave(scene);
  });

  it("by the clock, the sweep and the restart of stranded searches, open or over", async () => {
    const [one] = (await list()).items;
    await contactProfessional(scene.world.ctx, scene.client, scene.caseId, { professional_id: one?.id ?? "" });
    scene.world.advance(23 * 3_600_000);
    await tickCase(scene.world.ctx, { caseId: scene.caseId });
    scene.world.advance(2 * 3_600_000);
    expect(await restartSearches(scene.world.ctx)).toEqual({ restarted: 0 });
    await tickCase(scene.world.ctx, { caseId: scene.caseId });
    await sweepOffers(scene.world.ctx);
    scene.world.advance(3_600_000);
    expect(await restartSearches(scene.world.ctx)).toEqual({ restarted: 0 });
    await expectNoWave(scene, 1);
    expect(await scene.status()).toBe("choosing");
  });

  it("when the sweep finds a case without open offers that nobody put back", async () => {
    await database.db.update(cases).set({ status: "offering" }).where(eq(cases.id, scene.caseId));
    await sweepOffers(scene.world.ctx);
    expect(await scene.status()).toBe("choosing");
    await expectNoWave(scene);
  });

  it("when an operator clears a conflict of interest of a case for which nobody was left", async () => {
    const all = (await list(scene, { limit: 50 })).items;
    await database.db
      .insert(representedParties)
      .values(all.map(({ id }) => ({ professionalId: id, partyKey: "aurora padaria" })));
    const of = await withCase(scene.world, { adverseParties: ["Padaria Aurora"] });
    expect((await list(of)).items).toEqual([]);
    expect(await of.status()).toBe("unmatched");
    const [review] = await database.db.select().from(conflictReviews).where(eq(conflictReviews.caseId, of.caseId));
    await decideConflict(of.world.ctx, operator, { id: review?.id ?? "", decision: "cleared", reason: "other_person" });
    expect(await of.status()).toBe("choosing");
    await expectNoWave(of);
    expect((await list(of)).items.map(({ id }) => id)).toEqual([review?.professionalId]);
  });

  it("when the professional gives the case back, its client wants another one, or takes a cancelled case up again", async () => {
    const taken: string[] = [];
    const { ctx } = scene.world;
    async function take() {
      const [one] = (await list()).items;
      const id = one?.id ?? "";
      expect(taken).not.toContain(id);
      taken.push(id);
      const made = await contactProfessional(ctx, scene.client, scene.caseId, { professional_id: id });
      const [row] = await database.db.select().from(professionals).where(eq(professionals.id, id));
      const lawyer: Person = { kind: "person", userId: row?.userId ?? "", role: "professional", locale: "pt-BR" };
      await respondToOffer(ctx, lawyer, { offerId: made.offer_id, answer: "accept" });
      await scene.world.drain();
      expect(await scene.status()).toBe("accepted");
      return lawyer;
    }
    await withdrawFromCase(ctx, await take(), scene.caseId, { reason: "conflict", words: "" });
    expect(await scene.status()).toBe("choosing");
    await expectNoWave(scene, 1);
    scene.world.advance(60_000);
    await take();
    await askForAnother(ctx, scene.client, scene.caseId, { words: "" });
    expect(await scene.status()).toBe("choosing");
    await expectNoWave(scene, 2);
    scene.world.advance(60_000);
    await cancelCase(ctx, scene.client, scene.caseId, { words: "" });
    scene.world.advance(60_000);
    await reopenCase(ctx, scene.client, scene.caseId);
    expect(await scene.status()).toBe("choosing");
    await expectNoWave(scene, 2);
    expect((await list()).items.some(({ id }) => taken.includes(id))).toBe(false);
  });

  it("is a rule of the schema itself: neither a wave nor the state of a search can be written", async () => {
    const change = (values: object) => database.db.update(cases).set(values).where(eq(cases.id, scene.caseId));
    await expect(change({ wave: 1 })).rejects.toThrow();
    await expect(change({ status: "matching" })).rejects.toThrow();
    const proposed = await withCase(scene.world, { mode: "matching", status: "matching" });
    const other = database.db.update(cases).set({ status: "choosing" }).where(eq(cases.id, proposed.caseId));
    await expect(other).rejects.toThrow();
  });
});

describe("where Vez proposes", () => {
  it("there is no list and nobody to write to, and waves go out as ever", async () => {
    const [one] = (await list()).items;
    const of = await withCase(scene.world, { mode: "matching", status: "matching" });
    await expect(list(of)).rejects.toMatchObject({ status: 404 });
    const input = { professional_id: one?.id ?? "" };
    await expect(contactProfessional(of.world.ctx, of.client, of.caseId, input)).rejects.toMatchObject({ status: 404 });
    await openDirectory(of.world.ctx, { caseId: of.caseId });
    expect(await of.status()).toBe("matching");
    await sendWave(of.world.ctx, { caseId: of.caseId, wave: 1 });
    expect(await of.asked()).toHaveLength(3);
    await expect(list(of)).rejects.toMatchObject({ status: 404 });
  });
});

describe("in both modes", () => {
  it("no place can be bought: the schema has nothing that says who paid for one", async () => {
    const columns = await database.sql`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
    const names = columns.map(({ name }) => String(name));
    expect(names).toContain("professionals.fee_cents");
    const bought =
      /paid|sponsor|promot|boost|featur(?!es)|highlight|premium|subscription|plan_|_plan|bid|advert|placement/;
    expect(names.filter((name) => bought.test(name))).toEqual([]);
  });
});

describe("the list", () => {
  it("does not move for price, reviews, an operator's priority, turns or load", async () => {
    const before = (await list(scene, { limit: 50 })).items.map(({ id }) => id);
    expect(before.length).toBeGreaterThan(5);
    await database.db.execute(sql`
      UPDATE professionals SET fee_cents = (random() * 100000)::int, review_sum = 50, review_count = 10, priority = (random() * 9)::int,
        last_offered_at = now() - random() * interval '90 days', cases_won = 9, cases_closed = 9, years_of_practice = (random() * 40)::int,
        response_minutes_median = (random() * 999)::int, joined_at = now() - random() * interval '900 days'`);
    expect((await list(scene, { limit: 50 })).items.map(({ id }) => id)).toEqual(before);
  });

  it("is the same for another client's case with the same gates, and another on the next day", async () => {
    const ids = async (of: DirectoryScene) => (await list(of, { limit: 50 })).items.map(({ id }) => id);
    const today = await ids(scene);
    expect(await ids(await withCase(scene.world))).toEqual(today);
    scene.world.advance(24 * 3_600_000);
    const tomorrow = await ids(scene);
    expect(tomorrow).not.toEqual(today);
    expect(tomorrow.toSorted()).toEqual(today.toSorted());
  });

  it("is narrowed by the client's filters, which never change who stands before whom", async () => {
    const all = (await list(scene, { limit: 50 })).items;
    for (const filter of [{ remote: "1" }, { max_price: 300 }, { language: "en" }, { uf: "SP" }, { city: "sao p" }]) {
      const some = (await list(scene, { limit: 50, ...filter })).items.map(({ id }) => id);
      expect(some).toEqual(all.map(({ id }) => id).filter((id) => some.includes(id)));
      expect(some.length).toBeLessThan(all.length);
    }
    const cheap = (await list(scene, { limit: 50, max_price: 300 })).items;
    expect(cheap.length).toBeGreaterThan(0);
    expect(cheap.every(({ fee_cents: cents }) => cents <= 30_000)).toBe(true);
    await expect(list(scene, { uf: "XX" })).rejects.toMatchObject({ status: 422 });
  });

  it("is turned page by page without a gap or a repeat, and a page after midnight keeps its day", async () => {
    const all = (await list(scene, { limit: 50 })).items.map(({ id }) => id);
    const seen: string[] = [];
    let page = await list(scene, { limit: 3 });
    const { day } = page;
    for (let turn = 0; ; turn++) {
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      // Noon in Greenwich is nine in Sao Paulo: fifteen hours later the next day has begun there.
      if (turn === 1) scene.world.advance(16 * 3_600_000);
      page = await list(scene, { limit: 3, cursor: page.next });
      expect(page.day).toBe(day);
    }
    expect(seen).toEqual(all);
    scene.world.advance(48 * 3_600_000);
    await expect(list(scene, { cursor: `${day}~${all[0]}` })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(list(scene, { cursor: "anything" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(list(scene, { cursor: `2030-01-01~${all[0]}` })).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("counts the first look of a day and who stood first in it, and no reload", async () => {
    const first = (await list()).items[0]?.id;
    await list();
    // It is written beside the answer.
    await vi.waitFor(async () => {
      const looks = await database.db.select().from(directoryLooks);
      expect(looks).toMatchObject([{ caseId: scene.caseId, firstId: first }]);
    }, 10_000);
  });

  it("closes when somebody has the case, and says where to look", async () => {
    const [one] = (await list()).items;
    const made = await contactProfessional(scene.world.ctx, scene.client, scene.caseId, {
      professional_id: one?.id ?? "",
    });
    const [row] = await database.db
      .select()
      .from(professionals)
      .where(and(eq(professionals.id, one?.id ?? "")));
    const lawyer: Person = { kind: "person", userId: row?.userId ?? "", role: "professional", locale: "pt-BR" };
    await respondToOffer(scene.world.ctx, lawyer, { offerId: made.offer_id, answer: "accept" });
    await expect(list()).rejects.toMatchObject({ code: "not_choosing", status: 409 });
  });

  it("leads to a person when nobody passes the gates, once, with the help that there is", async () => {
    await database.db.update(professionals).set({ capacityMonthly: 0 });
    await openDirectory(scene.world.ctx, { caseId: scene.caseId });
    await openDirectory(scene.world.ctx, { caseId: scene.caseId });
    expect(await scene.status()).toBe("unmatched");
    await scene.world.drain();
    const told = [...scene.world.published.values()].flat().filter(({ data }) => data.status === "unmatched");
    expect(told).toHaveLength(2);
  });
});
