// Whose turn it is: what is missing to a fair share of the area's cases, as a number from 0 to 1.
import type { AreaPool, Fairness, TurnFacts } from "./pool.ts";

/** The knee of the frontier in docs/decisions/equity.md. */
export const DEFAULT_FAIRNESS: Fairness = { strength: 0.5, floor: 0.8 };

/** An open offer counts as a third of a case: three are asked, one has it. */
export const EXPECTED_OF_OPEN = 1 / 3;
/** Half a case on both sides: cases are whole, so nobody is behind or ahead by less. */
export const HALF_CASE = 0.5;

/** Numbers that the model's hash covers. */
export const TURN_CONSTANTS = { EXPECTED_OF_OPEN, HALF_CASE };

/** Cases: (all cases + all credits) * w / sum(w) of the area. More weight never gives less. 0 where nobody has weight. */
export function fairShare(weight: number, pool: AreaPool): number {
  const own = positive(weight);
  const all = Math.max(own, positive(pool.weight));
  return all > 0 ? ((positive(pool.cases) + positive(pool.credits)) * own) / all : 0;
}

/** Cases that stand against the fair share: accepted, credited, and expected of open offers. */
export function served(facts: TurnFacts): number {
  return positive(facts.accepted) + positive(facts.credit) + EXPECTED_OF_OPEN * positive(facts.open ?? 0);
}

/** 0..1: 0.5 at the fair share; strictly falls with every case served and rises with the fair share. */
export function turnOf(target: number, servedCases: number): number {
  const due = (target + HALF_CASE) ** 2;
  const had = (servedCases + HALF_CASE) ** 2;
  return due / (due + had);
}

function positive(value: number): number {
  return value > 0 && Number.isFinite(value) ? value : 0;
}
