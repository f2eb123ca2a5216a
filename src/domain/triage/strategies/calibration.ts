// From agreement to confidence: how often an area was right that so much of the weight stood behind.
import { AGREEMENT_KNOTS } from "./agreement-knots.ts";

/** 0..0.98, never falling as agreement rises: straight lines between the knots that bench/fit-agreement.ts found. */
export function calibrated(agreement: number): number {
  const at = Math.min(1, Math.max(0, agreement));
  let [x0, y0] = [0, 0];
  for (const [x1, y1] of AGREEMENT_KNOTS) {
    if (at <= x1) return rounded(x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0));
    [x0, y0] = [x1, y1];
  }
  return rounded(y0);
}

// A few hundred stories cannot tell one in fifty from never.
const SUREST = 0.98;

function rounded(confidence: number): number {
  return Math.round(100 * Math.min(SUREST, confidence)) / 100;
}
