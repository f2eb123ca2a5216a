import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstClosedGate } from "../../../src/domain/matching/gates.ts";
import { MODEL_HASH, rankCandidates } from "../../../src/domain/matching/rank.ts";
import type { Candidate, CaseFacts, Ranking } from "../../../src/domain/matching/types.ts";
import { FEATURE_KEYS } from "../../../src/domain/matching/types.ts";
import { arbitraryCandidates, arbitraryCase, makeCandidate, makeCase, NOW } from "./make.ts";

function rank(facts: CaseFacts, candidates: readonly Candidate[], take = 3): Ranking {
  return rankCandidates({ case: facts, candidates, take, now: NOW });
}

function receiptOf(ranking: Ranking, id: string) {
  const receipt = ranking.receipts.find((one) => one.professionalId === id);
  if (!receipt) throw new Error(`no receipt of ${id}`);
  return receipt;
}

describe("laws that hold for any case and any candidates", () => {
  test("the order in which candidates are given changes nothing", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, fc.infiniteStream(fc.nat()), (facts, candidates, keys) => {
        const shuffled = candidates
          .map((candidate) => ({ candidate, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ candidate }) => candidate);
        expect(rank(facts, shuffled)).toEqual(rank(facts, candidates));
      }),
    );
  });

  test("everybody considered has exactly one receipt, with a gate or with numbers, never both", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, (facts, candidates) => {
        const { receipts } = rank(facts, candidates);
        expect(receipts.map((receipt) => receipt.professionalId).sort()).toEqual(candidates.map(({ id }) => id).sort());
        for (const receipt of receipts) expect(receipt.gate === null).toBe(receipt.score !== null);
      }),
    );
  });

  test("whoever is at the cap is never chosen, whatever credit they have", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, fc.nat(50), (facts, candidates, credit) => {
        const all = candidates.map((candidate) => ({ ...candidate, priority: credit }));
        const { chosen } = rank(facts, all, 30);
        for (const { id, cases30d, pendingOffers, capacityMonthly } of all) {
          if (cases30d + pendingOffers >= capacityMonthly) expect(chosen).not.toContain(id);
        }
      }),
    );
  });

  test("features, scores, turns and weights stay between 0 and 1, and contributions add up to the score", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, (facts, candidates) => {
        const { receipts, weights } = rank(facts, candidates);
        expect(FEATURE_KEYS.reduce((sum, key) => sum + weights[key], 0)).toBeCloseTo(1, 12);
        for (const { features, contributions, score, turn, final } of receipts) {
          if (!features || !contributions || score === null || turn === null || final === null) continue;
          for (const value of [...Object.values(features), score, turn, final]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
          const sum = FEATURE_KEYS.reduce((total, key) => total + contributions[key], 0);
          expect(sum).toBeCloseTo(score, 12);
        }
      }),
    );
  });

  test("whoever is below the quality floor comes after all who are not, by score; above it the final decides", () => {
    const strengths = fc.record({
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
      floor: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, strengths, (facts, candidates, fairness) => {
        const ranking = rankCandidates({ case: facts, candidates, take: 3, now: NOW, fairness });
        const ranked = ranking.receipts.filter((receipt) => receipt.gate === null);
        const best = Math.max(0, ...ranked.map((receipt) => receipt.score ?? 0));
        expect(ranking.bandWidth).toBeCloseTo((1 - fairness.floor) * best, 12);
        expect(ranked.map((receipt) => receipt.rank)).toEqual(ranked.map((_, index) => index + 1));
        for (const [index, receipt] of ranked.entries()) {
          const score = receipt.score ?? 0;
          expect(receipt.inBand).toBe(score >= best * fairness.floor);
          const turn = receipt.inBand ? fairness.strength * (receipt.turn ?? 0) : 0;
          expect(receipt.final).toBeCloseTo((1 - fairness.strength) * score + turn, 12);
          const next = ranked[index + 1];
          if (!next) continue;
          expect(receipt.inBand || !next.inBand).toBe(true);
          if (!receipt.inBand) expect(score).toBeGreaterThanOrEqual(next.score ?? 0);
          if (next.inBand) expect(receipt.final ?? 0).toBeGreaterThanOrEqual((next.final ?? 0) - 0.001);
        }
      }),
    );
  });

  test.each([
    ["a better review", (one: Candidate) => ({ ...one, reviewMean: Math.min(5, (one.reviewMean ?? 4.2) + 0.5) })],
    ["one more case won", (one: Candidate) => ({ ...one, casesWon: Math.min(one.casesClosed, one.casesWon + 1) })],
    ["a closer profile", (one: Candidate) => ({ ...one, similarity: Math.min(1, (one.similarity ?? 0.3) + 0.2) })],
    ["a lower fee", (one: Candidate) => ({ ...one, feeCents: Math.floor(one.feeCents / 2) })],
    [
      "a quicker answer",
      (one: Candidate) => ({ ...one, responseMinutesMedian: Math.min(60, one.responseMinutesMedian ?? 60) }),
    ],
    [
      "more experience",
      (one: Candidate) => ({
        ...one,
        yearsOfPractice: one.yearsOfPractice + 3,
        qualifications: one.qualifications + 1,
      }),
    ],
  ])("%s never lowers one's score or one's rank", (_, better) => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, fc.nat(), (facts, candidates, pick) => {
        const one = candidates[pick % Math.max(1, candidates.length)];
        // Someone without reviews is seen as average; a first review below that may cost points.
        if (!one || firstClosedGate(facts, one) || one.reviewMean === null) return;
        const before = receiptOf(rank(facts, candidates), one.id);
        const changed = candidates.map((candidate) => (candidate === one ? better(candidate) : candidate));
        const after = receiptOf(rank(facts, changed), one.id);
        expect(after.score ?? 0).toBeGreaterThanOrEqual((before.score ?? 0) - 1e-12);
        expect(after.rank ?? 0).toBeLessThanOrEqual(before.rank ?? 0);
      }),
    );
  });

  test("a ranking survives being stored as JSON, number for number", () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCandidates, (facts, candidates) => {
        const ranking = rank(facts, candidates);
        expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
      }),
    );
  });
});

describe("turns", () => {
  test("among equals, the one with fewer cases comes first", () => {
    const busy = makeCandidate("busy", { cases30d: 6, yearsOfPractice: 15 });
    const idle = makeCandidate("idle", { cases30d: 0 });
    // Free capacity also helps a little in the score itself, so the busy one is made slightly better.
    const ranking = rank(makeCase(), [{ ...busy, reviewMean: 4.9, similarity: 0.45 }, idle], 1);
    expect(receiptOf(ranking, "busy").rankBeforeEquity).toBe(1);
    expect(ranking.chosen).toEqual(["idle"]);
  });

  test("nobody who fits much worse is chosen to even out numbers, at full strength either", () => {
    const fitting = makeCandidate("fitting", { cases30d: 7 });
    const idle = makeCandidate("idle", {
      cases30d: 0,
      subareas: [],
      similarity: 0,
      yearsOfPractice: 0,
      reviewMean: 2,
      uf: "RJ",
      lat: -22.9,
      lon: -43.2,
    });
    const fairness = { strength: 1, floor: 0.8 };
    const { chosen } = rankCandidates({ case: makeCase(), candidates: [fitting, idle], take: 1, now: NOW, fairness });
    expect(chosen).toEqual(["fitting"]);
  });

  test("having had many cases is no bonus: the one with more of them never comes before an equal", () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(19), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, strength) => {
        const facts = (accepted: number) => ({
          turnFacts: { accepted, credit: 0, weight: 10 },
          cases30d: 0,
          capacityMonthly: 40,
        });
        const pool = { area: "trabalho", cases: 60, credits: 0, weight: 60, professionals: 6 };
        const { chosen } = rankCandidates({
          case: makeCase(),
          candidates: [makeCandidate("a", facts(a)), makeCandidate("b", facts(b))],
          take: 1,
          now: NOW,
          pool,
          fairness: { strength, floor: 0.8 },
        });
        expect(chosen).toEqual([a <= b ? "a" : "b"]);
      }),
    );
  });

  test("a load of another area does not count against the turn in this one", () => {
    const pool = { area: "trabalho", cases: 40, credits: 0, weight: 40, professionals: 10 };
    const busyElsewhere = { turnFacts: { accepted: 0, credit: 0, weight: 4 }, cases30d: 7 };
    const served = { turnFacts: { accepted: 5, credit: 0, weight: 4 }, cases30d: 5 };
    const { receipts } = rankCandidates({
      case: makeCase(),
      candidates: [makeCandidate("elsewhere", busyElsewhere), makeCandidate("served", served)],
      take: 1,
      now: NOW,
      pool,
    });
    expect(receipts[0]).toMatchObject({ professionalId: "elsewhere", target: 4, shortfall: 4, chosen: true });
    expect(receipts[1]).toMatchObject({ professionalId: "served", target: 4, shortfall: -1 });
  });

  test("equal shortfalls go by an operator's priority, then by the longest wait", () => {
    const old = makeCandidate("old", { lastOfferedAt: new Date("2026-10-01T00:00:00Z") });
    const first = makeCandidate("preferred", { priority: 1, lastOfferedAt: new Date("2026-11-19T00:00:00Z") });
    expect(rank(makeCase(), [old, first], 2).chosen).toEqual(["preferred", "old"]);
  });

  test("a tie goes to the never offered, then to whoever was offered longest ago, then to the first id", () => {
    const old = makeCandidate("old", { lastOfferedAt: new Date("2026-10-01T00:00:00Z") });
    const recent = makeCandidate("recent", { lastOfferedAt: new Date("2026-11-19T00:00:00Z") });
    const never = makeCandidate("never", { lastOfferedAt: null });
    const twin = makeCandidate("never2", { lastOfferedAt: null });
    expect(rank(makeCase(), [recent, twin, old, never], 4).chosen).toEqual(["never", "never2", "old", "recent"]);
  });

  test("a time of last offer that is broken or still to come counts as now", () => {
    const broken = makeCandidate("a", { lastOfferedAt: new Date(Number.NaN) });
    const future = makeCandidate("b", { lastOfferedAt: new Date("2027-01-01T00:00:00Z") });
    const past = makeCandidate("c", { lastOfferedAt: new Date("2026-11-20T14:59:59Z") });
    expect(rank(makeCase(), [broken, future, past]).chosen).toEqual(["c", "a", "b"]);
  });

  test("the end of a month moves nobody", () => {
    const candidates = [makeCandidate("a", { cases30d: 3 }), makeCandidate("b", { cases30d: 1 })];
    const at = (now: string) => rankCandidates({ case: makeCase(), candidates, take: 2, now: new Date(now) });
    expect(at("2026-12-01T00:00:00Z")).toEqual(at("2026-11-30T23:59:59Z"));
  });

  test("taking turns, equal professionals get equal numbers of cases", () => {
    const candidates = Array.from({ length: 7 }, (_, index) =>
      makeCandidate(`p${index}`, { cases30d: 0, capacityMonthly: 20 }),
    );
    for (let i = 0; i < 70; i++) {
      const now = new Date(NOW.getTime() + i * 3_600_000);
      const [id] = rankCandidates({ case: makeCase(), candidates, take: 1, now }).chosen;
      const winner = candidates.find((candidate) => candidate.id === id);
      if (!winner) throw new Error("nobody was chosen");
      winner.cases30d++;
      winner.lastOfferedAt = now;
    }
    expect(candidates.map((candidate) => candidate.cases30d)).toEqual([10, 10, 10, 10, 10, 10, 10]);
  });
});

describe("the model's fingerprint", () => {
  test("is the same for every ranking of this version", () => {
    expect(MODEL_HASH).toMatch(/^[0-9a-f]{16}$/);
    expect(rank(makeCase({ preset: "fast" }), []).modelHash).toBe(MODEL_HASH);
    expect(rank(makeCase({ preset: "expert" }), []).modelHash).toBe(MODEL_HASH);
  });

  test("stands for these weights and formulas: whoever changes one on purpose raises FORMULA_VERSION and both figures here", () => {
    const { score } = receiptOf(rank(makeCase(), [makeCandidate("a", { communicationMean: 4.5 })]), "a");
    expect({ hash: MODEL_HASH, score: score?.toFixed(9) }).toEqual({ hash: "9f7ac99bf675229c", score: "0.701572979" });
  });
});

test("presets choose differently: the quick, the expert and the cheap each win theirs", () => {
  const quick = makeCandidate("quick", { responseMinutesMedian: 5, yearsOfPractice: 2, cases30d: 0, feeCents: 35_000 });
  const expert = makeCandidate("expert", {
    responseMinutesMedian: 1440,
    yearsOfPractice: 25,
    qualifications: 4,
    similarity: 0.5,
    casesWon: 36,
    casesClosed: 40,
    feeCents: 90_000,
  });
  const cheap = makeCandidate("cheap", { feeCents: 5_000, responseMinutesMedian: 600, yearsOfPractice: 3 });
  const first = (preset: CaseFacts["preset"]) => {
    const ranking = rank(makeCase({ preset, urgencyHours: 12 }), [quick, expert, cheap]);
    return ranking.receipts.find((receipt) => receipt.rankBeforeEquity === 1)?.professionalId;
  };
  expect([first("fast"), first("expert"), first("economic")]).toEqual(["quick", "expert", "cheap"]);
});

test("a hard case leans to experience, a simple one to price", () => {
  const hard = rank(makeCase({ complexity: "high" }), []).weights;
  const simple = rank(makeCase({ complexity: "low" }), []).weights;
  expect(hard.Q).toBeGreaterThan(simple.Q);
  expect(hard.P).toBeLessThan(simple.P);
});

test("two candidates with one id are a defect of the caller", () => {
  expect(() => rank(makeCase(), [makeCandidate("a"), makeCandidate("a")])).toThrow(RangeError);
});

test("nobody at all is an empty ranking, and a take of zero chooses no one", () => {
  expect(rank(makeCase(), []).receipts).toEqual([]);
  expect(rank(makeCase(), [makeCandidate("a")], 0).chosen).toEqual([]);
});
