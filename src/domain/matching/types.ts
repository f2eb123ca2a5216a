// The shapes that go into a ranking and come out of it: the case, the candidates, and one receipt for each of them.
import type { AreaPool, Fairness, TurnFacts } from "../equity/pool.ts";
import type { LearnedInput, LearnedPart, LearnedUse } from "./model.ts";

export const PRESETS = ["fast", "expert", "balanced", "economic"] as const;
export type PresetName = (typeof PRESETS)[number];

/** What the ranker knows of a case; nothing of who the client is. */
export interface CaseFacts {
  id: string;
  /** Area slug of src/domain/legal/areas.ts. */
  area: string;
  subarea: string | null;
  urgencyHours: number;
  complexity: "low" | "medium" | "high";
  uf: string | null;
  lat: number | null;
  lon: number | null;
  /** The client accepts to be served at a distance. */
  remoteOk: boolean;
  /** Languages the client can speak; empty when unknown. */
  languages: string[];
  /** What the client can pay for a first consultation. */
  budgetCents: number | null;
  preset: PresetName;
  adverseParties: string[];
  /** Professionals never to be asked again for this case. */
  declinedBy: string[];
}

/** A professional as retrieval found them. Optional fields are facts that a caller may not hold. */
export interface Candidate {
  id: string;
  /** Cosine -1..1 to the case, both vectors of one space; null when there is no vector of that space. */
  similarity: number | null;
  areas: string[];
  subareas: string[];
  uf: string;
  lat: number | null;
  lon: number | null;
  remote: boolean;
  yearsOfPractice: number;
  /** Count of post-graduate titles, certificates, teaching posts. */
  qualifications: number;
  feeCents: number;
  languages: string[];
  casesWon: number;
  casesClosed: number;
  /** 1..5, null without reviews. */
  reviewMean: number | null;
  reviewCount: number;
  /** 1..5, the reviews' sub-score for communication, over `reviewCount` reviews; absent or null is neutral. */
  communicationMean?: number | null;
  responseMinutesMedian: number | null;
  capacityMonthly: number;
  /** Load of the rolling 30 days, from the ledger. */
  cases30d: number;
  pendingOffers: number;
  lastOfferedAt: Date | null;
  active: boolean;
  onLeave: boolean;
  /** null = the check could not be made: fails closed. */
  conflict: boolean | null;
  /** Breaks ties of equal shortfall: an operator's integer, with a reason; never bought, never lifts the cap. 0 for nearly all. */
  priority: number;
  /** Of the case's area. Absent (nothing known of the area): all cases and open offers count, the weight is the capacity over the areas. */
  turnFacts?: TurnFacts;
  /** Absent = checked by the caller's query; null = could not be checked: fails closed. */
  licensed?: boolean | null;
  /** Asked for no more offers. */
  optedOut?: boolean;
  /** He or the client wants no more of the other; whose wish it was is not said. */
  blocked?: boolean;
  /** Got as many messages as the limit per day allows. */
  rateLimited?: boolean;
}

/** The hard conditions, in the order in which they are tried. */
export const GATES = [
  "inactive",
  "licence",
  "opted_out",
  "on_leave",
  "already_asked",
  "blocked",
  "conflict",
  "area",
  "language",
  "distance",
  "at_capacity",
  "rate_limited",
] as const;
export type Gate = (typeof GATES)[number];

/** The order in which features are summed, printed and hashed. */
export const FEATURE_KEYS = ["A", "S", "T", "G", "Q", "U", "R", "C", "P"] as const;
export type FeatureKey = (typeof FEATURE_KEYS)[number];

/** Each 0..1: area, similarity, track record, geography, qualification, urgency capacity, reviews, communication, price. */
export type Features = Record<FeatureKey, number>;

/** Why someone was, or was not, chosen. All numbers are null behind a failed gate. */
export interface Receipt {
  professionalId: string;
  /** The first gate that failed; null when none did. */
  gate: Gate | null;
  features: Features | null;
  /** (1 - learned share) * weight * feature; their sum and the learned part's is `score`. */
  contributions: Features | null;
  /** Null where no learned model has a share of the score. */
  learned: LearnedPart | null;
  /** 0..1 */
  score: number | null;
  /** In cases: the fair share of the area over the rolling 30 days. */
  target: number | null;
  /** In cases: what is missing to the fair share; negative when ahead of it. */
  shortfall: number | null;
  /** 0..1: 0.5 is exactly at the fair share, above it the turn is due. */
  turn: number | null;
  /** (1 - strength) score + strength turn at the quality floor or above it; (1 - strength) score below it. */
  final: number | null;
  /** At the quality floor or above it: turns count among these only. */
  inBand: boolean;
  /** From 1. */
  rankBeforeEquity: number | null;
  rank: number | null;
  chosen: boolean;
}

/** What the turns were worked out from, as used: what was given, or what stands in for it. */
export interface EquityUsed {
  pool: AreaPool;
  fairness: Fairness;
}

export interface Ranking extends EquityUsed {
  /** Of preset weights, shifts, constants and formula version; changes whenever the same input could rank otherwise. */
  modelHash: string;
  /** The learned model and its share of the score; null when none serves. */
  learned: LearnedUse | null;
  preset: PresetName;
  /** After the complexity shift; sums to 1. */
  weights: Features;
  /** From the best score down to the quality floor, in points of score. */
  bandWidth: number;
  /** One for every candidate considered: by rank, then the gated by id. */
  receipts: Receipt[];
  /** Ids, best first, at most `take`. */
  chosen: string[];
}

export interface RankingInput {
  case: CaseFacts;
  candidates: readonly Candidate[];
  /** How many to choose. */
  take: number;
  now: Date;
  /** Space of the similarities; the lexical one when absent. Each space has its own scale. */
  space?: string;
  /** Totals of the case's area; absent: summed over the candidates who practise it. */
  pool?: AreaPool;
  /** Absent: DEFAULT_FAIRNESS of src/domain/equity/turn.ts. */
  fairness?: Fairness;
  /** The learned model that serves; absent: presets alone. */
  learned?: LearnedInput | null;
}
