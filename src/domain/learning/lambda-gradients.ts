// Which way each row's score should move, and how sharply: the gradients of LambdaMART.
import type { RankingDataset } from "./dataset.ts";
import { dcg, discountOf, gainOf } from "./ndcg.ts";
import { exponential, logarithm2 } from "./portable-math.ts";
import type { TrainingSettings } from "./settings.ts";

type PairSettings = Pick<TrainingSettings, "sigma" | "truncation" | "dampSettledPairs" | "levelGroups" | "levelRows">;

/** Writes each row's first and second derivative of the loss to `into[2 * row]` and `into[2 * row + 1]`. */
export type LambdaGradients = (scores: Float64Array, into: Float64Array) => void;

/** Odds are no less than e^-690: nothing divides by zero. */
const LEAST_EXPONENT = -690;

/**
 * Burges 2010, "From RankNet to LambdaRank to LambdaMART", section 4: for each pair of a group with different grades,
 * lambda = sigma / (1 + e^(sigma (s_better - s_worse))) * |change of NDCG@truncation if the two swap places|. Gradients
 * of a group sum to zero. Buffers are made once; a call allocates nothing.
 */
export function lambdaGradients(dataset: RankingDataset, settings: PairSettings): LambdaGradients {
  const { labels, groupStarts } = dataset;
  const { sigma, dampSettledPairs, levelGroups, levelRows } = settings;
  const groups = groupStarts.length - 1;
  const gains = Float64Array.from(labels, gainOf);
  const largest = widest(groupStarts);
  const discounts = Float64Array.from({ length: largest }, (_, place) => discountOf(place));
  const inverseIdeal = Float64Array.from({ length: groups }, (_, group) => {
    const grades = [...labels.subarray(groupStarts[group], groupStarts[group + 1])].sort((a, b) => b - a);
    const ideal = dcg(grades, settings.truncation);
    return ideal === 0 ? 0 : 1 / ideal;
  });
  const partnerShare = levelRows ? sharesOfPartners(labels, groupStarts) : new Float64Array(0);
  // Kept from tree to tree: the order changes little, so sorting by insertion is quick.
  const order = Int32Array.from({ length: labels.length }, (_, row) => row);
  const odds = new Float64Array(labels.length);

  return (scores, into) => {
    into.fill(0);
    for (let group = 0; group < groups; group++) {
      const ideal = inverseIdeal[group]!;
      if (ideal === 0) continue;
      const start = groupStarts[group]!;
      const end = groupStarts[group + 1]!;
      sortByScore(order, scores, start, end);
      const top = scores[order[start]!]!;
      for (let row = start; row < end; row++)
        odds[row] = exponential(Math.max(LEAST_EXPONENT, sigma * (scores[row]! - top)));
      const spread = dampSettledPairs && top !== scores[order[end - 1]!];
      let sum = 0;
      const lastUpper = Math.min(end, start + settings.truncation);
      for (let upper = start; upper < lastUpper; upper++) {
        const first = order[upper]!;
        const upperDiscount = discounts[upper - start]!;
        for (let lower = upper + 1; lower < end; lower++) {
          const second = order[lower]!;
          if (labels[first] === labels[second]) continue;
          const swapped = labels[second]! > labels[first]!;
          const better = swapped ? second : first;
          const worse = swapped ? first : second;
          let weight = (gains[better]! - gains[worse]!) * (upperDiscount - discounts[lower - start]!) * ideal;
          if (spread) weight /= 0.01 + scores[first]! - scores[second]!;
          if (levelRows) weight *= partnerShare[better]! + partnerShare[worse]!;
          const wrong = odds[worse]! / (odds[better]! + odds[worse]!);
          const lambda = sigma * weight * wrong;
          const curve = sigma * lambda * (1 - wrong);
          into[2 * better] = into[2 * better]! - lambda;
          into[2 * worse] = into[2 * worse]! + lambda;
          into[2 * better + 1] = into[2 * better + 1]! + curve;
          into[2 * worse + 1] = into[2 * worse + 1]! + curve;
          sum += 2 * lambda;
        }
      }
      if (levelGroups && sum > 0) scale(into, 2 * start, 2 * end, logarithm2(1 + sum) / sum);
    }
  };
}

/** Best first; equal scores keep the order of the rows. */
function sortByScore(order: Int32Array, scores: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!;
    const score = scores[row]!;
    let j = i - 1;
    for (; j >= start; j--) {
      const other = order[j]!;
      if (scores[other]! > score || (scores[other] === score && other < row)) break;
      order[j + 1] = other;
    }
    order[j + 1] = row;
  }
}

function scale(values: Float64Array, from: number, to: number, factor: number): void {
  for (let i = from; i < to; i++) values[i] = values[i]! * factor;
}

/** For each row 1 / (rows of its group with another grade). */
function sharesOfPartners(labels: Float64Array, groupStarts: Int32Array): Float64Array {
  const shares = new Float64Array(labels.length);
  for (let group = 0; group + 1 < groupStarts.length; group++) {
    const grades = labels.subarray(groupStarts[group], groupStarts[group + 1]);
    for (const [index, grade] of grades.entries()) {
      const partners = grades.reduce((count, other) => count + (other === grade ? 0 : 1), 0);
      shares[groupStarts[group]! + index] = partners === 0 ? 0 : 1 / partners;
    }
  }
  return shares;
}

function widest(groupStarts: Int32Array): number {
  let rows = 0;
  for (let group = 0; group + 1 < groupStarts.length; group++) {
    rows = Math.max(rows, groupStarts[group + 1]! - groupStarts[group]!);
  }
  return rows;
}
