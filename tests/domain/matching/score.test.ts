import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { learnedShare, MOST_LEARNED } from "../../../src/domain/matching/blend.ts";
import { featuresOf } from "../../../src/domain/matching/features.ts";
import type { LearnedInput, RankerModel } from "../../../src/domain/matching/model.ts";
import { MODEL_HASH, rankCandidates } from "../../../src/domain/matching/rank.ts";
import {
  FEATURE_OF,
  fillRankerRow,
  RANKER_FEATURES,
  RANKER_MONOTONE,
  unknownFeatures,
} from "../../../src/domain/matching/ranker-features.ts";
import { FEATURE_KEYS, PRESETS } from "../../../src/domain/matching/types.ts";
import { arbitraryCandidates, arbitraryCase, makeCandidate, makeCase, NOW } from "./make.ts";

/** A model that adds up: its Shapley values are coefficient * (value - usual value), the base is its score of usual values. */
function linear(coefficients: Record<string, number>, scale: { low: number; high: number }): RankerModel {
  const features = Object.keys(coefficients);
  const usual = 0.5;
  return {
    hash: "a".repeat(64),
    features,
    ...scale,
    score: (row) => features.reduce((sum, name, i) => sum + (coefficients[name] ?? 0) * (row[i] ?? 0), 0),
    explain: (row, parts) => {
      for (const [i, name] of features.entries()) parts[i] = (coefficients[name] ?? 0) * ((row[i] ?? 0) - usual);
      return features.reduce((sum, name) => sum + (coefficients[name] ?? 0) * usual, 0);
    },
  };
}

const PRICE = linear({ price: 1, reviews: 0.25 }, { low: 0, high: 1.25 });
const served = (gradedCases: number, model: RankerModel | null = PRICE): LearnedInput => ({
  hash: "a".repeat(64),
  model,
  gradedCases,
});

describe("the learned share", () => {
  test("is nothing up to 200 graded cases, then grows without a step, and leaves the client's wish a tenth", () => {
    expect([0, 1, 199, 200, -5, Number.NaN].map(learnedShare)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(learnedShare(201)).toBeLessThan(0.002);
    expect(learnedShare(1000)).toBeCloseTo(MOST_LEARNED / 2, 12);
    expect(learnedShare(Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(MOST_LEARNED);
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (a, b) => {
        expect(learnedShare(Math.max(a, b))).toBeGreaterThanOrEqual(learnedShare(Math.min(a, b)));
      }),
    );
  });

  test("is said by the ranking with its reason, and the fingerprint tells models and shares apart", () => {
    const rank = (learned: LearnedInput | null) =>
      rankCandidates({ case: makeCase(), candidates: [makeCandidate("a")], take: 1, now: NOW, learned });
    expect(rank(null).learned).toBeNull();
    expect(rank(served(80)).learned).toMatchObject({ share: 0, gradedCases: 80, reason: "cold_start" });
    expect(rank(served(1000)).learned).toMatchObject({ share: 0.45, reason: "blend" });
    expect(rank(served(1000, null)).learned).toMatchObject({ share: 0, reason: "unreadable" });
    expect(rank(null).modelHash).toBe(MODEL_HASH);
    expect(rank(served(80)).modelHash).toBe(MODEL_HASH);
    expect(rank(served(1000)).modelHash).not.toBe(rank(served(2000)).modelHash);
    expect(rank({ ...served(1000), hash: "b".repeat(64) }).modelHash).not.toBe(rank(served(1000)).modelHash);
  });
});

describe("a blended score", () => {
  test("is exactly the sum of the preset's contributions and the learned parts, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, fc.integer({ min: 201, max: 9000 }), (facts, candidates, n) => {
        const { receipts, learned } = rankCandidates({
          case: facts,
          candidates,
          take: 3,
          now: NOW,
          learned: served(n, linear({ price: 2, years: 0.1, complexity: -1 }, { low: -1, high: 3 })),
        });
        for (const receipt of receipts) {
          if (receipt.gate !== null || receipt.contributions === null || receipt.learned === null) continue;
          const preset = FEATURE_KEYS.reduce((sum, key) => sum + (receipt.contributions?.[key] ?? 0), 0);
          const { base, cut, parts, score } = receipt.learned;
          const model = base + cut + Object.values(parts).reduce((sum, part) => sum + part, 0);
          expect(Math.abs(preset + model - (receipt.score ?? 0))).toBeLessThan(1e-9);
          expect(Math.abs(model - (learned?.share ?? 0) * score)).toBeLessThan(1e-9);
          expect(receipt.score).toBeGreaterThanOrEqual(0);
          expect(receipt.score).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test("cuts off what lies beyond the model's scale, and says how much", () => {
    const model = linear({ years: 1 }, { low: 0, high: 4 });
    const [receipt] = rankCandidates({
      case: makeCase(),
      candidates: [makeCandidate("a", { yearsOfPractice: 8 })],
      take: 1,
      now: NOW,
      learned: served(1000, model),
    }).receipts;
    expect(receipt?.learned?.score).toBe(1);
    expect(receipt?.learned?.cut).toBeCloseTo(-0.45, 12);
  });

  test("changes when one learned number changes, and without a share it does not: presets never overwrite a model", () => {
    const candidates = [
      makeCandidate("cheap", { feeCents: 1_000, reviewMean: 3.8 }),
      makeCandidate("liked", { feeCents: 40_000, reviewMean: 5, reviewCount: 50 }),
    ];
    const order = (learned: LearnedInput) =>
      rankCandidates({
        case: makeCase(),
        candidates,
        take: 2,
        now: NOW,
        learned,
        fairness: { strength: 0, floor: 0.8 },
      }).receipts.map((receipt) => [receipt.professionalId, receipt.score]);
    const whole = linear({ price: 1, reviews: 0.25 }, { low: 0, high: 4 });
    const perturbed = linear({ price: 1, reviews: 3 }, { low: 0, high: 4 });
    expect(order(served(5000, whole)).map(([id]) => id)).toEqual(["cheap", "liked"]);
    expect(order(served(5000, perturbed)).map(([id]) => id)).toEqual(["liked", "cheap"]);
    expect(order(served(199, perturbed))).toEqual(order(served(199, whole)));
    for (const preset of PRESETS) {
      const scores = (model: RankerModel) =>
        rankCandidates({
          case: makeCase({ preset }),
          candidates,
          take: 2,
          now: NOW,
          learned: served(5000, model),
        }).receipts.map((receipt) => receipt.score);
      expect(scores(perturbed)).not.toEqual(scores(whole));
    }
  });

  test("of a candidate depends on that candidate alone: scored first, last, twice or among others it is the same", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, (facts, candidates) => {
        const scores = (of: typeof candidates) =>
          new Map(
            rankCandidates({ case: facts, candidates: of, take: 3, now: NOW, learned: served(3000) }).receipts.map(
              (receipt) => [receipt.professionalId, [receipt.score, receipt.learned]],
            ),
          );
        const together = scores(candidates);
        for (const one of candidates) expect(scores([one]).get(one.id)).toEqual(together.get(one.id));
        expect(scores(candidates.toReversed())).toEqual(together);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a row for a learned model", () => {
  const rowOf = (changes: Parameters<typeof makeCandidate>[1], facts = makeCase()) => {
    const candidate = makeCandidate("a", changes);
    const row = new Float64Array(RANKER_FEATURES.length);
    fillRankerRow(row, facts, candidate, featuresOf(facts, candidate));
    return row;
  };

  test("holds every column: none is left at what another candidate had before", () => {
    const facts = makeCase();
    const candidate = makeCandidate("a");
    const fresh = new Float64Array(RANKER_FEATURES.length).fill(777);
    fillRankerRow(fresh, facts, candidate, featuresOf(facts, candidate));
    expect([...fresh]).not.toContain(777);
    expect(fresh).toEqual(rowOf({}));
    expect(Object.keys(FEATURE_OF)).toEqual([...RANKER_FEATURES]);
  });

  test("says what differs: no two columns hold the same numbers, and none is rounded to whole ones", () => {
    const rows = fc.sample(fc.tuple(arbitraryCase, arbitraryCandidates), 60).flatMap(([facts, all]) =>
      all.map((candidate) => {
        const row = new Float64Array(RANKER_FEATURES.length);
        fillRankerRow(row, facts, candidate, featuresOf(facts, candidate));
        return row;
      }),
    );
    const columns = RANKER_FEATURES.map((_, column) => rows.map((row) => row[column]).join());
    expect(new Set(columns).size).toBe(RANKER_FEATURES.length);
    for (const name of ["area", "similarity", "track_record", "reviews", "price", "fee_ratio"]) {
      const at = RANKER_FEATURES.map(String).indexOf(name);
      expect(rows.some((row) => !Number.isInteger(row[at]))).toBe(true);
    }
  });

  test("does not know how much somebody has had: more cases, offers or reviews of the same quality change nothing", () => {
    const settled = { casesWon: 30, casesClosed: 40, reviewCount: 50 };
    const veteran = { casesWon: 300, casesClosed: 400, reviewCount: 900, lastOfferedAt: NOW, priority: 3 };
    expect(rowOf(veteran)).toEqual(rowOf(settled));
  });

  test("prefers nobody for cases already taken this month: a fuller month never raises a monotone column", () => {
    const idle = rowOf({ cases30d: 0 });
    const busy = rowOf({ cases30d: 6 });
    for (const [column, name] of RANKER_FEATURES.entries()) {
      const direction = RANKER_MONOTONE[name] ?? 0;
      if (direction !== 0) expect(direction * ((busy[column] ?? 0) - (idle[column] ?? 0))).toBeLessThanOrEqual(0);
      else expect(busy[column]).toBe(idle[column]);
    }
  });

  test("keeps unknown facts apart from zero", () => {
    const row = rowOf({ responseMinutesMedian: null, lat: null });
    expect(row[RANKER_FEATURES.indexOf("response_minutes")]).toBeNaN();
    expect(row[RANKER_FEATURES.indexOf("distance_km")]).toBeNaN();
    expect(rowOf({ responseMinutesMedian: 0 })[RANKER_FEATURES.indexOf("response_minutes")]).toBe(0);
  });

  test("holds the place constant at which somebody was shown", () => {
    expect(rowOf({})[RANKER_FEATURES.indexOf("shown_rank")]).toBe(1);
  });
});

test("columns that no row has are named", () => {
  expect(unknownFeatures(["reviews", "Column_0", "shown_rank", "cases_30d"])).toEqual(["Column_0", "cases_30d"]);
});
