// What a ranker learns from: graded rows in groups, one group a case, kept column by column.
import { invalid } from "../../base/errors.ts";

/** Rows of one group lie together. */
export interface RankingDataset {
  /** Names of the columns, in their order. */
  features: readonly string[];
  /** One array a feature, one value a row; NaN is a missing value. */
  columns: readonly Float64Array[];
  /** One grade a row: 0 is worst; whole numbers up to 31, since a grade's gain is 2^grade - 1. */
  labels: Float64Array;
  /** First row of each group, and at the end the number of rows. */
  groupStarts: Int32Array;
}

/** The rows of one case, all of those that are graded. */
export interface RankingGroup {
  rows: readonly ArrayLike<number>[];
  labels: readonly number[];
}

const HIGHEST_GRADE = 31;

/**
 * Groups as columns.
 * @throws VezError invalid_input when rows and labels differ in number, a row is not as wide as `features`, a value is infinite,
 * or a grade is out of range.
 */
export function datasetOf(features: readonly string[], groups: readonly RankingGroup[]): RankingDataset {
  const groupStarts = new Int32Array(groups.length + 1);
  for (const [index, { rows, labels }] of groups.entries()) {
    if (rows.length !== labels.length) throw invalid("Each row of a group needs one grade.");
    groupStarts[index + 1] = groupStarts[index]! + rows.length;
  }
  const total = groupStarts[groups.length]!;
  const columns = features.map(() => new Float64Array(total));
  const labels = new Float64Array(total);
  let at = 0;
  for (const group of groups) {
    for (const [index, row] of group.rows.entries()) {
      if (row.length !== features.length) throw invalid(`Each row needs ${features.length} values.`);
      labels[at] = grade(group.labels[index]);
      for (const [feature, column] of columns.entries()) column[at] = finiteOrMissing(row[feature]!);
      at++;
    }
  }
  return { features, columns, labels, groupStarts };
}

/** The dataset with only these groups, in this order. */
export function takeGroups(dataset: RankingDataset, groups: readonly number[]): RankingDataset {
  const groupStarts = new Int32Array(groups.length + 1);
  for (const [index, group] of groups.entries()) {
    groupStarts[index + 1] = groupStarts[index]! + dataset.groupStarts[group + 1]! - dataset.groupStarts[group]!;
  }
  const take = (from: Float64Array) => {
    const into = new Float64Array(groupStarts[groups.length]!);
    for (const [index, group] of groups.entries()) {
      into.set(from.subarray(dataset.groupStarts[group], dataset.groupStarts[group + 1]), groupStarts[index]);
    }
    return into;
  };
  return { features: dataset.features, columns: dataset.columns.map(take), labels: take(dataset.labels), groupStarts };
}

function grade(label: number | undefined): number {
  if (label !== undefined && Number.isInteger(label) && label >= 0 && label <= HIGHEST_GRADE) return label;
  throw invalid(`A grade is a whole number from 0 to ${HIGHEST_GRADE}.`);
}

function finiteOrMissing(value: number): number {
  if (Number.isFinite(value) || Number.isNaN(value)) return value;
  throw invalid("A value is finite, or NaN where it is missing.");
}
