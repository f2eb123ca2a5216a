// The LightGBM project's example for ranking: 201 and 50 queries with documents graded 0 to 4.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RankingDataset } from "../src/domain/learning/dataset.ts";
import { parseRanking } from "./ranking-parse.ts";

export const RANKING_DATA = join(import.meta.dirname, "data", "lightgbm-lambdarank");

/** `rank.train` or `rank.test`. */
export function readRanking(part: "train" | "test"): RankingDataset {
  const { libsvm, queries } = readRankingText(part);
  return parseRanking(libsvm, queries);
}

/** The same, not parsed. */
export function readRankingText(part: "train" | "test"): { libsvm: string; queries: string } {
  const text = (name: string) => readFileSync(join(RANKING_DATA, name), "utf8");
  return { libsvm: text(`rank.${part}`), queries: text(`rank.${part}.query`) };
}
