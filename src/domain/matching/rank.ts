// The ranking: gates, score, near-best band, then whose turn it is; one receipt for everybody considered.
import { LEXICAL_SPACE } from "../embedding/space.ts";
import { turns } from "../equity/turn.ts";
import { FEATURE_CONSTANTS, featuresOf } from "./features.ts";
import { firstClosedGate, NEAR_KM } from "./gates.ts";
import { canonicalJson, fnv1a64 } from "./model-hash.ts";
import { COMPLEXITY_FACTORS, mapFeatures, PRESET_WEIGHTS, sumFeatures, weightsFor } from "./presets.ts";
import type { Candidate, Features, Gate, Ranking, RankingInput, Receipt } from "./types.ts";

/** Raised with every change of a formula that the hashed constants do not show. */
const FORMULA_VERSION = 1;

/** The band takes whoever scores within 10% of the best, at least 0.02 points. */
const BAND = { share: 0.1, least: 0.02 };
/** Inside the band. */
const FINAL = { score: 0.7, turn: 0.3 };
/** Finals closer than a thousandth are a tie: no feature is measured more finely, so the longest wait decides. */
const TIE = 0.001;

/** Of the ranker with all its presets. */
export const MODEL_HASH = fnv1a64(
  canonicalJson({ FORMULA_VERSION, PRESET_WEIGHTS, COMPLEXITY_FACTORS, FEATURE_CONSTANTS, NEAR_KM, BAND, FINAL, TIE }),
);

interface Contender {
  candidate: Candidate;
  features: Features;
  contributions: Features;
  score: number;
  turn: number;
  final: number;
  inBand: boolean;
}

/**
 * Ranks every candidate and chooses the first `take`. The order of `candidates` changes nothing.
 *
 * score = sum(weight * feature). Whoever is within max(0.02, 10%) of the best score is in the band and ordered by
 * 0.7 score + 0.3 turn (relevance first, then amortised attention: Biega et al., Equity of Attention, SIGIR 2018); ties go to
 * whoever was offered longest ago, never offered first, then by id. Beyond the band: by score.
 *
 * Throws RangeError when two candidates share an id, a caller's defect.
 */
export function rankCandidates(input: RankingInput): Ranking {
  const weights = weightsFor(input.case.preset, input.case.complexity);
  const gated: { id: string; gate: Gate }[] = [];
  const open: Candidate[] = [];
  for (const candidate of input.candidates) {
    const gate = firstClosedGate(input.case, candidate);
    if (gate) gated.push({ id: candidate.id, gate });
    else open.push(candidate);
  }
  refuseTwins(input.candidates);

  const turnOf = turns(open);
  const scored = open.map((candidate) => {
    const features = featuresOf(input.case, candidate, input.space ?? LEXICAL_SPACE);
    const contributions = mapFeatures((key) => weights[key] * features[key]);
    return {
      candidate,
      features,
      contributions,
      score: sumFeatures(contributions),
      turn: turnOf.get(candidate.id) ?? 0,
    };
  });

  const best = scored.reduce((top, { score }) => Math.max(top, score), 0);
  const bandWidth = Math.max(BAND.least, BAND.share * best);
  const contenders: Contender[] = scored.map((one) => {
    const inBand = one.score >= best - bandWidth;
    return { ...one, inBand, final: FINAL.score * one.score + (inBand ? FINAL.turn * one.turn : 0) };
  });

  const before = new Map<string, number>();
  const waited = waitedLonger(input.now);
  const byScore = contenders.toSorted((a, b) => b.score - a.score || waited(a.candidate, b.candidate));
  for (const [index, one] of byScore.entries()) before.set(one.candidate.id, index + 1);

  const ordered = contenders.toSorted((a, b) => byTurn(a, b) || waited(a.candidate, b.candidate));
  const take = Math.max(0, Math.floor(input.take));
  const receipts = ordered.map((one, index) => receiptOf(one, before.get(one.candidate.id) ?? null, index + 1, take));
  for (const { id, gate } of gated.sort((a, b) => compareIds(a.id, b.id))) receipts.push(gatedReceipt(id, gate));

  return {
    modelHash: MODEL_HASH,
    preset: input.case.preset,
    weights,
    bandWidth,
    receipts,
    chosen: receipts.filter((receipt) => receipt.chosen).map((receipt) => receipt.professionalId),
  };
}

/** The band first, by final; then the rest by score. 0 is a tie. */
function byTurn(a: Contender, b: Contender): number {
  if (a.inBand !== b.inBand) return a.inBand ? -1 : 1;
  return a.inBand ? Math.round(b.final / TIE) - Math.round(a.final / TIE) : b.score - a.score;
}

/** Never offered first, then offered longest ago (a time that is no time, or still to come, counts as now), then by id. */
function waitedLonger(now: Date): (a: Candidate, b: Candidate) => number {
  const latest = now.getTime();
  const offeredAt = ({ lastOfferedAt }: Candidate) => {
    if (lastOfferedAt === null) return Number.NEGATIVE_INFINITY;
    const time = lastOfferedAt.getTime();
    return Number.isNaN(time) ? latest : Math.min(time, latest);
  };
  return (a, b) => {
    const left = offeredAt(a);
    const right = offeredAt(b);
    return left === right ? compareIds(a.id, b.id) : left < right ? -1 : 1;
  };
}

/** By code unit: the same on every machine, unlike a locale's order. */
function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function receiptOf(one: Contender, rankBeforeEquity: number | null, rank: number, take: number): Receipt {
  const { features, contributions, score, turn, final, inBand } = one;
  return {
    professionalId: one.candidate.id,
    gate: null,
    features,
    contributions,
    score,
    turn,
    final,
    inBand,
    rankBeforeEquity,
    rank,
    chosen: rank <= take,
  };
}

function gatedReceipt(professionalId: string, gate: Gate): Receipt {
  return {
    professionalId,
    gate,
    features: null,
    contributions: null,
    score: null,
    turn: null,
    final: null,
    inBand: false,
    rankBeforeEquity: null,
    rank: null,
    chosen: false,
  };
}

function refuseTwins(candidates: readonly Candidate[]): void {
  if (new Set(candidates.map((candidate) => candidate.id)).size !== candidates.length) {
    throw new RangeError("two candidates share an id");
  }
}
