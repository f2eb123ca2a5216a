// From answered offers to a model that serves, and back: what is saved is what the ranker opens.
import { and, eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  audit,
  models,
  notifications,
  offers,
  outbox,
  professionals,
  receipts,
  shortlists,
  users,
} from "../../../src/db/schema.ts";
import { artefactText, parseArtefact, sealArtefact } from "../../../src/domain/learning/artefact.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import { RANKER_FEATURES } from "../../../src/domain/matching/ranker-features.ts";
import { readRankerModel } from "../../../src/domain/matching/ranker-model.ts";
import { matchCase } from "../../../src/services/matching/match-case.ts";
import { replayShortlist } from "../../../src/services/matching/replay-shortlist.ts";
import { importModel } from "../../../src/services/models/import-model.ts";
import { listModels } from "../../../src/services/models/list-models.ts";
import { readGradedCases } from "../../../src/services/models/read-graded-cases.ts";
import { requestTraining } from "../../../src/services/models/request-training.ts";
import { retireModel } from "../../../src/services/models/retire-model.ts";
import { serveModel } from "../../../src/services/models/serve-model.ts";
import { trainModel } from "../../../src/services/models/train-model.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { addHistory } from "./history.ts";

let database: TestDatabase;
let world: World;

const operator = { kind: "person", userId: "usr_op", role: "operator", locale: "en" } as const;
const client = { ...operator, userId: "usr_c", role: "client" } as const;
const CASES = 320;
const year = () => ({ from: new Date("2026-01-01T00:00:00Z"), to: world.ctx.now() });

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 120 });
  await world.ctx.db.insert(users).values({ id: "usr_op", name: "", email: "op@vez.test", role: "operator" });
  await addHistory(world, CASES);
});
afterAll(() => database.close());

const train = () => trainModel(world.ctx, { by: "usr_op", windowDays: 365 });

describe("graded cases", () => {
  test("are what was stored at the ranking: a profile that changes today changes nothing", async () => {
    const before = await readGradedCases(world.ctx, year());
    await world.ctx.db.update(professionals).set({ yearsOfPractice: 1, feeCents: 1, reviewSum: 1, reviewCount: 1 });
    const after = await readGradedCases(world.ctx, year());
    expect(before).toHaveLength(CASES);
    expect(after).toEqual(before);
    expect(before.map(({ at }) => at.getTime())).toEqual(before.map(({ at }) => at.getTime()).sort((a, b) => a - b));
    const rows = before.flatMap((one) => one.rows);
    expect(rows).toHaveLength(4 * CASES);
    for (const one of before) expect(one.rows.map((row) => row.shownRank)).toEqual([1, 2, 3, 4]);
    // Names under which something is stored and read again: none of the columns is all zeros.
    for (const [column, name] of RANKER_FEATURES.entries()) {
      const values = new Set(rows.map(({ row }) => row[column]));
      const constant = ["urgency_hours", "complexity", "shown_rank", "subarea_match", "area_focus", "remote", "titles"];
      if (values.size === 1)
        expect([
          ...constant,
          "area",
          "track_record",
          "geography",
          "urgency_capacity",
          "communication",
          "response_minutes",
          "distance_km",
        ]).toContain(name);
      expect(values).not.toEqual(new Set([undefined]));
    }
    expect(new Set(rows.map(({ presetScore }) => presetScore)).size).toBeGreaterThan(CASES);
  });

  test("leave out who did not answer: pending, expired and withdrawn offers are no grades", async () => {
    const [one] = await readGradedCases(world.ctx, year());
    const mine = and(eq(offers.caseId, one?.id ?? ""), eq(offers.status, "declined"));
    const declined = await world.ctx.db.select({ id: offers.id }).from(offers).where(mine);
    const ids = declined.map(({ id }) => id);
    for (const status of ["expired", "withdrawn", "pending", "seen"] as const) {
      await world.ctx.db.update(offers).set({ status }).where(inArray(offers.id, ids));
      expect(await readGradedCases(world.ctx, year())).toHaveLength(CASES - 1);
    }
    await world.ctx.db.update(offers).set({ status: "declined" }).where(inArray(offers.id, ids));
  });

  test("outside the window do not count", async () => {
    const cut = new Date(world.ctx.now().getTime() - 100 * 3_600_000);
    const late = await readGradedCases(world.ctx, { from: cut, to: world.ctx.now() });
    const early = await readGradedCases(world.ctx, { from: new Date(0), to: cut });
    expect([late.length, early.length]).toEqual([100, CASES - 100]);
  });
});

describe("a model trained on what happened here", () => {
  test("learns the rule that the presets do not know, judged on later cases, and twice is one row", async () => {
    const { model, gradedCases } = await train();
    expect(gradedCases).toBe(CASES);
    expect(model).toMatchObject({ kind: "lambdamart", status: "candidate", graded_cases: CASES });
    expect(model.metrics.validation_cases).toBe(CASES / 5);
    expect(model.metrics.model_ndcg_1).toBeGreaterThan(0.9);
    expect(model.metrics.preset_ndcg_1).toBeLessThan(0.6);
    expect(model.metrics.blend_ndcg_5).toBeGreaterThan(model.metrics.preset_ndcg_5 ?? 1);
    const again = await train();
    expect(again.model.id).toBe(model.id);
    expect(await world.ctx.db.$count(models)).toBe(1);
  });

  test("is what the next match uses: its hash is on the shortlist, it moves the ranking, and the replay agrees", async () => {
    const { model } = await train();
    const caseId = await world.addCase();
    const before = await matchCase(world.ctx, { caseId, take: 3 });
    expect(before.ranking.learned).toBeNull();
    await serveModel(world.ctx, operator, { id: model.id });
    const after = await matchCase(world.ctx, { caseId, take: 3 });
    expect(after.ranking.learned).toMatchObject({ hash: model.hash, gradedCases: CASES, reason: "blend" });
    expect(after.ranking.learned?.share).toBe(model.share);
    expect(model.share).toBeGreaterThan(0.1);
    const scores = (match: typeof after) =>
      match.ranking.receipts.map(({ professionalId, score }) => [professionalId, score]);
    expect(scores(after)).not.toEqual(scores(before));

    // Held in memory or opened anew, it is the same model: a warm cache leaves nothing out.
    const [row] = await world.ctx.db.select().from(models).where(eq(models.id, model.id));
    const opened = { hash: model.hash, model: await readRankerModel(row?.artefact ?? ""), gradedCases: CASES };
    const { facts, candidates, rankedAt: now, space } = after;
    expect(
      rankCandidates({
        case: facts,
        candidates,
        take: 3,
        now,
        space,
        learned: opened,
        pool: after.ranking.pool,
        fairness: after.ranking.fairness,
      }),
    ).toEqual(after.ranking);

    await sendWave(world.ctx, { caseId, wave: 1 });
    const [shortlist] = await world.ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId));
    expect(shortlist).toMatchObject({ arm: "blend", learned: { hash: model.hash, reason: "blend" } });
    expect(shortlist?.modelHash).not.toBe(before.ranking.modelHash);
    const [receipt] = await world.ctx.db
      .select()
      .from(receipts)
      .where(and(eq(receipts.shortlistId, shortlist?.id ?? ""), eq(receipts.rank, 1)));
    expect(Object.keys(receipt?.learned?.parts ?? {})).toEqual(expect.arrayContaining([...RANKER_FEATURES]));
    expect(await replayShortlist(world.ctx, operator, shortlist?.id ?? "")).toMatchObject({
      agrees: true,
      reason: null,
      differences: [],
    });
  });

  test("changed in one number is another model, and another ranking", async () => {
    const [row] = await world.ctx.db.select().from(models).where(eq(models.status, "serving"));
    const { model, forest } = await parseArtefact(row?.artefact ?? "");
    const { hash: _, format: __, trees: ___, featureNames: ____, ...facts } = model;
    const leaf = forest.feature.indexOf(-1);
    forest.value[leaf] = (forest.value[leaf] ?? 0) + 0.5;
    const perturbed = await importModel(world.ctx, operator, {
      content: artefactText(await sealArtefact(forest, facts)),
      graded_cases: undefined,
    });
    const caseId = await world.addCase();
    const scores = async () =>
      (await matchCase(world.ctx, { caseId, take: 3 })).ranking.receipts.map(({ score }) => score);
    const golden = await scores();
    await serveModel(world.ctx, operator, { id: perturbed.id, even_if_not_monotone: true });
    expect(await scores()).not.toEqual(golden);
    await serveModel(world.ctx, operator, { id: row?.id });
    expect(await scores()).toEqual(golden);
  });

  test("that cannot be read costs no match: presets serve, the shortlist says so, and the operators are told once", async () => {
    const [row] = await world.ctx.db.select().from(models).where(eq(models.status, "serving"));
    // A hash that this process has not met, so that the artefact is opened.
    const hash = "f".repeat(64);
    await world.ctx.db
      .update(models)
      .set({ hash })
      .where(eq(models.id, row?.id ?? ""));
    const caseId = await world.addCase();
    world.metrics.take();
    await sendWave(world.ctx, { caseId, wave: 1 });
    const [shortlist] = await world.ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId));
    expect(shortlist).toMatchObject({ arm: "preset", learned: { hash, share: 0, reason: "unreadable" } });
    expect(await world.ctx.db.$count(offers, eq(offers.caseId, caseId))).toBe(3);
    expect(JSON.stringify(world.metrics.take())).toContain('from=\\"learned\\",to=\\"preset\\"');
    expect(await replayShortlist(world.ctx, operator, shortlist?.id ?? "")).toMatchObject({ agrees: true });
    await matchCase(world.ctx, { caseId, take: 3 });
    await world.drain();
    const told = await world.ctx.db.select().from(notifications).where(eq(notifications.kind, "model_unreadable"));
    expect(told.length).toBeGreaterThan(0);
    expect(await world.ctx.db.$count(outbox, eq(outbox.key, `model_unreadable:${hash}`))).toBe(1);
    await world.ctx.db
      .update(models)
      .set({ hash: row?.hash ?? "" })
      .where(eq(models.id, row?.id ?? ""));
  });

  test("is taken out of service: the presets serve alone, and its rankings can still be replayed", async () => {
    const [row] = await world.ctx.db.select().from(models).where(eq(models.status, "serving"));
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    const [shortlist] = await world.ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId));
    await retireModel(world.ctx, operator, row?.id ?? "");
    expect((await matchCase(world.ctx, { caseId, take: 3 })).ranking.learned).toBeNull();
    expect(await replayShortlist(world.ctx, operator, shortlist?.id ?? "")).toMatchObject({ agrees: true });
  });
});

describe("operators", () => {
  test("see every model, one serving, and each change is audited; for others there is nothing", async () => {
    const { model } = await train();
    await serveModel(world.ctx, operator, { id: model.id });
    await serveModel(world.ctx, operator, { id: model.id });
    const { items } = await listModels(world.ctx, operator, {});
    expect(items.filter(({ status }) => status === "serving").map(({ id }) => id)).toEqual([model.id]);
    expect(JSON.stringify(items)).not.toContain('trees":{');
    const actions = await world.ctx.db.select({ action: audit.action }).from(audit).where(eq(audit.subject, model.id));
    expect(new Set(actions.map(({ action }) => action))).toEqual(
      new Set(["model.trained", "model.served", "model.retired"]),
    );
    await expect(listModels(world.ctx, client, {})).rejects.toMatchObject({ code: "not_found" });
    await expect(serveModel(world.ctx, client, { id: model.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(serveModel(world.ctx, operator, { id: "mod_none" })).rejects.toMatchObject({ code: "not_found" });
    await expect(retireModel(world.ctx, operator, "mod_none")).rejects.toMatchObject({ code: "not_found" });
  });

  test("ask for a training once, the queue does it, and the list says how it went", async () => {
    const first = await requestTraining(world.ctx, operator, {});
    const second = await requestTraining(world.ctx, operator, { window_days: 30 });
    expect(second.id).toBe(first.id);
    expect((await listModels(world.ctx, operator, {})).last_training).toMatchObject({
      id: first.id,
      status: "waiting",
    });
    await world.drain();
    expect((await listModels(world.ctx, operator, {})).last_training).toMatchObject({ id: first.id, status: "done" });
    const { last_training } = await listModels(world.ctx, operator, {});
    expect(last_training?.result).toMatchObject({ outcome: "trained", graded_cases: CASES, rows: 4 * CASES });
  });

  test("are told when there is too little to learn from", async () => {
    await expect(trainModel(world.ctx, { by: "usr_op", windowDays: 0 })).rejects.toMatchObject({
      code: "too_few_graded_cases",
    });
    world.advance(400 * 86_400_000);
    const { id } = await requestTraining(world.ctx, operator, {});
    await world.drain();
    const { last_training } = await listModels(world.ctx, operator, {});
    expect(last_training).toMatchObject({ id, status: "done", result: { outcome: "too_few_graded_cases" } });
  });
});
