// A ranker as a file: its forest, where it comes from, how good it was, and a hash that any change of them changes.
import * as z from "zod";
import { sha256Hex } from "../contracts/sha256.ts";
import { canonicalJson } from "../matching/model-hash.ts";
import type { Forest } from "./forest.ts";
import { MODEL_LIMITS } from "./forest-builder.ts";
import { decodeForest, encodeForest, ForestCode } from "./forest-code.ts";
import { tooLarge, unreadable } from "./model-refusal.ts";

const Setting = z.union([z.number(), z.string().max(200), z.boolean(), z.null()]);

/** What an artefact says beside its trees and its hash. */
export const ArtefactFacts = z.strictObject({
  /** Who grew the trees: this product, or the library whose file was loaded. */
  kind: z.enum(["lambdamart", "lightgbm", "xgboost"]),
  featureNames: z.array(z.string().min(1).max(200)).min(1).max(MODEL_LIMITS.features),
  /** By feature name: 1, a greater value never lowers a score; -1, never raises it. Foreign files do not promise any. */
  monotone: z.record(z.string(), z.union([z.literal(1), z.literal(-1)])),
  settings: z.record(z.string(), z.union([Setting, z.record(z.string(), Setting)])),
  /** When the cases that it learned from were graded, ISO 8601; null when that is not known. */
  window: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
  gradedCases: z.int().nonnegative(),
  /** Graded candidates of those cases. */
  rows: z.int().nonnegative(),
  /** By name, e.g. "validation_ndcg@5". */
  metrics: z.record(z.string(), z.number()),
  /** Raw scores that become 0 and 1: see `calibrated`. */
  calibration: z.strictObject({ low: z.number(), high: z.number() }),
});
export type ArtefactFacts = z.infer<typeof ArtefactFacts>;

export const RankerModel = z.strictObject({
  format: z.literal("vez-ranker-1"),
  ...ArtefactFacts.shape,
  trees: ForestCode,
  /** SHA-256 over the canonical JSON of all the rest, in hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RankerModel = z.infer<typeof RankerModel>;

/**
 * The artefact of a forest. Its features are the forest's.
 * @throws VezError model_unreadable when a fact is not of its kind.
 */
export async function sealArtefact(forest: Forest, facts: Omit<ArtefactFacts, "featureNames">): Promise<RankerModel> {
  const checked = parsed(ArtefactFacts, { ...facts, featureNames: [...forest.features] });
  const content = { format: "vez-ranker-1" as const, ...checked, trees: encodeForest(forest) };
  return { ...content, hash: await hashOf(content) };
}

/** The same text for the same model: what is stored and handed out. */
export function artefactText(model: RankerModel): string {
  return canonicalJson(model);
}

/**
 * The model of a text and its forest, ready to score.
 * @throws VezError model_unreadable when it is damaged, was changed after it was sealed, or its trees lead nowhere; model_too_large.
 */
export async function parseArtefact(text: string): Promise<{ model: RankerModel; forest: Forest }> {
  if (text.length > MODEL_LIMITS.characters) throw tooLarge("characters", MODEL_LIMITS.characters);
  const model = parsed(RankerModel, jsonOf(text));
  const { hash, ...content } = model;
  if (hash !== (await hashOf(content))) throw unreadable("its content does not have the hash that it states");
  return { model, forest: forestOf(model) };
}

/** The forest of a model whose hash has been checked before. */
export function forestOf({ trees, featureNames }: RankerModel): Forest {
  return decodeForest(trees, featureNames);
}

/**
 * A raw score on the scale 0..1 that presets use: `low` and below is 0, `high` and above is 1, straight in between.
 * Order stays as it is but for ties beyond the ends; without any spread everything is 0.5.
 */
export function calibrated(raw: number, { low, high }: RankerModel["calibration"]): number {
  if (!(high > low)) return 0.5;
  return Math.min(1, Math.max(0, (raw - low) / (high - low)));
}

/** The 1st and the 99th percentile (nearest rank) of the raw scores of training rows, so that outliers do not flatten the rest. */
export function calibrationOf(rawScores: ArrayLike<number>): RankerModel["calibration"] {
  const sorted = Float64Array.from(rawScores).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { low: at(0.01), high: at(0.99) };
}

function hashOf(content: Omit<RankerModel, "hash">): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(content)));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) throw unreadable("it is not JSON; it is cut off or damaged");
    throw cause;
  }
}

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.join(".") ?? "";
  throw unreadable(`${path === "" ? "the whole" : path.slice(0, 100)} is missing or not of its kind`);
}
