// NDCG: how near a ranking comes to the best possible one, looked at from the top.
import { logarithm2 } from "./portable-math.ts";

/** 2^grade - 1 (Burges 2010, "From RankNet to LambdaRank to LambdaMART", section 3). */
export function gainOf(grade: number): number {
  return 2 ** grade - 1;
}

/** What a place counts: 1 / log2(place + 2), the first place is 0. */
export function discountOf(place: number): number {
  return 1 / logarithm2(place + 2);
}

/**
 * NDCG@k of each group, 0..1 (Järvelin and Kekäläinen 2002). Equal scores keep the order of the rows. A group without a
 * row above grade 0 counts 1: no order of it is wrong.
 */
export function ndcgOfGroups(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  groupStarts: Int32Array,
  k: number,
): Float64Array {
  const result = new Float64Array(groupStarts.length - 1);
  for (let group = 0; group < result.length; group++) {
    const rows = Array.from(
      { length: groupStarts[group + 1]! - groupStarts[group]! },
      (_, i) => groupStarts[group]! + i,
    );
    const ideal = dcg(
      rows.map((row) => labels[row]!).sort((a, b) => b - a),
      k,
    );
    const ranked = rows.sort((a, b) => scores[b]! - scores[a]! || a - b).map((row) => labels[row]!);
    result[group] = ideal === 0 ? 1 : dcg(ranked, k) / ideal;
  }
  return result;
}

/** Mean NDCG@k, each group counting once. */
export function meanNdcg(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  groupStarts: Int32Array,
  k: number,
): number {
  const each = ndcgOfGroups(scores, labels, groupStarts, k);
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** DCG@k of grades in ranked order. */
export function dcg(grades: readonly number[], k: number): number {
  let sum = 0;
  for (let place = 0; place < Math.min(k, grades.length); place++) sum += gainOf(grades[place]!) * discountOf(place);
  return sum;
}
