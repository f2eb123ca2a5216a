// What one run comes to: evenness, reach, fit.
import { gini } from "../../src/domain/equity/gini.ts";
import type { Outcome, Pairs } from "./simulate.ts";
import type { World } from "./world.ts";
import { AREA_COUNT, at } from "./world.ts";

export interface Figures {
  giniLoad: number;
  giniOffers: number;
  utilisation: number;
  spread: number;
  spreadPeople: number;
  reached: number;
  ndcg5: number;
  /** Mean score of the takers. */
  relevance: number;
  worst: number;
  offersPerCase: number;
  untaken: number;
  violations: number;
}

export function figuresOf(world: World, pairs: Pairs, outcome: Outcome): Figures {
  const { people, options } = world;
  const accepted = new Float64Array(people.length);
  const offers = new Float64Array(people.length);
  const expected = new Float64Array(people.length);
  for (let pair = 0; pair < pairs.person.length; pair++) {
    const i = at(pairs.person, pair);
    accepted[i] = at(accepted, i) + at(outcome.accepted, pair);
    offers[i] = at(offers, i) + at(outcome.offers, pair);
    expected[i] = at(expected, i) + at(outcome.expected, pair);
  }
  const capacity = capacities(world);
  const rates = (values: Float64Array) => [...values].map((value, i) => value / at(capacity, i));
  const ratios = (values: Float64Array, shares: Float64Array) =>
    [...values].flatMap((value, i) => (at(shares, i) > 0 ? [value / at(shares, i)] : []));
  let fit = 0;
  let taken = 0;
  let worst = 1;
  for (const [c, taker] of outcome.taker.entries()) {
    if (taker < 0) continue;
    taken++;
    fit += at(outcome.takerScore, c);
    worst = Math.min(worst, at(outcome.takerScore, c) / at(outcome.takerBest, c));
  }
  return {
    giniLoad: gini(rates(accepted)),
    giniOffers: gini(rates(offers)),
    utilisation: taken / capacity.reduce((sum, one) => sum + one, 0),
    spread: spread(ratios(outcome.accepted, outcome.expected)),
    spreadPeople: spread(ratios(accepted, expected)),
    reached: [...offers].filter((n) => n > 0).length / people.length,
    ndcg5: outcome.ndcg,
    relevance: fit / Math.max(1, taken),
    worst,
    offersPerCase: outcome.offersSent / options.cases,
    untaken: options.cases - taken,
    violations: outcome.violations,
  };
}

/** Cases that each could take in the days they are there. */
export function capacities({ people, options }: World): Float64Array {
  return Float64Array.from(people, ({ candidate, joined, leave }) => {
    const start = Math.max(0, joined);
    const away = Math.max(0, Math.min(options.days, leave.until) - Math.max(start, leave.from));
    return (candidate.capacityMonthly * Math.max(0, options.days - start - away)) / 30;
  });
}

/** p95 minus p5 as a share of the mean. */
export function spread(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const quantile = (share: number) => at(ascending, Math.round(share * (ascending.length - 1)));
  const mean = ascending.reduce((sum, value) => sum + value, 0) / Math.max(1, ascending.length);
  return mean > 0 ? (quantile(0.95) - quantile(0.05)) / mean : 0;
}

/** The spread that is left when every share is rounded to whole cases within its area (largest remainders). */
export function wholeNumberSpread(pairs: Pairs, expected: Float64Array): number {
  const rounded = new Float64Array(expected.length);
  for (let a = 0; a < AREA_COUNT; a++) {
    const own = Array.from({ length: at(pairs.first, a + 1) - at(pairs.first, a) }, (_, k) => at(pairs.first, a) + k);
    let left = Math.round(own.reduce((sum, pair) => sum + at(expected, pair), 0));
    for (const pair of own) {
      rounded[pair] = Math.floor(at(expected, pair));
      left -= at(rounded, pair);
    }
    const rest = (pair: number) => at(expected, pair) % 1;
    for (const pair of own.toSorted((x, y) => rest(y) - rest(x)).slice(0, Math.max(0, left))) {
      rounded[pair] = at(rounded, pair) + 1;
    }
  }
  return spread([...rounded].flatMap((cases, pair) => (at(expected, pair) > 0 ? [cases / at(expected, pair)] : [])));
}
