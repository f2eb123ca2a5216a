// The orders that are compared: each fills in what the product's comparator, or a plain one, then sorts by.
import type { AreaPool, Fairness, TurnFacts } from "../../src/domain/equity/pool.ts";
import type { Standing } from "../../src/domain/matching/order-by-turn.ts";
import {
  compareScores,
  compareStandings,
  finalOf,
  qualityFloor,
  turnIn,
} from "../../src/domain/matching/order-by-turn.ts";

/** Somebody who could be asked now. */
export interface Runner extends Standing {
  person: number;
  pair: number;
  facts: TurnFacts;
  /** Accepted in the rolling 30 days and open offers, over the capacity. */
  loadRate: number;
}

export interface Strategy {
  name: string;
  /** False: whoever is full is only pushed back, not left out. */
  hardCap: boolean;
  /** Fills `score`, `shortfall`, `final`, `inBand` of all who are considered before they are compared. */
  prepare(runners: readonly Runner[], best: number, pool: AreaPool): void;
  compare(a: Runner, b: Runner): number;
}

/** The product's own rule at a strength. */
export function byTurn(fairness: Fairness): Strategy {
  return {
    name: `turns, strength ${fairness.strength}`,
    hardCap: true,
    prepare: (runners, best, pool) => {
      const floor = qualityFloor(best, fairness);
      for (const one of runners) {
        const { shortfall, turn } = turnIn(pool, one.facts);
        one.shortfall = shortfall;
        one.inBand = one.score >= floor;
        one.final = finalOf(one.score, turn, one.inBand, fairness.strength);
      }
    },
    compare: compareStandings,
  };
}

export const RELEVANCE_ONLY: Strategy = {
  name: "relevance only",
  hardCap: true,
  prepare: () => undefined,
  compare: compareScores,
};

export const ROUND_ROBIN: Strategy = {
  name: "plain round-robin",
  hardCap: true,
  prepare: () => undefined,
  compare: longestWait,
};

/** Nobody more than three cases ahead of whoever is furthest behind their share; among these the best score. */
export const LEAD_THRESHOLD: Strategy = {
  name: "weighted round-robin, lead of 3",
  hardCap: true,
  prepare: (runners, _, pool) => {
    let most = Number.NEGATIVE_INFINITY;
    for (const one of runners) {
      one.shortfall = turnIn(pool, one.facts).shortfall;
      most = Math.max(most, one.shortfall);
    }
    for (const one of runners) {
      one.inBand = one.shortfall >= most - 3;
      one.final = one.inBand ? one.score : one.shortfall;
    }
  },
  compare: compareStandings,
};

/** Near-best band of 10%, then 0.7 score + 0.3 (1 - load / capacity); overload is a penalty and nothing more. */
export const CAPACITY_DISCOUNT: Strategy = {
  name: "capacity discount",
  hardCap: false,
  prepare: (runners, best) => {
    for (const one of runners) {
      one.inBand = one.score >= 0.9 * best;
      one.final = 0.7 * one.score + 0.3 * (1 - one.loadRate);
    }
  },
  compare: (a, b) => Number(b.inBand) - Number(a.inBand) || b.final - a.final || longestWait(a, b),
};

function longestWait(a: Runner, b: Runner): number {
  if (a.offeredAt !== b.offeredAt) return a.offeredAt < b.offeredAt ? -1 : 1;
  return a.person - b.person;
}
