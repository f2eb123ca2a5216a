// A stored artefact as the ranking uses it: columns that our rows have, scores, and exact reasons.
import { type ArtefactFacts, parseArtefact } from "../learning/artefact.ts";
import type { Forest } from "../learning/forest.ts";
import { unsupported } from "../learning/model-refusal.ts";
import { scoreRow } from "../learning/score-forest.ts";
import { explainer } from "../learning/tree-shap.ts";
import type { RankerModel } from "./model.ts";
import { RANKER_FEATURES, RANKER_FEATURES_VERSION, unknownFeatures } from "./ranker-features.ts";

/**
 * The ranker in the text of an artefact.
 * @throws VezError model_unreadable when the text is damaged, else as rankerModelOf.
 */
export async function readRankerModel(text: string): Promise<RankerModel> {
  const { model, forest } = await parseArtefact(text);
  refuseOtherVersion(model.settings);
  return rankerModelOf(model.hash, forest, model.calibration);
}

/**
 * A forest as a ranker. A model that says one thing of everybody gets a scale on which that is the middle.
 * @throws VezError model_unsupported when it asks for columns that our rows do not have; forest_without_cover when its
 * reasons could not be told.
 */
export function rankerModelOf(hash: string, forest: Forest, { low, high }: ArtefactFacts["calibration"]): RankerModel {
  refuseUnknownFeatures(forest.features);
  const wide = high > low && Number.isFinite(high - low);
  return {
    hash,
    features: forest.features,
    low: wide ? low : low - 0.5,
    high: wide ? high : low + 0.5,
    score: (row) => scoreRow(forest, row),
    explain: explainer(forest),
  };
}

/** Under this name the settings of an artefact say which version of our columns it was trained on. */
export const FEATURES_VERSION_KEY = "features_version";

/** Throws `model_unsupported` for columns that had another meaning; an artefact that does not say is of the first version. */
export function refuseOtherVersion(settings: ArtefactFacts["settings"]): void {
  const version = settings[FEATURES_VERSION_KEY] ?? 1;
  if (version === RANKER_FEATURES_VERSION) return;
  throw unsupported(
    `The model was trained on version ${String(version).slice(0, 20)} of the features, and Vez has version ${RANKER_FEATURES_VERSION}. Train it again.`,
  );
}

/** Throws `model_unsupported`, with the names that no row of ours has. */
export function refuseUnknownFeatures(names: readonly string[]): void {
  const unknown = unknownFeatures(names);
  if (unknown.length === 0) return;
  const some = unknown.slice(0, 10).join(", ");
  const more = unknown.length > 10 ? ` and ${unknown.length - 10} more` : "";
  throw unsupported(
    `The model asks for features that Vez does not have: ${some}${more}. Train it on some of these: ${RANKER_FEATURES.join(", ")}.`,
  );
}
