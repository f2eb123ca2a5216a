// Whose turn it is: what is missing to a fair share of the area's cases, as a number from 0 to 1.
import type { AreaPool, Fairness, TurnFacts } from "./pool.ts";
import { WINDOW_DAYS } from "./pool.ts";

/** The knee of the frontier in docs/decisions/equity.md. */
export const DEFAULT_FAIRNESS: Fairness = { strength: 0.5, floor: 0.8 };

/** An open offer counts as a third of a case: three are asked, one has it. */
const EXPECTED_OF_OPEN = 1 / 3;
/** Cases are whole: nobody is behind before half a case is missing, whether their share is large or small (Webster's rounding). */
export const HALF_CASE = 0.5;
/** Longest time that the count goes back, in days, for whoever gets less than a case a month. */
export const FURTHEST_DAYS = 60;
/** Offers without end help nobody: in the queue so many count as one case at least. The mean is 3.5 to a case, rare yeses need more. */
const OFFERS_LIKE_A_CASE = 15;

/** Numbers that the model's hash covers. */
export const TURN_CONSTANTS = { EXPECTED_OF_OPEN, HALF_CASE, FURTHEST_DAYS, OFFERS_LIKE_A_CASE };

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

/**
 * 0..1: above 0.5 the turn is due, below it somebody is ahead; it falls with every case and rises with the fair share.
 *
 * missing = target * reach / 30 - queued - 1/2 in cases, turn = (1 + missing / (1 + |missing|)) / 2.
 * In cases and not in parts of a share: by parts, half a case on average was shifted from large shares to small ones.
 * Reaching back to the last case before the window lets 1.4 cases a month come out as seven in five months; by whole counts
 * of 30 days it would be one a month for ever.
 */
export function turnOf(target: number, facts: TurnFacts): number {
  const reach = Math.min(FURTHEST_DAYS, Math.max(WINDOW_DAYS, positive(facts.reachDays ?? 0)));
  const missing = (target * reach) / WINDOW_DAYS - queued(facts) - HALF_CASE;
  return (1 + missing / (1 + Math.abs(missing))) / 2;
}

/** Cases that stand in the queue: what was served, and never less than a fifteenth of the offers. Not a load: cap and shortfall ignore it. */
function queued(facts: TurnFacts): number {
  return Math.max(served(facts), positive(facts.offered ?? 0) / OFFERS_LIKE_A_CASE);
}

function positive(value: number): number {
  return value > 0 && Number.isFinite(value) ? value : 0;
}
