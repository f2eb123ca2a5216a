// Models that were trained elsewhere: what is taken, what is refused, and in which words.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { models } from "../../../src/db/schema.ts";
import { artefactText, sealArtefact } from "../../../src/domain/learning/artefact.ts";
import { readLightgbm } from "../../../src/domain/learning/from-lightgbm.ts";
import { matchCase } from "../../../src/services/matching/match-case.ts";
import { importModel } from "../../../src/services/models/import-model.ts";
import { retireModel } from "../../../src/services/models/retire-model.ts";
import { serveModel } from "../../../src/services/models/serve-model.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { addHistory } from "./history.ts";

let database: TestDatabase;
let world: World;

const operator = { kind: "person", userId: "usr_op", role: "operator", locale: "en" } as const;
const FOREIGN = join(import.meta.dirname, "..", "..", "data", "foreign-models");

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 40 });
});
afterAll(() => database.close());

const bring = (content: string, graded_cases?: number) => importModel(world.ctx, operator, { content, graded_cases });

/** LightGBM's text for one split on `feature`: `below` up to the threshold, `above` beyond it. */
function stump(feature: string, threshold: number, below: number, above: number): string {
  return `tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=1
objective=lambdarank
feature_names=${feature} years
feature_infos=[0:1] [0:40]

Tree=0
num_leaves=2
num_cat=0
split_feature=0
split_gain=1
threshold=${threshold}
decision_type=8
left_child=-1
right_child=-2
leaf_value=${below} ${above}
leaf_weight=10 10
leaf_count=10 10
internal_value=0
internal_weight=20
internal_count=20
is_linear=0
shrinkage=1


end of trees
`;
}

describe("a model of other features", () => {
  test.each([
    ["lightgbm.txt", /Column_0/],
    ["xgboost.json", /does not have: f\d+|does not have: /],
  ])("of %s is refused with their names, and nothing is stored", async (file, named) => {
    const content = await readFile(join(FOREIGN, file), "utf8");
    const refused = await bring(content).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "model_unsupported", status: 422, detail: expect.stringMatching(named) });
    expect(refused).toMatchObject({ detail: expect.stringContaining("reviews") });
    expect(await world.ctx.db.$count(models)).toBe(0);
  });
});

test.each([
  ["nothing", ""],
  ["words", "meu modelo"],
  ["a JSON of something else", "{}"],
  ["a JSON that is cut off", '{"learner": {"'],
  ["a dump that is cut off", stump("reviews", 0.5, 0, 1).slice(0, 400)],
])("%s is refused as unreadable", async (_, content) => {
  await expect(bring(content)).rejects.toMatchObject({ code: "model_unreadable", status: 422 });
});

test("an artefact trained on another version of the columns is refused, however well their names fit", async () => {
  const { forest } = readLightgbm(stump("reviews", 0.5, 0, 1));
  const facts = { kind: "lightgbm" as const, monotone: {}, window: null, gradedCases: 1, rows: 1, metrics: {} };
  const settings = { features_version: 99 };
  const sealed = await sealArtefact(forest, { ...facts, settings, calibration: { low: 0, high: 1 } });
  await expect(bring(artefactText(sealed))).rejects.toMatchObject({
    code: "model_unsupported",
    detail: expect.stringContaining("version 99"),
  });
});

test("an artefact that was changed by hand is refused", async () => {
  const { forest } = readLightgbm(stump("reviews", 0.5, 0, 1));
  const facts = {
    kind: "lightgbm" as const,
    monotone: {},
    settings: {},
    window: null,
    gradedCases: 1,
    rows: 1,
    metrics: {},
  };
  const text = artefactText(await sealArtefact(forest, { ...facts, calibration: { low: 0, high: 1 } }));
  await expect(bring(text.replace('"gradedCases":1', '"gradedCases":9999'))).rejects.toMatchObject({
    code: "model_unreadable",
  });
});

test("only operators bring models in", async () => {
  const client = { ...operator, role: "client" } as const;
  await expect(importModel(world.ctx, client, { content: "", graded_cases: undefined })).rejects.toMatchObject({
    code: "not_found",
  });
});

describe("a model of our features", () => {
  test("without graded cases here gets the scale of its leaves, no metrics, and no share until there is evidence", async () => {
    const model = await bring(stump("reviews", 0.8, -1, 1));
    expect(model).toMatchObject({ kind: "lightgbm", status: "candidate", graded_cases: 0, share: 0 });
    expect(model.metrics).toMatchObject({ validation_cases: 0, trees: 1, monotone: 1 });
    expect(model.metrics).not.toHaveProperty("model_ndcg_5");
    await serveModel(world.ctx, operator, { id: model.id });
    const { ranking } = await matchCase(world.ctx, { caseId: await world.addCase(), take: 3 });
    expect(ranking.learned).toMatchObject({ hash: model.hash, share: 0, reason: "cold_start" });
    await retireModel(world.ctx, operator, model.id);
  });

  test("twice is one row, and has a share where the operator says what it learned from", async () => {
    const model = await bring(stump("price", 0.5, 0, 1), 1000);
    expect((await bring(stump("price", 0.5, 0, 1), 1000)).id).toBe(model.id);
    expect(model.share).toBeCloseTo(0.45, 12);
    await serveModel(world.ctx, operator, { id: model.id });
    const { ranking } = await matchCase(world.ctx, { caseId: await world.addCase(), take: 3 });
    for (const receipt of ranking.receipts.filter(({ gate }) => gate === null)) {
      expect(receipt.learned?.score).toBe((receipt.features?.P ?? 0) <= 0.5 ? 0 : 1);
    }
    await retireModel(world.ctx, operator, model.id);
  });

  test("that may lower a score for a better review serves only when that is said", async () => {
    const model = await bring(stump("reviews", 0.7, 1, 0));
    expect(model.metrics.monotone).toBe(0);
    await expect(serveModel(world.ctx, operator, { id: model.id })).rejects.toMatchObject({
      code: "model_not_monotone",
      status: 409,
    });
    expect(await serveModel(world.ctx, operator, { id: model.id, even_if_not_monotone: true })).toMatchObject({
      status: "serving",
    });
  });

  test("is judged on our later cases beside the presets and the model that serves", async () => {
    await addHistory(world, 60);
    const { metrics, graded_cases } = await bring(stump("price", 0.6, 0, 1));
    expect(graded_cases).toBe(60);
    for (const name of ["model", "blend", "preset", "serving"]) {
      for (const k of [1, 3, 5, 10]) {
        expect(metrics[`${name}_ndcg_${k}`]).toBeGreaterThan(0);
        expect(metrics[`${name}_ndcg_${k}`]).toBeLessThanOrEqual(1);
      }
    }
    expect(metrics.validation_cases).toBe(12);
  });
});
