// How many new cases a month a professional is asked to take: what they said, or a cautious guess from the profile.

export const MAX_MONTHLY_CAPACITY = 60;

export interface CapacityProfile {
  /** What the professional entered; null when nothing was. */
  declared: number | null;
  yearsOfPractice: number;
  /** Lawyers or doctors who work the cases with them, themselves not counted. */
  colleagues?: number;
  /** Works as a professional only part of the week. */
  partTime?: boolean;
}

/** New cases a month by years of practice, for those who declared nothing. Ours: a start that the professional can change. */
const BY_YEARS: readonly { fromYears: number; cases: number }[] = [
  { fromYears: 15, cases: 10 },
  { fromYears: 5, cases: 8 },
  { fromYears: 2, cases: 6 },
  { fromYears: 0, cases: 4 },
];

const CASES_PER_COLLEAGUE = 4;

/**
 * Cases a month, a whole number 0..60. What was declared wins (0 means "none for now");
 * else the table by years, 4 more for each colleague, half of it part-time, at least 1.
 */
export function monthlyCapacity(profile: CapacityProfile): number {
  if (profile.declared !== null && Number.isFinite(profile.declared)) {
    return Math.min(MAX_MONTHLY_CAPACITY, Math.max(0, Math.floor(profile.declared)));
  }
  const base = BY_YEARS.find((row) => profile.yearsOfPractice >= row.fromYears)?.cases ?? 4;
  const whole = base + CASES_PER_COLLEAGUE * Math.max(0, Math.floor(profile.colleagues ?? 0));
  const cases = profile.partTime ? Math.floor(whole / 2) : whole;
  return Math.min(MAX_MONTHLY_CAPACITY, Math.max(1, cases));
}
