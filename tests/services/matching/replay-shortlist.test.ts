// A stored ranking, worked out again through the real database.
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, receipts, shortlists } from "../../../src/db/schema.ts";
import { LEXICAL_SPACE } from "../../../src/domain/embedding/space.ts";
import { artefactText, sealArtefact } from "../../../src/domain/learning/artefact.ts";
import { datasetOf } from "../../../src/domain/learning/dataset.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { train } from "../../../src/domain/learning/train.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import { RANKER_SETTINGS } from "../../../src/domain/matching/ranker-training.ts";
import type { Candidate } from "../../../src/domain/matching/types.ts";
import type { Match } from "../../../src/services/matching/match-case.ts";
import { replayShortlist } from "../../../src/services/matching/replay-shortlist.ts";
import { importModel } from "../../../src/services/models/import-model.ts";
import { learnedOf } from "../../../src/services/models/serving-model.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { waveRows } from "../../../src/services/offers/wave-rows.ts";
import { arbitraryCandidates, arbitraryCase } from "../../domain/matching/make.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let caseId: string;
let shortlistId: string;

const operator = { kind: "person", userId: "usr_op", role: "operator", locale: "en" } as const;

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database);
  caseId = await world.addCase({ adverseParties: ["Padaria Central Ltda"], lat: -23.55, lon: -46.63 });
  await sendWave(world.ctx, { caseId, wave: 1 });
  const [row] = await world.ctx.db.select({ id: shortlists.id }).from(shortlists);
  shortlistId = row?.id ?? "";
});
afterAll(() => database.close());

/** Numbers that a careless round trip loses: the smallest, the largest, negative zero, and doubles next to each other. */
const hostile = fc.constantFrom(
  5e-324,
  2.2250738585072014e-308,
  1e-7,
  0.1 + 0.2,
  1 / 3,
  -0,
  1e21,
  1.7976931348623157e308,
  123456789.12345679,
);

describe("a replay", () => {
  test("of a wave agrees to the last bit, and is audited", async () => {
    const replay = await replayShortlist(world.ctx, operator, shortlistId);
    expect(replay).toMatchObject({ agrees: true, reason: null, differences: [] });
    expect(replay.model_hash).toBe(replay.stored_model_hash);
    expect(replay.receipts).toBe(await world.ctx.db.$count(receipts, eq(receipts.shortlistId, shortlistId)));
    expect(replay.receipts).toBeGreaterThan(3);
    const rows = await world.ctx.db.select().from(audit).where(eq(audit.action, "shortlist.replayed"));
    expect(rows.map(({ actor, subject }) => [actor, subject])).toEqual([["usr_op", shortlistId]]);
  });

  test("shows what was tampered with, field by field", async () => {
    const [first] = await world.ctx.db.select().from(receipts).where(eq(receipts.rank, 1));
    const score = first?.score ?? 0;
    const set = (value: number) =>
      world.ctx.db
        .update(receipts)
        .set({ score: value })
        .where(eq(receipts.professionalId, first?.professionalId ?? ""));
    await set(score + 2 ** -53);
    const replay = await replayShortlist(world.ctx, operator, shortlistId);
    await set(score);
    expect(replay.agrees).toBe(false);
    expect(replay.differences).toEqual([
      { professional_id: first?.professionalId, field: "score", stored: score + 2 ** -53, replayed: score },
    ]);
  });

  test("says so when the rules have changed since, instead of pretending", async () => {
    await world.ctx.db.update(shortlists).set({ modelHash: "0123456789abcdef" }).where(eq(shortlists.id, shortlistId));
    const replay = await replayShortlist(world.ctx, operator, shortlistId);
    expect(replay).toMatchObject({ agrees: false, reason: "formula_changed", stored_model_hash: "0123456789abcdef" });
    expect(replay.detail).toContain("other rules");
  });

  test("says so when a shortlist lacks what it needs", async () => {
    await world.ctx.db.update(shortlists).set({ equity: null }).where(eq(shortlists.id, shortlistId));
    expect(await replayShortlist(world.ctx, operator, shortlistId)).toMatchObject({
      agrees: false,
      reason: "not_stored",
    });
  });

  test("is for operators: for everyone else, and for a shortlist that is not there, there is nothing", async () => {
    const client = { ...operator, role: "client" } as const;
    await expect(replayShortlist(world.ctx, client, shortlistId)).rejects.toMatchObject({ code: "not_found" });
    await expect(replayShortlist(world.ctx, operator, "sho_none")).rejects.toMatchObject({ code: "not_found" });
  });

  test("keeps every bit of any ranking through the database, hostile numbers included", async () => {
    const ids = world.people.map((person) => person.id);
    let round = 100;
    const served = await importedModel();
    await fc.assert(
      fc.asyncProperty(
        arbitraryCase,
        arbitraryCandidates,
        fc.array(hostile, { minLength: 8, maxLength: 8 }),
        async (facts, made, odd) => {
          const learned = round % 2 === 0 ? null : await learnedOf(world.ctx, served);
          const candidates: Candidate[] = made.map((candidate, index) => ({
            ...candidate,
            id: ids[index] ?? "",
            similarity: index % 3 === 0 ? (odd[0] ?? 0) : candidate.similarity,
            feeCents: index % 4 === 0 ? Math.abs(odd[1] ?? 0) : candidate.feeCents,
            casesClosed: index % 5 === 0 ? Math.abs(odd[2] ?? 0) : candidate.casesClosed,
            lat: index % 2 === 0 && Math.abs(odd[3] ?? 0) < 90 ? (odd[3] ?? 0) : candidate.lat,
          }));
          const case_ = { ...facts, id: caseId, urgencyHours: Math.abs(odd[4] ?? 0) };
          const rankedAt = world.ctx.now();
          const ranking = rankCandidates({ case: case_, candidates, take: 3, now: rankedAt, learned });
          const match = {
            row: { id: caseId, urgencyHours: 240 },
            facts: case_,
            candidates,
            ranking,
            space: LEXICAL_SPACE,
            take: 3,
            rankedAt,
          };
          const rows = waveRows(world.ctx, match as unknown as Match, round++);
          await world.ctx.db.insert(shortlists).values(rows.shortlist);
          if (rows.receipts.length > 0) await world.ctx.db.insert(receipts).values(rows.receipts);
          const replay = await replayShortlist(world.ctx, operator, rows.shortlist.id);
          expect(replay.differences).toEqual([]);
          expect(replay.agrees).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });
});

test("what is stored of a case and of a candidate names nobody", async () => {
  const stored = JSON.stringify([
    await world.ctx.db.select({ facts: shortlists.caseFacts }).from(shortlists),
    await world.ctx.db.select({ snapshot: receipts.snapshot }).from(receipts),
  ]);
  expect(stored).not.toContain("Padaria");
  for (const person of world.people) expect(stored).not.toContain(person.name);
});

/** Trees on a column that is often unknown and on one that hostile numbers reach, kept as if 1,000 cases stood behind them. */
async function importedModel(): Promise<{ hash: string; gradedCases: number }> {
  const chance = chanceOf(5);
  const dataset = datasetOf(
    ["distance_km", "fee_ratio", "similarity"],
    Array.from({ length: 80 }, () => {
      const rows = Array.from({ length: 5 }, () => [
        chance() < 0.3 ? Number.NaN : 500 * chance(),
        3 * chance(),
        chance(),
      ]);
      return { rows, labels: rows.map(([, fee = 0, like = 0]) => Math.round(2 * like + (fee < 1.5 ? 1 : 0))) };
    }),
  );
  const { forest } = train(dataset, { ...RANKER_SETTINGS, trees: 25, monotone: {} });
  const calibration = { low: -0.3, high: 0.3 };
  const facts = {
    kind: "lambdamart" as const,
    monotone: {},
    settings: {},
    window: null,
    gradedCases: 1000,
    rows: 400,
    metrics: {},
  };
  const content = artefactText(await sealArtefact(forest, { ...facts, calibration }));
  const { hash } = await importModel(world.ctx, operator, { content, graded_cases: undefined });
  return { hash, gradedCases: 1000 };
}
