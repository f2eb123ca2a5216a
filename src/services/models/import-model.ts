// A model that was trained elsewhere comes in: a LightGBM text dump, an XGBoost JSON dump, or an artefact of Vez.
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import { type ArtefactFacts, artefactText, parseArtefact, sealArtefact } from "../../domain/learning/artefact.ts";
import type { Forest } from "../../domain/learning/forest.ts";
import { readLightgbm } from "../../domain/learning/from-lightgbm.ts";
import { readXgboost } from "../../domain/learning/from-xgboost.ts";
import { unreadable } from "../../domain/learning/model-refusal.ts";
import { neverLowers } from "../../domain/learning/monotone-forest.ts";
import { splitByTime } from "../../domain/learning/split-by-time.ts";
import { RANKER_FEATURES_VERSION } from "../../domain/matching/ranker-features.ts";
import {
  FEATURES_VERSION_KEY,
  rankerModelOf,
  refuseOtherVersion,
  refuseUnknownFeatures,
} from "../../domain/matching/ranker-model.ts";
import { calibrationIn, VALIDATION_SHARE } from "../../domain/matching/ranker-training.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { judgeModel } from "./judge-model.ts";
import type { ModelView } from "./model-view.ts";
import { readGradedCases } from "./read-graded-cases.ts";
import { storeModel } from "./store-model.ts";

/** An answer of the database may have ten megabytes, and the artefact has to come back in one. */
export const MOST_MODEL_BYTES = 8 * 1024 * 1024;
const DAY_MS = 86_400_000;
const WINDOW_DAYS = 365;

const input = z.object({
  content: z.string(),
  /** How many graded cases it learned from, where the file does not say. */
  graded_cases: z.coerce.number().int().min(0).max(10_000_000).optional(),
});

/** Those that a better review, a better answer or a better record must never lower. */
const MUST_RISE = ["reviews", "communication", "track_record"];

/**
 * Stored as a candidate: its scale and metrics come from our own graded cases. Throws `model_unreadable`, `model_unsupported`
 * (with the names of features that Vez does not have), `model_too_large`.
 */
export async function importModel(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input>): Promise<ModelView> {
  const operator = asOperator(actor);
  const { content, graded_cases } = parseInput(input, raw);
  const found = await readAny(content);
  refuseUnknownFeatures(found.forest.features);
  const to = ctx.now();
  const cases = await readGradedCases(ctx, { from: new Date(to.getTime() - WINDOW_DAYS * DAY_MS), to });
  const gradedCases = graded_cases ?? found.gradedCases ?? cases.length;
  const calibration =
    found.calibration ?? (cases.length > 0 ? calibrationIn(found.forest, cases) : leafBounds(found.forest));
  // Reasons must be tellable before it is stored, not when it serves.
  rankerModelOf("", found.forest, calibration);
  const { validation } = splitByTime(cases, VALIDATION_SHARE);
  const metrics = {
    ...(await judgeModel(ctx, found.forest, calibration, gradedCases, validation)),
    validation_cases: validation.length,
    trees: found.forest.roots.length,
    monotone: MUST_RISE.every((name) => neverLowers(found.forest, name)) ? 1 : 0,
  };
  const sealed =
    found.sealed ??
    (await sealArtefact(found.forest, {
      kind: found.kind,
      monotone: {},
      settings: found.settings,
      window: null,
      gradedCases,
      rows: 0,
      metrics: {},
      calibration,
    }));
  const artefact = artefactText(sealed);
  if (artefact.length > MOST_MODEL_BYTES) {
    throw new VezError("model_too_large", {
      status: 413,
      detail: "As an artefact this model has more than 8 MB. Train with fewer or smaller trees.",
    });
  }
  const { window } = sealed;
  return storeModel(ctx, operator.userId, "model.imported", {
    hash: sealed.hash,
    kind: sealed.kind,
    artefact,
    gradedCases,
    metrics,
    window: window === null ? null : { from: new Date(window.from), to: new Date(window.to) },
  });
}

interface Found {
  kind: ArtefactFacts["kind"];
  forest: Forest;
  sealed: Awaited<ReturnType<typeof parseArtefact>>["model"] | null;
  gradedCases: number | null;
  calibration: ArtefactFacts["calibration"] | null;
  settings: ArtefactFacts["settings"];
}

/** By the first characters: each of the three begins in its own way. */
async function readAny(content: string): Promise<Found> {
  const start = content.slice(0, 4096).trimStart();
  if (/^tree\r?\n/.test(start)) return foreign(readLightgbm(content.trimStart()));
  if (!start.startsWith("{"))
    throw unreadable("it is neither LightGBM's text, nor XGBoost's JSON, nor an artefact of Vez");
  if (!content.includes('"vez-ranker-1"')) return foreign(readXgboost(content));
  const { model, forest } = await parseArtefact(content);
  refuseOtherVersion(model.settings);
  return {
    kind: model.kind,
    forest,
    sealed: model,
    gradedCases: model.gradedCases,
    calibration: model.calibration,
    settings: model.settings,
  };
}

function foreign({ kind, forest, objective, version, treesInFile, treesUsed }: ReturnType<typeof readLightgbm>): Found {
  const settings = {
    objective: objective?.slice(0, 200) ?? null,
    version: version.slice(0, 200),
    treesInFile,
    treesUsed,
    [FEATURES_VERSION_KEY]: RANKER_FEATURES_VERSION,
  };
  return { kind, forest, sealed: null, gradedCases: null, calibration: null, settings };
}

/** No score can be lower or higher: the scale of a model of which nothing else is known here. */
function leafBounds({ roots, feature, value, base }: Forest): ArtefactFacts["calibration"] {
  let low = base;
  let high = base;
  for (const [tree, root] of roots.entries()) {
    const end = roots[tree + 1] ?? feature.length;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let node = root; node < end; node++) {
      if (feature[node]! >= 0) continue;
      least = Math.min(least, value[node]!);
      most = Math.max(most, value[node]!);
    }
    low += least;
    high += most;
  }
  return { low, high };
}
