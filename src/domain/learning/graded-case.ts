// A case whose offers were answered, as a ranker learns from it and is judged by it.
import { datasetOf, type RankingDataset } from "./dataset.ts";
import { meanNdcg } from "./ndcg.ts";

/** One answered offer. */
export interface GradedRow {
  grade: number;
  /** The place at which they were asked, from 1. */
  shownRank: number;
  /** Values by column, the shown rank held at what serving gives. */
  row: Float64Array;
  /** What the presets alone give. */
  presetScore: number;
}

export interface GradedCase {
  id: string;
  /** Of its first ranking: training and validation are split by it. */
  at: Date;
  rows: GradedRow[];
}

/** The places at which the papers on ranking look. */
export const JUDGED_AT = [1, 3, 5, 10] as const;

/** One group a case; `shownColumn` gets the place at which each was asked: training learns what it is worth, see learned-serving.md. */
export function datasetOfCases(
  features: readonly string[],
  cases: readonly GradedCase[],
  shownColumn: number | null,
): RankingDataset {
  const groups = cases.map(({ rows }) => ({
    rows: rows.map(({ row, shownRank }) => (shownColumn === null ? row : row.with(shownColumn, shownRank))),
    labels: rows.map(({ grade }) => grade),
  }));
  return datasetOf(features, groups);
}

/** `<name>_ndcg_<k>` for each scorer: the mean over the cases, each judged by itself. Empty without cases. */
export function judge(
  cases: readonly GradedCase[],
  scorers: Readonly<Record<string, (row: GradedRow) => number>>,
): Record<string, number> {
  if (cases.length === 0) return {};
  const { labels, groupStarts } = datasetOfCases([], cases.map(withoutColumns), null);
  const found: Record<string, number> = {};
  for (const [name, score] of Object.entries(scorers)) {
    const scores = cases.flatMap(({ rows }) => rows.map(score));
    for (const k of JUDGED_AT) found[`${name}_ndcg_${k}`] = meanNdcg(scores, labels, groupStarts, k);
  }
  return found;
}

function withoutColumns(one: GradedCase): GradedCase {
  return { ...one, rows: one.rows.map((row) => ({ ...row, row: new Float64Array() })) };
}
