// How many new cases in 30 days a professional is asked to take: what they said within bounds, or a guess from the profile.

export const MAX_MONTHLY_CAPACITY = 60;

/** What the table reads of somebody. */
export interface PracticeFacts {
  yearsOfPractice: number;
  practice: keyof typeof PRACTICE_FACTOR;
  /** Through Vez. */
  casesClosed: number;
  /** From offer to answer; null before the first. */
  responseMinutesMedian: number | null;
  /** Offers of the last 90 days that ended with a word of theirs, and those that ran out. */
  answered: number;
  expired: number;
}

/** Cases by years of practice: the first row whose bound is reached. Ours, a start that the professional can change. */
export const CASES_BY_YEARS: readonly { from: number; cases: number }[] = [
  { from: 15, cases: 10 },
  { from: 5, cases: 8 },
  { from: 2, cases: 6 },
  { from: 0, cases: 4 },
];

/** Hands that share the work, or days that it gets. */
export const PRACTICE_FACTOR = { solo: 1, office: 1.5, firm: 2, part_time: 0.5 } as const;

/** One case more, once: that the work is brought to its end is known then. No more, or the busy would grow busier. */
export const PROVEN = { casesClosed: 10, cases: 1 };
/** One more for an answer within four hours, one less where it takes over a day. */
export const RESPONSE = { quickMinutes: 240, slowMinutes: 1440, cases: 1 };
/** Whoever leaves half of the offers unanswered has less room than the profile says; below five nothing is known. */
export const UNANSWERED = { leastOffers: 5, share: 0.5, factor: 0.75, days: 90 };

/** Cases in 30 days, 1..60, by the table of docs/decisions/capacity.md. */
export function capacityByTable(facts: PracticeFacts): number {
  const { casesClosed, responseMinutesMedian: minutes, answered, expired } = facts;
  const base = CASES_BY_YEARS.find((row) => facts.yearsOfPractice >= row.from)?.cases ?? 4;
  const proven = casesClosed >= PROVEN.casesClosed ? PROVEN.cases : 0;
  const quick = minutes !== null && minutes <= RESPONSE.quickMinutes ? RESPONSE.cases : 0;
  const slow = minutes !== null && minutes > RESPONSE.slowMinutes ? RESPONSE.cases : 0;
  const offers = answered + expired;
  const silent = offers >= UNANSWERED.leastOffers && answered < offers * UNANSWERED.share;
  const cases = (base + proven + quick - slow) * PRACTICE_FACTOR[facts.practice] * (silent ? UNANSWERED.factor : 1);
  return Math.min(MAX_MONTHLY_CAPACITY, Math.max(1, Math.floor(cases)));
}

/** What may be declared where the table says `byTable`: half to double of it, never over 60. 0 ("none for now") always may. */
export function capacityBounds(byTable: number): { least: number; most: number } {
  return { least: Math.ceil(byTable / 2), most: Math.min(MAX_MONTHLY_CAPACITY, byTable * 2) };
}

/** True where `declared` cases may be declared by somebody for whom the table says `byTable`. */
export function mayDeclare(declared: number, byTable: number): boolean {
  const { least, most } = capacityBounds(byTable);
  return declared === 0 || (Number.isInteger(declared) && declared >= least && declared <= most);
}
