// How sure the classification is: share of the top area, its margin, and how much there was to go by.
import type { Classification } from "./classify.ts";

/** 0..1: `top share * (0.8 + 0.2 * margin) * evidence / (evidence + 1.5)`; see docs/decisions/triage-classifier.md for its calibration. */
export function confidenceOf(reading: Pick<Classification, "shares" | "evidence">): number {
  const top = reading.shares[0]?.share ?? 0;
  const margin = top - (reading.shares[1]?.share ?? 0);
  const mass = reading.evidence / (reading.evidence + 1.5);
  return Math.round(100 * Math.min(0.99, top * (0.8 + 0.2 * margin) * mass)) / 100;
}

/** Below this the interviewer asks on, and at the end gives the conversation to a person. */
export const ENOUGH_CONFIDENCE = 0.45;
