// The offline optimum of a world at a given Gini: who could take which case, and the bounds on loads that give that Gini.
import { gini } from "../../src/domain/equity/gini.ts";
import { capacities } from "./figures.ts";
import type { Arcs, Bounds, Optimum } from "./optimum.ts";
import { solveOptimum } from "./optimum.ts";
import type { World } from "./world.ts";
import { at, isPresent, luck, membersIn } from "./world.ts";

const WIDTH = 100;

/** The hundred best of those who are there on the day of the case and would say yes if asked: who would not is no candidate. */
export function arcsOf(world: World): Arcs {
  const { people, members, day, area, offset, score } = world;
  const cases = day.length;
  const arcs: Arcs = {
    cases,
    width: WIDTH,
    person: new Int32Array(cases * WIDTH).fill(-1),
    score: new Float32Array(cases * WIDTH),
  };
  for (let c = 0; c < cases; c++) {
    const found: { id: number; fit: number }[] = [];
    for (const [k, id] of membersIn(members, at(area, c)).entries()) {
      const person = people[id];
      if (person === undefined || !isPresent(person, at(day, c)) || luck(c, id, 0) >= person.accepts) continue;
      found.push({ id, fit: at(score, at(offset, c) + k) });
    }
    found.sort((a, b) => b.fit - a.fit);
    for (const [k, { id, fit }] of found.slice(0, WIDTH).entries()) {
      arcs.person[c * WIDTH + k] = id;
      arcs.score[c * WIDTH + k] = fit;
    }
  }
  return arcs;
}

export interface Hindsight extends Optimum {
  cases: number;
  gini: number;
  /** Upper bound over lower bound, less one. */
  gap: number;
  /** Half the width of the bounds, as a share of the mean load over capacity. */
  width: number;
}

/** Bounds of equal width around the mean load over capacity, found by halving until the Gini is `wanted` (from below). */
export function hindsightAt(world: World, arcs: Arcs, wanted: number, prices: Float64Array, steps = 4): Hindsight {
  const capacity = capacities(world);
  const mean = arcs.cases / capacity.reduce((sum, one) => sum + one, 0);
  let low = 0;
  let high = Math.min(1, 6 * wanted);
  let found: Hindsight | undefined;
  for (let step = 0; step < steps; step++) {
    const width = step === 0 ? Math.min(high, 1.5 * wanted) : (low + high) / 2;
    const bounds = boundsOf(capacity, mean, width);
    const optimum = solveOptimum(arcs, bounds, prices);
    const reached = gini([...optimum.load].map((cases, i) => (at(capacity, i) > 0 ? cases / at(capacity, i) : mean)));
    const one = { ...optimum, cases: arcs.cases, gini: reached, gap: optimum.upper / optimum.lower - 1, width };
    if (found === undefined || Math.abs(reached - wanted) < Math.abs(found.gini - wanted)) found = one;
    if (Math.abs(reached - wanted) < 0.003) break;
    if (reached > wanted) high = width;
    else low = width;
  }
  if (found === undefined) throw new RangeError("no step was made");
  return found;
}

function boundsOf(capacity: Float64Array, mean: number, width: number): Bounds {
  return {
    least: capacity.map((one) => Math.floor(one * mean * (1 - width))),
    most: capacity.map((one) => Math.min(Math.floor(one), Math.ceil(one * mean * (1 + width)))),
  };
}
