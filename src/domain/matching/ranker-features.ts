// What a learned ranker may look at: the nine features and the plain facts behind them, as one row of numbers.
import { kilometres } from "./geography.ts";
import type { Candidate, CaseFacts, FeatureKey, Features } from "./types.ts";

/** Raised when a column changes its meaning: a model of another version is refused, never misread. */
export const RANKER_FEATURES_VERSION = 1;

/**
 * The columns of a row, in their order. Nothing here counts past cases, offers or reviews: who has had much would get
 * more. The cosine itself is left out too, since it means another thing in each embedding space; `similarity` is on a common scale.
 */
export const RANKER_FEATURES = [
  "area",
  "similarity",
  "track_record",
  "geography",
  "qualification",
  "urgency_capacity",
  "reviews",
  "communication",
  "price",
  "subarea_match",
  "area_focus",
  "years",
  "titles",
  "fee_ratio",
  "response_minutes",
  "distance_km",
  "remote",
  "urgency_hours",
  "complexity",
  "shown_rank",
] as const;
export type RankerFeature = (typeof RANKER_FEATURES)[number];

/** Where the order is a matter of decency, a model of ours may not learn its opposite: a better review never lowers a score. */
export const RANKER_MONOTONE: Readonly<Partial<Record<RankerFeature, 1 | -1>>> = {
  area: 1,
  similarity: 1,
  track_record: 1,
  geography: 1,
  urgency_capacity: 1,
  reviews: 1,
  communication: 1,
  price: 1,
  subarea_match: 1,
  fee_ratio: -1,
  response_minutes: -1,
  distance_km: -1,
};

/** Which of the nine a column belongs to when it is put in words; null: a fact of the case or of its presentation. */
export const FEATURE_OF: Readonly<Record<RankerFeature, FeatureKey | null>> = {
  area: "A",
  similarity: "S",
  track_record: "T",
  geography: "G",
  qualification: "Q",
  urgency_capacity: "U",
  reviews: "R",
  communication: "C",
  price: "P",
  subarea_match: "A",
  area_focus: "A",
  years: "Q",
  titles: "Q",
  fee_ratio: "P",
  response_minutes: "U",
  distance_km: "G",
  remote: "G",
  urgency_hours: null,
  complexity: null,
  shown_rank: null,
};

/** Whoever is asked first is looked at with fresh eyes: a cause of acceptance that is no merit, learned and then held constant. */
export const SERVED_RANK = 1;

const COMPLEXITY = { low: 0, medium: 1, high: 2 } as const;
const REFERENCE_FEE_CENTS = 30_000;

/** Writes one row over `row` (as long as RANKER_FEATURES) and allocates nothing; NaN is an unknown fact. */
export function fillRankerRow(
  row: Float64Array,
  facts: CaseFacts,
  candidate: Candidate,
  features: Features,
  shownRank: number = SERVED_RANK,
): void {
  const subarea = facts.subarea === null ? 0.5 : candidate.subareas.includes(facts.subarea) ? 1 : 0;
  row[0] = features.A;
  row[1] = features.S;
  row[2] = features.T;
  row[3] = features.G;
  row[4] = features.Q;
  row[5] = features.U;
  row[6] = features.R;
  row[7] = features.C;
  row[8] = features.P;
  row[9] = subarea;
  row[10] = 1 / Math.max(1, candidate.areas.length);
  row[11] = candidate.yearsOfPractice;
  row[12] = Math.min(4, candidate.qualifications);
  row[13] = candidate.feeCents / Math.max(1, facts.budgetCents ?? REFERENCE_FEE_CENTS);
  row[14] = candidate.responseMinutesMedian ?? Number.NaN;
  row[15] = kilometres(facts, candidate) ?? Number.NaN;
  row[16] = candidate.remote ? 1 : 0;
  row[17] = facts.urgencyHours;
  row[18] = COMPLEXITY[facts.complexity];
  row[19] = shownRank;
}

/** Where in a row each of `names` is; throws RangeError for one that is no column. */
export function rankerColumns(names: readonly string[]): Int32Array {
  return Int32Array.from(names, (name) => {
    const column = indexOf(name);
    if (column === -1) throw new RangeError(`no column ${name}`);
    return column;
  });
}

/** Those of `names` that no row of ours has. */
export function unknownFeatures(names: readonly string[]): string[] {
  return names.filter((name) => indexOf(name) === -1);
}

export function isRankerFeature(name: string): name is RankerFeature {
  return indexOf(name) !== -1;
}

const INDEX: ReadonlyMap<string, number> = new Map(RANKER_FEATURES.map((name, column) => [name, column]));

function indexOf(name: string): number {
  return INDEX.get(name) ?? -1;
}
