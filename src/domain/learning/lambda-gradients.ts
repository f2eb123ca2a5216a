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
 * of a group sum to zero. Buffers are made once; a call allocates nothing, but for groups so large that they are sorted anew.
 */
export function lambdaGradients(dataset: RankingDataset, settings: PairSettings): LambdaGradients {
  const { labels, groupStarts } = dataset;
  const { sigma, truncation, dampSettledPairs, levelGroups, levelRows } = settings;
  const groups = groupStarts.length - 1;
  const gains = Float64Array.from(labels, gainOf);
  const largest = widest(groupStarts);
  const discounts = Float64Array.from({ length: largest }, (_, place) => discountOf(place));
  const inverseIdeal = Float64Array.from({ length: groups }, (_, group) => {
    const grades = [...labels.subarray(groupStarts[group], groupStarts[group + 1])].sort((a, b) => b - a);
    const ideal = dcg(grades, truncation);
    return ideal === 0 ? 0 : 1 / ideal;
  });
  const partnerShare = levelRows ? sharesOfPartners(labels, groupStarts) : new Float64Array(labels.length).fill(0.5);
  // Kept from tree to tree: the order changes little, so sorting by insertion is quick.
  const order = Int32Array.from({ length: labels.length }, (_, row) => row);
  // What the pairs of one group need, by place: near each other in memory.
  const at = { score: buffer(), gain: buffer(), odds: buffer(), share: buffer(), first: buffer(), second: buffer() };

  return (scores, into) => {
    into.fill(0);
    for (let group = 0; group < groups; group++) {
      const ideal = inverseIdeal[group]!;
      if (ideal === 0) continue;
      const start = groupStarts[group]!;
      const size = groupStarts[group + 1]! - start;
      sortByScore(order, scores, start, start + size);
      const top = scores[order[start]!]!;
      for (let place = 0; place < size; place++) {
        const row = order[start + place]!;
        at.score[place] = scores[row]!;
        at.gain[place] = gains[row]!;
        at.odds[place] = exponential(Math.max(LEAST_EXPONENT, sigma * (scores[row]! - top)));
        at.share[place] = partnerShare[row]!;
        at.first[place] = 0;
        at.second[place] = 0;
      }
      const sum = addPairs(size, ideal, dampSettledPairs && top !== at.score[size - 1]);
      const level = levelGroups && sum > 0 ? logarithm2(1 + sum) / sum : 1;
      for (let place = 0; place < size; place++) {
        const row = order[start + place]!;
        into[2 * row] = level * at.first[place]!;
        into[2 * row + 1] = level * at.second[place]!;
      }
    }
  };

  /** Adds each pair's pull to the two places; returns the sum of all pulls. */
  function addPairs(size: number, ideal: number, damp: boolean): number {
    const { score, gain, odds, share, first, second } = at;
    let sum = 0;
    for (let upper = 0; upper < Math.min(size, truncation); upper++) {
      const upperScore = score[upper]!;
      const upperGain = gain[upper]!;
      const upperOdds = odds[upper]!;
      const upperShare = share[upper]!;
      const upperDiscount = discounts[upper]!;
      let pull = 0;
      let curve = 0;
      for (let lower = upper + 1; lower < size; lower++) {
        const gained = upperGain - gain[lower]!;
        if (gained === 0) continue;
        const lowerOdds = odds[lower]!;
        let weight = Math.abs(gained) * (upperDiscount - discounts[lower]!) * (upperShare + share[lower]!);
        if (damp) weight /= 0.01 + upperScore - score[lower]!;
        const wrong = (gained > 0 ? lowerOdds : upperOdds) / (upperOdds + lowerOdds);
        const lambda = weight * wrong;
        const signed = gained > 0 ? -lambda : lambda;
        const bend = lambda * (1 - wrong);
        pull += signed;
        curve += bend;
        first[lower] = first[lower]! - signed;
        second[lower] = second[lower]! + bend;
        sum += lambda;
      }
      first[upper] = first[upper]! + pull;
      second[upper] = second[upper]! + curve;
    }
    const scale = sigma * ideal;
    for (let place = 0; place < size; place++) {
      first[place] = scale * first[place]!;
      second[place] = sigma * scale * second[place]!;
    }
    return 2 * scale * sum;
  }

  function buffer(): Float64Array {
    return new Float64Array(largest);
  }
}

/** Beyond this, an order that changed a lot costs insertion more than a sort from anew. */
const LARGE_GROUP = 1000;

/** Best first; equal scores keep the order of the rows. */
function sortByScore(order: Int32Array, scores: Float64Array, start: number, end: number): void {
  if (end - start > LARGE_GROUP) {
    order.subarray(start, end).sort((a, b) => scores[b]! - scores[a]! || a - b);
    return;
  }
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

/** For each row 1 / (rows of its group with another grade). */
function sharesOfPartners(labels: Float64Array, groupStarts: Int32Array): Float64Array {
  const shares = new Float64Array(labels.length);
  for (let group = 0; group + 1 < groupStarts.length; group++) {
    const grades = labels.subarray(groupStarts[group], groupStarts[group + 1]);
    const alike = new Map<number, number>();
    for (const grade of grades) alike.set(grade, (alike.get(grade) ?? 0) + 1);
    for (const [index, grade] of grades.entries()) {
      const partners = grades.length - alike.get(grade)!;
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
