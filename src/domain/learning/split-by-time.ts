// Which cases teach and which ones judge: whole cases, and the judges are all later.
import { invalid } from "../../base/errors.ts";

export interface TimeSplit<Case> {
  training: Case[];
  validation: Case[];
}

/**
 * The latest `share` (0..1) of the cases, rounded, judge; the others teach. A validation set whose rows lie inside the
 * training window flatters a model. Cases of one instant stay on the training side together, so validation is strictly
 * later; it is empty when there is no instant to cut at.
 */
export function splitByTime<Case extends { at: Date }>(cases: readonly Case[], share: number): TimeSplit<Case> {
  if (!(share >= 0 && share < 1)) throw invalid("The share for validation is at least 0 and below 1.");
  const byTime = [...cases].sort((a, b) => a.at.getTime() - b.at.getTime());
  let cut = byTime.length - Math.round(share * byTime.length);
  while (cut > 0 && cut < byTime.length && byTime[cut]!.at.getTime() === byTime[cut - 1]!.at.getTime()) cut++;
  return { training: byTime.slice(0, cut), validation: byTime.slice(cut) };
}
