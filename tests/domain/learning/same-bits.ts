// One training whose forest is known to the last bit: Node's tests and workerd's compare with the same digest.
import { datasetOf } from "../../../src/domain/learning/dataset.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { train } from "../../../src/domain/learning/train.ts";

/** Of the values of all leaves; changes when, and only when, what training computes does. */
export const LEAVES_SHA256 = "8731cc41419bbbc53313ae289a180a1c262243d324f6864c2943e4af95413f48";

/** Many cases of different sizes, so that every discount and a wide range of odds take part. */
export async function digestOfLeaves(): Promise<string> {
  const chance = chanceOf(3);
  const groups = Array.from({ length: 40 }, (_, group) => {
    const rows = Array.from({ length: 3 + group }, () => [chance(), chance(), chance()]);
    return { rows, labels: rows.map(([first]) => Math.floor(4 * first! * chance() + chance())) };
  });
  const { forest } = train(datasetOf(["a", "b", "c"], groups), {
    trees: 40,
    learningRate: 0.3,
    maxLeaves: 16,
    maxDepth: 0,
    minChildWeight: 0.01,
    minChildRows: 1,
    l2: 0.1,
    gamma: 0,
    maxBins: 64,
    rowShare: 0.7,
    featureShare: 0.7,
    sigma: 2,
    truncation: 20,
    dampSettledPairs: true,
    levelGroups: true,
    levelRows: true,
    monotone: { b: 1 },
    patience: 0,
    ndcgAt: 10,
    seed: 11,
  });
  const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(new Float64Array(forest.value).buffer));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
