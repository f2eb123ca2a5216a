// The order among those who passed the gates: the score, moved by whose turn it is, never across the quality floor.
import type { AreaPool, Fairness, TurnFacts } from "../equity/pool.ts";
import { areaWeight } from "../equity/share.ts";
import { fairShare, served, turnOf } from "../equity/turn.ts";
import type { Candidate } from "./types.ts";

/** Finals closer than a thousandth are a tie: no feature is measured more finely. */
export const TIE = 0.001;

/** What the order looks at; ids make it total. */
export interface Standing {
  id: string;
  score: number;
  shortfall: number;
  final: number;
  inBand: boolean;
  priority: number;
  /** Milliseconds; -Infinity for never. */
  offeredAt: number;
}

/** Someone's fair share, what is missing to it (both in cases), and the turn that comes of it (0..1). */
export function turnIn(pool: AreaPool, facts: TurnFacts): { target: number; shortfall: number; turn: number } {
  const target = fairShare(facts.weight, pool);
  return { target, shortfall: target - served(facts), turn: turnOf(target, facts) };
}

/** The lowest score that turns can lift. */
export function qualityFloor(best: number, fairness: Fairness): number {
  return best * unit(fairness.floor);
}

/**
 * (1 - strength) score + strength turn at the floor or above it, (1 - strength) score below it: a drift-plus-penalty rule
 * (Neely 2010, ch. 4: serve relevance plus the weighted backlog) whose backlog is the shortfall to a fair share
 * (Demers, Keshav and Shenker 1989).
 */
export function finalOf(score: number, turn: number, inBand: boolean, strength: number): number {
  const share = unit(strength);
  return (1 - share) * score + (inBand ? share * turn : 0);
}

/** Those at the floor or above it by final, the rest by score; ties: larger shortfall, priority, longest without an offer, id. */
export function compareStandings(a: Standing, b: Standing): number {
  if (a.inBand !== b.inBand) return a.inBand ? -1 : 1;
  const first = a.inBand ? Math.round(b.final / TIE) - Math.round(a.final / TIE) : b.score - a.score;
  return first || tie(a, b);
}

/** By score alone, as if there were no turns; the same ties. */
export function compareScores(a: Standing, b: Standing): number {
  return b.score - a.score || tie(a, b);
}

function tie(a: Standing, b: Standing): number {
  if (a.shortfall !== b.shortfall) return b.shortfall - a.shortfall;
  if (a.priority !== b.priority) return b.priority - a.priority;
  if (a.offeredAt !== b.offeredAt) return a.offeredAt < b.offeredAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Never is -Infinity; a time that is no time, or still to come, counts as now. */
export function offeredAt({ lastOfferedAt }: Candidate, now: Date): number {
  if (lastOfferedAt === null) return Number.NEGATIVE_INFINITY;
  const time = lastOfferedAt.getTime();
  return Number.isNaN(time) ? now.getTime() : Math.min(time, now.getTime());
}

/** The facts given, or what stands in for them: the capacity shared equally between the areas, all cases and open offers. */
export function factsOf(candidate: Candidate): TurnFacts {
  const { turnFacts, cases30d, capacityMonthly, areas, pendingOffers } = candidate;
  if (turnFacts) return turnFacts.open === undefined ? { ...turnFacts, open: pendingOffers } : turnFacts;
  return {
    accepted: cases30d,
    credit: 0,
    weight: areaWeight(capacityMonthly, areas),
    open: pendingOffers,
  };
}

/** The totals over the candidates who practise the area, for a caller who holds no others. Sums run in the order of ids. */
export function poolOf(area: string, candidates: readonly Candidate[]): AreaPool {
  const pool: AreaPool = { area, cases: 0, credits: 0, weight: 0, professionals: 0 };
  const members = candidates.filter((one) => one.active && one.areas.includes(area));
  for (const member of members.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { accepted, credit, weight } = factsOf(member);
    pool.cases += accepted;
    pool.credits += credit;
    pool.weight += weight;
    pool.professionals++;
  }
  return pool;
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
