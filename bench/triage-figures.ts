// Figures of a classifier: macro-F1 and expected calibration error.

/** Mean over the classes that occur in `right` of the harmonic mean of precision and recall, 0..1. */
export function macroF1(pairs: readonly { right: string; said: string | null }[]): number {
  const classes = [...new Set(pairs.map(({ right }) => right))];
  const scores = classes.map((one) => {
    const hits = pairs.filter(({ right, said }) => right === one && said === one).length;
    const said = pairs.filter((pair) => pair.said === one).length;
    const there = pairs.filter(({ right }) => right === one).length;
    return hits === 0 ? 0 : (2 * hits) / (said + there);
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/**
 * Expected calibration error over ten bins of equal width (Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities
 * using Bayesian binning", 2015): the mean distance between confidence and share of right answers, weighted by the bins' sizes.
 */
export function calibrationError(answers: readonly { confidence: number; right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = answers.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    if (inside.length === 0) continue;
    const confidence = inside.reduce((sum, answer) => sum + answer.confidence, 0) / inside.length;
    const right = inside.filter((answer) => answer.right).length / inside.length;
    error += (inside.length / answers.length) * Math.abs(confidence - right);
  }
  return error;
}

const BINS = 10;
