// The ranking: gates, score, then whose turn it is among those who fit; one receipt for everybody considered.
import { LEXICAL_SPACE } from "../embedding/space.ts";
import { DEFAULT_FAIRNESS, TURN_CONSTANTS } from "../equity/turn.ts";
import { BLEND_CONSTANTS } from "./blend.ts";
import { FEATURE_CONSTANTS } from "./features.ts";
import { firstClosedGate, NEAR_KM } from "./gates.ts";
import type { LearnedPart, LearnedUse } from "./model.ts";
import { canonicalJson, fnv1a64 } from "./model-hash.ts";
import type { Standing } from "./order-by-turn.ts";
import {
  compareScores,
  compareStandings,
  factsOf,
  finalOf,
  offeredAt,
  poolOf,
  qualityFloor,
  TIE,
  turnIn,
} from "./order-by-turn.ts";
import { COMPLEXITY_FACTORS, PRESET_WEIGHTS, weightsFor } from "./presets.ts";
import { RANKER_FEATURES, RANKER_FEATURES_VERSION } from "./ranker-features.ts";
import { scorerOf } from "./score.ts";
import type { Candidate, Features, Gate, Ranking, RankingInput, Receipt } from "./types.ts";

/** Raised with every change of a formula that the hashed constants do not show. */
const FORMULA_VERSION = 2;

/** Of the ranker with all its presets. */
export const MODEL_HASH = fnv1a64(
  canonicalJson({
    FORMULA_VERSION,
    PRESET_WEIGHTS,
    COMPLEXITY_FACTORS,
    FEATURE_CONSTANTS,
    NEAR_KM,
    TURN_CONSTANTS,
    DEFAULT_FAIRNESS,
    TIE,
    BLEND_CONSTANTS,
    RANKER_FEATURES,
    RANKER_FEATURES_VERSION,
  }),
);

/** Of the presets with a learned model that has a share of the score; one without a share changes nothing. */
export function modelHashWith(use: LearnedUse | null): string {
  if (use === null || use.share === 0) return MODEL_HASH;
  return fnv1a64(canonicalJson({ MODEL_HASH, artefact: use.hash, share: use.share }));
}

interface Contender extends Standing {
  features: Features;
  contributions: Features;
  learned: LearnedPart | null;
  target: number;
  turn: number;
}

/**
 * Ranks every candidate and chooses the first `take`. The order of `candidates` changes nothing.
 *
 * The score is of score.ts, the order of order-by-turn.ts. Throws RangeError when two candidates share an id, a caller's defect.
 */
export function rankCandidates(input: RankingInput): Ranking {
  refuseTwins(input.candidates);
  const weights = weightsFor(input.case.preset, input.case.complexity);
  const pool = input.pool ?? poolOf(input.case.area, input.candidates);
  const fairness = input.fairness ?? DEFAULT_FAIRNESS;
  const gated: { id: string; gate: Gate }[] = [];
  const open: { candidate: Candidate; features: Features; score: number }[] = [];
  const scorer = scorerOf(input.case, weights, input.space ?? LEXICAL_SPACE, input.learned);
  for (const candidate of input.candidates) {
    const gate = firstClosedGate(input.case, candidate);
    if (gate) {
      gated.push({ id: candidate.id, gate });
      continue;
    }
    open.push({ candidate, ...scorer.score(candidate) });
  }

  const best = open.reduce((top, { score }) => Math.max(top, score), 0);
  const floor = qualityFloor(best, fairness);
  const contenders: Contender[] = open.map(({ candidate, features, score }) => {
    const turn = turnIn(pool, factsOf(candidate));
    const inBand = score >= floor;
    return {
      id: candidate.id,
      features,
      ...scorer.explain(candidate, features),
      score,
      ...turn,
      inBand,
      final: finalOf(score, turn.turn, inBand, fairness.strength),
      priority: candidate.priority,
      offeredAt: offeredAt(candidate, input.now),
    };
  });

  const before = new Map<string, number>();
  for (const [index, one] of contenders.toSorted(compareScores).entries()) before.set(one.id, index + 1);
  const take = Math.max(0, Math.floor(input.take));
  const receipts = contenders
    .toSorted(compareStandings)
    .map((one, index) => receiptOf(one, before.get(one.id) ?? null, index + 1, take));
  for (const { id, gate } of gated.sort((a, b) => (a.id < b.id ? -1 : 1))) receipts.push(gatedReceipt(id, gate));

  return {
    modelHash: modelHashWith(scorer.use),
    learned: scorer.use,
    preset: input.case.preset,
    weights,
    bandWidth: best - floor,
    pool,
    fairness,
    receipts,
    chosen: receipts.filter((receipt) => receipt.chosen).map((receipt) => receipt.professionalId),
  };
}

function receiptOf(one: Contender, rankBeforeEquity: number | null, rank: number, take: number): Receipt {
  const { features, contributions, learned, score, target, shortfall, turn, final, inBand } = one;
  return {
    professionalId: one.id,
    gate: null,
    features,
    contributions,
    learned,
    score,
    target,
    shortfall,
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
    learned: null,
    score: null,
    target: null,
    shortfall: null,
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
