// What makes vectors of one space out of texts, whoever does it.
import type { SpaceKey } from "./space.ts";

/** A space that a model makes; the lexical one needs none. */
export type ModelSpace = Exclude<SpaceKey, "lexical">;

export interface Embedder {
  key: ModelSpace;
  /** Most texts of one call. */
  mostTexts: number;
  /** One vector a text, in the same order, each of the space's length and finite. Throws VezError `vendor_*`. */
  embed(texts: readonly string[], limits: EmbedLimits): Promise<Float32Array[]>;
}

export interface EmbedLimits {
  /** What is left to the caller (ms). */
  budgetMs?: number;
  lane: "interactive" | "bulk";
}

/** Longest text that is sent, in characters: some 3,000 tokens, well within 8,192 of either model. */
export const LONGEST_EMBEDDED = 8000;
