// Our own ranker: later cases judge, each by itself, and a better review never lowers a score.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GradedCase, judge } from "../../../src/domain/learning/graded-case.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { scoreRow } from "../../../src/domain/learning/score-forest.ts";
import { featuresOf } from "../../../src/domain/matching/features.ts";
import { firstClosedGate } from "../../../src/domain/matching/gates.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import { fillRankerRow, RANKER_FEATURES } from "../../../src/domain/matching/ranker-features.ts";
import { rankerModelOf } from "../../../src/domain/matching/ranker-model.ts";
import { trainRanker } from "../../../src/domain/matching/ranker-training.ts";
import { FEATURE_KEYS } from "../../../src/domain/matching/types.ts";
import { arbitraryCandidates, arbitraryCase, makeCandidate, makeCase, NOW } from "./make.ts";

const SHOWN = RANKER_FEATURES.indexOf("shown_rank");

/** Cases in which the worst reviewed (of much practice), or the first asked, was taken: what must not be learned, and what must be set apart. */
function past(rule: "worst review" | "asked first", count = 150): GradedCase[] {
  const chance = chanceOf(11);
  const facts = makeCase();
  return Array.from({ length: count }, (_, index) => {
    const rows = Array.from({ length: 4 }, (_, place) => {
      const candidate = makeCandidate("a", {
        reviewMean: 1 + 4 * chance(),
        reviewCount: 40,
        feeCents: Math.floor(60_000 * chance()),
        yearsOfPractice: Math.floor(30 * chance()),
      });
      const row = new Float64Array(RANKER_FEATURES.length);
      fillRankerRow(row, facts, candidate, featuresOf(facts, candidate));
      const worth = rule === "asked first" ? -place : 0.1 * candidate.yearsOfPractice - (candidate.reviewMean ?? 0);
      return { row, shownRank: place + 1, presetScore: chance(), worth };
    });
    const best = Math.max(...rows.map(({ worth }) => worth));
    return {
      id: `cas_${index}`,
      at: new Date(NOW.getTime() + index * 3_600_000),
      rows: rows.map(({ worth, ...row }) => ({ ...row, grade: worth === best ? 2 : 1 })),
    };
  });
}

test("every case that judges is later than every case that teaches, and none does both", () => {
  const { training, validation } = trainRanker(past("worst review"));
  expect([training.length, validation.length]).toEqual([120, 30]);
  const lastLesson = Math.max(...training.map(({ at }) => at.getTime()));
  for (const { at } of validation) expect(at.getTime()).toBeGreaterThan(lastLesson);
  const taught = new Set(training.map(({ id }) => id));
  for (const { id } of validation) expect(taught.has(id)).toBe(false);
});

test("a case is judged by itself: a scorer that likes one whole case better is no better for it", () => {
  const cases = past("worst review", 20);
  const plain = judge(cases, { a: (row) => row.presetScore });
  const shifted = new Map(cases.flatMap(({ rows }, index) => rows.map((row) => [row, row.presetScore + 100 * index])));
  expect(judge(cases, { a: (row) => shifted.get(row) ?? 0 })).toEqual(plain);
  expect(plain.a_ndcg_1).toBeLessThan(1);
  expect(judge(cases, { a: (row) => row.grade }).a_ndcg_5).toBe(1);
  expect(judge([], { a: () => 0 })).toEqual({});
});

test("that people asked first accept more is learned of the place, and moves nobody when serving", () => {
  const { forest } = trainRanker(past("asked first"));
  const at = (place: number) => {
    const row = new Float64Array(RANKER_FEATURES.length).fill(0.5);
    row[SHOWN] = place;
    return scoreRow(forest, row);
  };
  expect(at(1)).toBeGreaterThan(at(4));
  const facts = makeCase();
  const row = new Float64Array(RANKER_FEATURES.length);
  for (const candidate of [makeCandidate("a"), makeCandidate("b", { feeCents: 1, lastOfferedAt: null })]) {
    fillRankerRow(row, facts, candidate, featuresOf(facts, candidate));
    expect(row[SHOWN]).toBe(1);
  }
});

describe("a model that was taught the contrary", () => {
  const { forest, calibration } = trainRanker(past("worst review"));
  const learned = {
    hash: "c".repeat(64),
    model: rankerModelOf("c".repeat(64), forest, calibration),
    gradedCases: 9000,
  };

  test("has learned something all the same", () => {
    expect(forest.roots.length).toBeGreaterThan(5);
    expect([...forest.feature]).toContain(RANKER_FEATURES.indexOf("years"));
  });

  test("still never lowers a score for a better review", () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        arbitraryCandidates,
        fc.nat(),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (facts, all, pick, more) => {
          const one = all[pick % Math.max(1, all.length)];
          if (!one || firstClosedGate(facts, one) || one.reviewMean === null) return;
          const score = (reviewMean: number) =>
            rankCandidates({ case: facts, candidates: [{ ...one, reviewMean }], take: 1, now: NOW, learned })
              .receipts[0]?.score ?? 0;
          expect(score(Math.min(5, one.reviewMean + more))).toBeGreaterThanOrEqual(score(one.reviewMean) - 1e-12);
        },
      ),
    );
  });

  test("explains each score exactly: the parts sum to it", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, (facts, candidates) => {
        for (const receipt of rankCandidates({ case: facts, candidates, take: 3, now: NOW, learned }).receipts) {
          const { contributions, score, learned: part } = receipt;
          if (contributions === null || score === null || part === null) continue;
          const told = Object.values(part.parts).reduce((sum, value) => sum + value, part.base + part.cut);
          const preset = FEATURE_KEYS.reduce((sum, key) => sum + contributions[key], 0);
          expect(Math.abs(preset + told - score)).toBeLessThan(1e-9);
          // Within the scale nothing is cut but what rounding leaves.
          if (part.score > 0 && part.score < 1) expect(Math.abs(part.cut)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 50 },
    );
  });
});
