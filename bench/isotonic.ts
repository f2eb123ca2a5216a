// Isotonic regression: the rising steps that fit shares of right answers best, as knots of straight lines.

export interface Observed {
  /** What was said, 0..1. */
  score: number;
  right: boolean;
}

export type Knot = readonly [score: number, share: number];

/**
 * Pool adjacent violators (Ayer et al. 1955; for probabilities Zadrozny and Elkan 2002) over groups of `least` neighbours in score, so that
 * no step rests on a few; a knot is a group's mean score and its share of right ones, with one right and one wrong added to each (Laplace).
 */
export function isotonicKnots(observed: readonly Observed[], least: number): Knot[] {
  const sorted = observed.toSorted((a, b) => a.score - b.score);
  const groups: Group[] = [];
  for (let at = 0; at < sorted.length; at += least) {
    const some = sorted.slice(at, at + least);
    groups.push({
      count: some.length,
      score: some.reduce((sum, { score }) => sum + score, 0),
      right: some.filter(({ right }) => right).length,
    });
    for (let top = groups.length - 1; top > 0 && shareOf(groups[top]) <= shareOf(groups[top - 1]); top--) {
      const [upper] = groups.splice(top, 1);
      const lower = groups[top - 1];
      if (upper === undefined || lower === undefined) break;
      lower.count += upper.count;
      lower.score += upper.score;
      lower.right += upper.right;
    }
  }
  return groups.map((group) => [group.score / group.count, shareOf(group)]);
}

interface Group {
  count: number;
  score: number;
  right: number;
}

function shareOf(group: Group | undefined): number {
  return group === undefined ? 0 : (group.right + 1) / (group.count + 2);
}
