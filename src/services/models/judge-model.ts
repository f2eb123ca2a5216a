// A model's NDCG on later cases, beside the presets' and the serving model's, so that a new one is never judged alone.
import { and, eq } from "drizzle-orm";
import { models } from "../../db/schema.ts";
import { type ArtefactFacts, calibrated, parseArtefact } from "../../domain/learning/artefact.ts";
import type { Forest } from "../../domain/learning/forest.ts";
import { type GradedCase, type GradedRow, judge } from "../../domain/learning/graded-case.ts";
import { learnedShare } from "../../domain/matching/blend.ts";
import { unknownFeatures } from "../../domain/matching/ranker-features.ts";
import { rawScorer } from "../../domain/matching/ranker-training.ts";
import type { ServiceContext } from "../context.ts";

/**
 * `ndcg_1` to `ndcg_10` for `model` (trees alone), `blend` (as it would serve), `preset` and, where one serves, `serving`
 * (its trees alone). `cases` are whole and later than those that the model learned from. Empty without cases.
 */
export async function judgeModel(
  ctx: ServiceContext,
  forest: Forest,
  calibration: ArtefactFacts["calibration"],
  gradedCases: number,
  cases: readonly GradedCase[],
): Promise<Record<string, number>> {
  const model = rawScorer(forest);
  const share = learnedShare(gradedCases);
  const serving = await servingScorer(ctx);
  return judge(cases, {
    model,
    blend: (row) => (1 - share) * row.presetScore + share * calibrated(model(row), calibration),
    preset: (row) => row.presetScore,
    ...(serving === null ? {} : { serving }),
  });
}

async function servingScorer(ctx: ServiceContext): Promise<((row: GradedRow) => number) | null> {
  const [row] = await ctx.db
    .select({ artefact: models.artefact })
    .from(models)
    .where(and(eq(models.vertical, "legal"), eq(models.status, "serving")));
  if (row === undefined) return null;
  const parsed = await parseArtefact(row.artefact).catch((error: unknown) => {
    ctx.log.warn("model_unreadable", { error });
    return null;
  });
  return parsed === null || unknownFeatures(parsed.forest.features).length > 0 ? null : rawScorer(parsed.forest);
}
