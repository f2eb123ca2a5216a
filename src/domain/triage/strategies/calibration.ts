// From agreement to confidence: how often an area was right that so much of the weight stood behind.

/** 0..1, never falling as agreement rises: straight lines between the knots. */
export function calibrated(agreement: number): number {
  const at = Math.min(1, Math.max(0, agreement));
  let [x0, y0] = [0, 0];
  for (const [x1, y1] of KNOTS) {
    if (at <= x1) return round(x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0));
    [x0, y0] = [x1, y1];
  }
  return round(y0);
}

const KNOTS: readonly (readonly [agreement: number, confidence: number])[] = [
  [0.25, 0.25],
  [0.45, 0.55],
  [0.6, 0.78],
  [0.75, 0.9],
  [1, 0.98],
];

function round(confidence: number): number {
  return Math.round(100 * confidence) / 100;
}
