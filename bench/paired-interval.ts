// How far two readers of the same stories differ, with an interval: the paired bootstrap.
import { chanceOf } from "../src/domain/learning/random.ts";

const RESAMPLES = 5000;

/**
 * Mean of `ours - theirs` and the 2.5th and 97.5th percentiles of its mean over resampled stories (Efron and Tibshirani 1993, percentile
 * interval). Both lists are in the order of the same stories.
 */
export function pairedInterval(
  ours: readonly number[],
  theirs: readonly number[],
): { difference: number; low: number; high: number } {
  const differences = ours.map((value, index) => value - (theirs[index] ?? 0));
  const chance = chanceOf(1);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i++) sum += differences[Math.floor(chance() * differences.length)] ?? 0;
    return sum / differences.length;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return { difference: mean, low: at(0.025), high: at(0.975) };
}
