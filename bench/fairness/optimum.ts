// The best that hindsight could do: each case to one of its hundred best, loads within bounds; a dual price for each person.
import { at } from "./world.ts";

/** Cases and whom they could go to, as rows: person[row * width + k] with score[...], best first; -1 where there is nobody. */
export interface Arcs {
  cases: number;
  width: number;
  person: Int32Array;
  score: Float32Array;
}

export interface Bounds {
  least: Float64Array;
  most: Float64Array;
}

export interface Optimum {
  /** Sum of scores that no assignment within the bounds can exceed: the value of the dual (weak duality). */
  upper: number;
  /** Sum of scores of an assignment that keeps the bounds, or nearly: see `outside`. */
  lower: number;
  /** Cases by which the loads of that assignment miss their bounds, all together. */
  outside: number;
  load: Float64Array;
}

/** Prices are found on a softened problem that is hardened step by step (Bertsekas 1998, Network Optimization, ch. 7, by scaling). */
const SOFTNESS = [0.01, 0.004, 0.0015, 0.0006, 0.0003];
const ROUNDS = 14;
/** exp(-14) is less than a millionth of a case. */
const NOTHING = 14;

/**
 * max sum(score) where every case has one taker and least <= load <= most. The linear program has whole solutions
 * (transportation problem), so its dual is exact:
 *   min over prices p of  sum over cases max(score - p) + sum over people (p > 0 ? p * most : p * least).
 * Any prices give an upper bound; `prices` is read as the start and written as the result.
 */
export function solveOptimum(arcs: Arcs, bounds: Bounds, prices: Float64Array): Optimum {
  let upper = Number.POSITIVE_INFINITY;
  let bestPrices = prices.slice();
  for (const softness of SOFTNESS) {
    for (let round = 0; round < ROUNDS; round++) {
      const load = softLoads(arcs, prices, softness);
      for (let i = 0; i < prices.length; i++) prices[i] = reprice(at(prices, i), at(load, i), i, bounds, softness);
    }
    const value = dualValue(arcs, bounds, prices);
    if (value < upper) {
      upper = value;
      bestPrices = prices.slice();
    }
  }
  prices.set(bestPrices);
  return { upper, ...repaired(arcs, bounds, prices) };
}

/** The price that brings a softened load within its bounds (Sinkhorn's step), none where it is within them anyway. */
function reprice(price: number, load: number, i: number, { least, most }: Bounds, softness: number): number {
  const held = Math.max(load, 1e-9);
  const tooMuch = price + softness * Math.log(held / Math.max(at(most, i), 1e-9));
  if (tooMuch > 0) return tooMuch;
  const tooLittle = at(least, i) > 0 ? price + softness * Math.log(held / at(least, i)) : 0;
  return Math.min(0, tooLittle);
}

function softLoads({ cases, width, person, score }: Arcs, prices: Float64Array, softness: number): Float64Array {
  const load = new Float64Array(prices.length);
  const share = new Float64Array(width);
  const lowest = prices.reduce((least, price) => Math.min(least, price), 0);
  for (let c = 0, row = 0; c < cases; c++, row += width) {
    let top = Number.NEGATIVE_INFINITY;
    let held = 0;
    // Best first: behind the first that could not come near at the lowest of all prices, nobody can.
    for (; held < width; held++) {
      const i = at(person, row + held);
      const fit = at(score, row + held);
      if (i < 0 || fit - lowest < top - NOTHING * softness) break;
      const worth = fit - at(prices, i);
      share[held] = worth;
      if (worth > top) top = worth;
    }
    let sum = 0;
    for (let k = 0; k < held; k++) {
      const below = (at(share, k) - top) / softness;
      const part = below < -NOTHING ? 0 : Math.exp(below);
      share[k] = part;
      sum += part;
    }
    for (let k = 0; k < held; k++) {
      const part = at(share, k);
      if (part > 0) {
        const i = at(person, row + k);
        load[i] = at(load, i) + part / sum;
      }
    }
  }
  return load;
}

function dualValue({ cases, width, person, score }: Arcs, { least, most }: Bounds, prices: Float64Array): number {
  let value = 0;
  for (const [i, price] of prices.entries()) value += price > 0 ? price * at(most, i) : price * at(least, i);
  for (let c = 0, row = 0; c < cases; c++, row += width) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < width; k++) {
      const i = at(person, row + k);
      if (i < 0) break;
      top = Math.max(top, at(score, row + k) - at(prices, i));
    }
    if (top > Number.NEGATIVE_INFINITY) value += top;
  }
  return value;
}

/**
 * An assignment out of the prices: every case to its best at these prices, then, while loads are out of their bounds, the
 * case that loses least moves from whoever has too much, or to whoever has too little (one arc at a time).
 */
function repaired(arcs: Arcs, bounds: Bounds, prices: Float64Array): Omit<Optimum, "upper"> {
  const { cases, width, person, score } = arcs;
  const chosen = new Int32Array(cases).fill(-1);
  const load = new Float64Array(prices.length);
  for (let c = 0, row = 0; c < cases; c++, row += width) {
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < width && at(person, row + k) >= 0; k++) {
      const worth = at(score, row + k) - at(prices, at(person, row + k));
      if (worth > top) {
        top = worth;
        chosen[c] = k;
      }
    }
    if (at(chosen, c) < 0) continue;
    const taker = at(person, row + at(chosen, c));
    load[taker] = at(load, taker) + 1;
  }
  const moves: { loss: number; c: number; k: number }[] = [];
  for (let c = 0, row = 0; c < cases; c++, row += width) {
    const k0 = at(chosen, c);
    if (k0 < 0) continue;
    const here = at(score, row + k0) - at(prices, at(person, row + k0));
    for (let k = 0; k < width && at(person, row + k) >= 0; k++) {
      if (k === k0) continue;
      const loss = here - (at(score, row + k) - at(prices, at(person, row + k)));
      if (loss < 0.05) moves.push({ loss, c, k });
    }
  }
  moves.sort((a, b) => a.loss - b.loss);
  const over = (i: number) => Math.max(0, at(load, i) - at(bounds.most, i));
  const under = (i: number) => Math.max(0, at(bounds.least, i) - at(load, i));
  for (let pass = 0; pass < 3; pass++) {
    for (const { c, k } of moves) {
      const row = c * width;
      const from = at(person, row + at(chosen, c));
      const to = at(person, row + k);
      if (from === to) continue;
      const helps =
        over(from) >= 1
          ? at(load, to) + 1 <= at(bounds.most, to)
          : under(to) > 0 && at(load, from) - 1 >= at(bounds.least, from);
      if (!helps) continue;
      load[from] = at(load, from) - 1;
      load[to] = at(load, to) + 1;
      chosen[c] = k;
    }
  }
  let lower = 0;
  let outside = 0;
  for (let c = 0; c < cases; c++) if (at(chosen, c) >= 0) lower += at(score, c * width + at(chosen, c));
  for (let i = 0; i < load.length; i++) outside += Math.max(over(i), under(i));
  return { lower, outside, load };
}
