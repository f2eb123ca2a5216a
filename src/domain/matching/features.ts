// What is known of a candidate for a case, as nine numbers from 0 to 1.
import { LEXICAL_SPACE, SPACES } from "../embedding/space.ts";
import { kilometres } from "./geography.ts";
import type { Candidate, CaseFacts, Features } from "./types.ts";

/**
 * Cosines that count as nothing and as everything, per embedding space: a lexical space has near-orthogonal strangers,
 * dense models put any two texts of one language close together. Vectors of two spaces are never compared.
 *
 * Lexical is measured on our profiles. The two models' are read off published pairs, until `bench embedding --live` has
 * measured them: text-embedding-3-small gives unrelated texts about 0.1 to 0.2 and a question and its answer 0.4 to 0.6;
 * bge-m3's model card shows 0.35 for unrelated pairs and 0.63 to 0.68 for a question and its answer.
 */
const SIMILARITY_SCALES: Readonly<Record<string, { nothing: number; everything: number }>> = {
  [SPACES.openai.name]: { nothing: 0.15, everything: 0.65 },
  [SPACES.bge_m3.name]: { nothing: 0.35, everything: 0.75 },
  [LEXICAL_SPACE]: { nothing: 0.05, everything: 0.65 },
};
const UNKNOWN_SPACE = { nothing: 0, everything: 1 };

/** Weights of evidence, in cases or reviews, that the average stands for before someone's own count. */
const TRACK_PRIOR = { rate: 0.6, cases: 10, mostCases: 40 };
const REVIEW_PRIOR = { mean: 4.2, reviews: 5, mostReviews: 50 };

const REFERENCE_FEE_CENTS = 30_000;
const UNKNOWN_RESPONSE_HOURS = 12;
const LONGEST_URGENCY_HOURS = 720;

export const FEATURE_CONSTANTS = {
  SIMILARITY_SCALES,
  TRACK_PRIOR,
  REVIEW_PRIOR,
  REFERENCE_FEE_CENTS,
  UNKNOWN_RESPONSE_HOURS,
  LONGEST_URGENCY_HOURS,
};

/** All nine features, each 0..1; unknown facts give neutral values, never zero. `space` is that of the similarity. */
export function featuresOf(facts: CaseFacts, candidate: Candidate, space: string = LEXICAL_SPACE): Features {
  return {
    A: areaMatch(facts, candidate),
    S: similarityOf(candidate.similarity, space),
    T: trackRecord(candidate),
    G: geography(facts, candidate),
    Q: qualification(candidate),
    U: urgencyCapacity(facts, candidate),
    R: reviewed(candidate.reviewMean, candidate.reviewCount),
    C: reviewed(candidate.communicationMean ?? null, candidate.reviewCount),
    P: priceFit(facts, candidate),
  };
}

/** 0.6 for the area, 0.3 for the subarea (half when the case has none), up to 0.1 for practising few areas (1/n). 0 without the area. */
function areaMatch(facts: CaseFacts, candidate: Candidate): number {
  if (!candidate.areas.includes(facts.area)) return 0;
  const subarea = facts.subarea === null ? 0.5 : candidate.subareas.includes(facts.subarea) ? 1 : 0;
  return unit(0.6 + 0.3 * subarea + 0.1 / new Set(candidate.areas).size);
}

/** The cosine on its space's scale; 0.5 when there is none to compare. */
export function similarityOf(cosine: number | null, space: string): number {
  if (cosine === null || !Number.isFinite(cosine)) return 0.5;
  const { nothing, everything } = SIMILARITY_SCALES[space] ?? UNKNOWN_SPACE;
  return unit((cosine - nothing) / (everything - nothing));
}

/**
 * The share of closed cases won, drawn towards the average by its count: (won + 10 * 0.6) / (closed + 10), the mean of a
 * Beta posterior (Gelman et al., Bayesian Data Analysis, 2.4). Evidence stops counting at 40 cases: having had many
 * cases is not a merit, so volume alone neither lifts a veteran nor buries a newcomer.
 */
export function trackRecord(candidate: Candidate): number {
  const closed = Math.max(0, finite(candidate.casesClosed, 0));
  const share = closed === 0 ? 0 : unit(finite(candidate.casesWon, 0) / closed);
  return drawnTo(TRACK_PRIOR.rate, TRACK_PRIOR.cases, share, Math.min(closed, TRACK_PRIOR.mostCases));
}

/**
 * Halves every 100 km: 2^(-km / 100). Where both sides accept distance, at least 0.7; in the same state, at least 0.3.
 * Without coordinates: 0.6 in the same state, 0.5 when the case's place is unknown, 0.1 otherwise.
 */
function geography(facts: CaseFacts, candidate: Candidate): number {
  const km = kilometres(facts, candidate);
  const sameUf = facts.uf !== null && facts.uf === candidate.uf;
  const placeUnknown = km === null && facts.uf === null;
  const near = km !== null ? 2 ** (-km / 100) : placeUnknown ? 0.5 : sameUf ? 0.6 : 0.1;
  return unit(Math.max(near, sameUf ? 0.3 : 0, facts.remoteOk && candidate.remote ? 0.7 : 0));
}

/** 0.6 for years, half of it reached after 8 (1 - 2^(-years / 8)), and 0.4 for up to four further qualifications. */
function qualification(candidate: Candidate): number {
  const years = Math.max(0, finite(candidate.yearsOfPractice, 0));
  const titles = Math.min(4, Math.max(0, finite(candidate.qualifications, 0)));
  return unit(0.6 * (1 - 2 ** (-years / 8)) + 0.1 * titles);
}

/**
 * Able to act in time: an answer halves in worth for every eighth of the urgency it takes (at least half an hour), free
 * capacity is the share of the month left. The nearer the deadline, the more the answer counts: 24 / (24 + hours).
 */
function urgencyCapacity(facts: CaseFacts, candidate: Candidate): number {
  const hours = Math.min(LONGEST_URGENCY_HOURS, Math.max(1, finite(facts.urgencyHours, LONGEST_URGENCY_HOURS)));
  const minutes = candidate.responseMinutesMedian;
  const responseHours = minutes === null ? UNKNOWN_RESPONSE_HOURS : Math.max(0, finite(minutes, 720)) / 60;
  const answer = 2 ** (-responseHours / Math.max(0.5, hours / 8));
  const load = Math.max(0, finite(candidate.cases30d, 0)) + Math.max(0, finite(candidate.pendingOffers, 0));
  const free = candidate.capacityMonthly > 0 ? unit(1 - load / candidate.capacityMonthly) : 0;
  const urgent = 24 / (24 + hours);
  return unit(urgent * answer + (1 - urgent) * free);
}

/**
 * A mean of stars drawn towards 4.2 by the weight of five reviews, then 1..5 to 0..1 (the "Bayesian average" of
 * IMDb's chart). At most 50 reviews count. Without reviews it is the average itself: neutral.
 */
export function reviewed(mean: number | null, count: number): number {
  const stars = mean === null || !Number.isFinite(mean) ? null : Math.min(5, Math.max(1, mean));
  const weight = stars === null ? 0 : Math.min(Math.max(0, finite(count, 0)), REVIEW_PRIOR.mostReviews);
  const drawn = drawnTo(REVIEW_PRIOR.mean, REVIEW_PRIOR.reviews, stars ?? REVIEW_PRIOR.mean, weight);
  return unit((drawn - 1) / 4);
}

/** 1 / (1 + (fee / budget)^2): 1 free of charge, 0.5 at the budget, 0.2 at twice it. Without a budget R$ 300 stands for it. */
export function priceFit(facts: CaseFacts, candidate: Candidate): number {
  const budget = Math.max(1, finite(facts.budgetCents ?? REFERENCE_FEE_CENTS, REFERENCE_FEE_CENTS));
  const ratio = Math.max(0, finite(candidate.feeCents, REFERENCE_FEE_CENTS)) / budget;
  return unit(1 / (1 + ratio * ratio));
}

/** A mean of `own`, seen `weight` times, and `prior`, worth `priorWeight` observations. */
function drawnTo(prior: number, priorWeight: number, own: number, weight: number): number {
  return (prior * priorWeight + own * weight) / (priorWeight + weight);
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}
