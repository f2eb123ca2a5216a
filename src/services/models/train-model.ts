// A new ranker from our own graded cases: read, split by time and case, trained, judged, stored as a candidate.
import { conflict } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit } from "../../db/schema.ts";
import { artefactText, sealArtefact } from "../../domain/learning/artefact.ts";
import type { GradedCase } from "../../domain/learning/graded-case.ts";
import { RANKER_FEATURES_VERSION, RANKER_MONOTONE } from "../../domain/matching/ranker-features.ts";
import { FEATURES_VERSION_KEY } from "../../domain/matching/ranker-model.ts";
import { RANKER_SETTINGS, trainRanker } from "../../domain/matching/ranker-training.ts";
import type { ServiceContext } from "../context.ts";
import { judgeModel } from "./judge-model.ts";
import type { ModelView } from "./model-view.ts";
import { readGradedCases } from "./read-graded-cases.ts";
import { storeModel } from "./store-model.ts";

/** Fewer teach nothing that would outlast the next ten. */
export const FEWEST_CASES = 20;
const DAY_MS = 86_400_000;

export interface Training {
  model: ModelView;
  gradedCases: number;
  rows: number;
  seconds: number;
}

/**
 * Trains on cases whose offers were made in the last `windowDays` days. The same cases give the same artefact, and that is one
 * row. Throws `too_few_graded_cases` (409).
 */
export async function trainModel(
  ctx: ServiceContext,
  { by, windowDays }: { by: string; windowDays: number },
): Promise<Training> {
  const startedAt = ctx.now();
  const from = new Date(startedAt.getTime() - windowDays * DAY_MS);
  const cases = await readGradedCases(ctx, { from, to: startedAt });
  if (cases.length < FEWEST_CASES) throw tooFew(cases.length);
  const { forest, training, validation, trees, calibration } = trainRanker(cases);
  const window = windowOf(cases);
  const metrics = {
    ...(await judgeModel(ctx, forest, calibration, cases.length, validation)),
    training_cases: training.length,
    validation_cases: validation.length,
    trees,
    monotone: 1,
  };
  const rows = cases.reduce((sum, one) => sum + one.rows.length, 0);
  const sealed = await sealArtefact(forest, {
    kind: "lambdamart",
    monotone: { ...RANKER_MONOTONE },
    settings: { ...RANKER_SETTINGS, monotone: null, [FEATURES_VERSION_KEY]: RANKER_FEATURES_VERSION },
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
    gradedCases: cases.length,
    rows,
    // What served at the time is no part of the model: the same cases give the same hash.
    metrics: Object.fromEntries(Object.entries(metrics).filter(([name]) => !name.startsWith("serving_"))),
    calibration,
  });
  const model = await storeModel(ctx, by, "model.trained", {
    hash: sealed.hash,
    kind: sealed.kind,
    artefact: artefactText(sealed),
    gradedCases: cases.length,
    metrics,
    window,
  });
  // Measured after the write: a Worker's clock stands still while it computes.
  const seconds = (ctx.now().getTime() - startedAt.getTime()) / 1000;
  return { model, gradedCases: cases.length, rows, seconds };
}

/**
 * The training that the queue runs for message `key`: too few cases is an outcome to tell, not a message that failed. The
 * audit row of that key is what the list of models reads.
 */
export async function runTraining(
  ctx: ServiceContext,
  input: { by: string; windowDays: number },
  key: string,
): Promise<void> {
  const done = await trainModel(ctx, input).catch((error: unknown) => {
    if (error instanceof Error && error.message === TOO_FEW) return null;
    throw error;
  });
  const detail =
    done === null
      ? { outcome: TOO_FEW }
      : {
          outcome: "trained",
          model: done.model.id,
          graded_cases: done.gradedCases,
          rows: done.rows,
          seconds: done.seconds,
        };
  await ctx.db.insert(audit).values(auditRow("system", TRAINING_ENDED, key, ctx.now(), detail));
  ctx.log.info("model_training_ended", detail);
}

export const TRAINING_ENDED = "model.training_ended";
const TOO_FEW = "too_few_graded_cases";

function tooFew(cases: number) {
  return conflict(
    TOO_FEW,
    `There are ${cases} graded cases in this window, and training needs ${FEWEST_CASES}. Wait for more answers, or widen the window.`,
    { graded_cases: cases },
  );
}

function windowOf(cases: readonly GradedCase[]): { from: Date; to: Date } {
  const times = cases.map(({ at }) => at.getTime());
  return { from: new Date(Math.min(...times)), to: new Date(Math.max(...times)) };
}
