// How much of the score a learned model decides: nothing until there is something to learn from, never all of it.

/** Below so many graded cases the presets serve alone. */
export const COLD_START_CASES = 200;
/** So many graded cases beyond those stand for as much as the presets' judgement does. */
export const PRESET_WORTH_CASES = 800;
/** The client's wish, which is the preset, always keeps the rest. */
export const MOST_LEARNED = 0.9;

/** Numbers that the model's hash covers. */
export const BLEND_CONSTANTS = { COLD_START_CASES, PRESET_WORTH_CASES, MOST_LEARNED };

/**
 * The learned share of the score, 0..0.9: 0.9 m / (m + 800), m graded cases beyond the first 200. The form is Bühlmann's
 * credibility (1967), n / (n + k): the same experience against a prior that is worth k observations. It grows without a step.
 */
export function learnedShare(gradedCases: number): number {
  if (!(gradedCases > COLD_START_CASES)) return 0;
  const beyond = Math.min(gradedCases, Number.MAX_SAFE_INTEGER) - COLD_START_CASES;
  return (MOST_LEARNED * beyond) / (beyond + PRESET_WORTH_CASES);
}
