// One opinion on the area from several voters: a linear pool of what each believes, weighted by the configuration.
import { AREAS, type Area } from "../../legal/areas.ts";
import { ENOUGH_CONFIDENCE } from "../confidence.ts";
import type { AreaShare } from "../types.ts";
import { calibrated } from "./calibration.ts";
import type { Analysis, Vote } from "./types.ts";

export interface Combined {
  /** Every area, `nenhuma` among them, likeliest first; the shares sum to 1. */
  shares: AreaShare[];
  /** 0..1: how often an area that this many agree on is right. */
  confidence: number;
  /** Share of the answering weight that stands behind the likeliest area, 0..1. */
  agreement: number;
}

/**
 * The linear opinion pool (Stone, "The opinion pool", 1961): the weighted mean of the voters' distributions over the areas. A model's is
 * its confidence on its area and the rest spread evenly; the rules' is their own shares, flattened as far as they are unsure. Whoever did not
 * answer is not in the sum and not in the denominator. Without an analysis the rules' own shares and confidence stand. "No legal problem"
 * on one voter's word alone is never confident.
 */
export function combine(
  scriptedShares: readonly AreaShare[],
  scriptedConfidence: number,
  analysis: Analysis | null | undefined,
): Combined {
  if (analysis === null || analysis === undefined || analysis.votes.length === 0) {
    return {
      shares: [...scriptedShares],
      confidence: scriptedConfidence,
      agreement: scriptedShares[0]?.share ?? 0,
    };
  }
  const pool = new Map<Area, number>();
  const add = (area: Area, mass: number) => pool.set(area, (pool.get(area) ?? 0) + mass);
  for (const { area, share } of scriptedBelief(scriptedShares, scriptedConfidence)) {
    add(area, analysis.scriptedWeight * share);
  }
  // Sums of fractions depend on their order; the votes come as quickly as their vendors answer.
  for (const vote of inFixedOrder(analysis.votes)) {
    for (const { area, share } of modelBelief(vote)) add(area, vote.weight * share);
  }
  const total = [...pool.values()].reduce((sum, mass) => sum + mass, 0);
  const shares = AREAS.map((area) => ({ area, share: (pool.get(area) ?? 0) / total })).sort(
    (a, b) => b.share - a.share || AREAS.indexOf(a.area) - AREAS.indexOf(b.area),
  );
  const agreement = shares[0]?.share ?? 0;
  const backers = [scriptedShares[0]?.area, ...analysis.votes.map(({ area }) => area)].filter(
    (area) => area === shares[0]?.area,
  );
  const isLonely = shares[0]?.area === "nenhuma" && backers.length < 2;
  const most = isLonely ? ENOUGH_CONFIDENCE - 0.01 : 1;
  return { shares, agreement, confidence: Math.min(most, calibrated(agreement)) };
}

/** The same votes, however they came in. */
export function inFixedOrder(votes: readonly Vote[]): Vote[] {
  return votes.toSorted((a, b) => compare(a.voter, b.voter) || a.weight - b.weight || compare(a.area, b.area));
}

// Nobody is so sure that a unanimous vote of all others means nothing.
const SUREST = 0.98;

function modelBelief({ area, confidence }: Vote): AreaShare[] {
  const sure = Math.min(SUREST, Math.max(1 / AREAS.length, confidence));
  const rest = (1 - sure) / (AREAS.length - 1);
  return AREAS.map((other) => ({ area: other, share: other === area ? sure : rest }));
}

function scriptedBelief(shares: readonly AreaShare[], confidence: number): AreaShare[] {
  const top = shares[0]?.share ?? 0;
  const known = top === 0 ? 0 : Math.min(1, confidence / top);
  const own = new Map(shares.map(({ area, share }) => [area, share]));
  return AREAS.map((area) => ({ area, share: known * (own.get(area) ?? 0) + (1 - known) / AREAS.length }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
