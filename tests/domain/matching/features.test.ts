import fc from "fast-check";
import { expect, test } from "vitest";
import { LEXICAL_SPACE } from "../../../src/domain/embedding/space.ts";
import { featuresOf, priceFit, reviewed, similarityOf, trackRecord } from "../../../src/domain/matching/features.ts";
import { haversineKm } from "../../../src/domain/matching/geography.ts";
import type { Candidate } from "../../../src/domain/matching/types.ts";
import { FEATURE_KEYS } from "../../../src/domain/matching/types.ts";
import { makeCandidate, makeCase } from "./make.ts";

test("having had many cases is no merit: an average veteran and a newcomer have the same track record", () => {
  const veteran = makeCandidate("v", { casesClosed: 300, casesWon: 180 });
  const newcomer = makeCandidate("n", { casesClosed: 0, casesWon: 0 });
  expect(trackRecord(veteran)).toBeCloseTo(trackRecord(newcomer), 12);
});

test("past forty cases the same share of success counts the same", () => {
  const forty = makeCandidate("a", { casesClosed: 40, casesWon: 36 });
  const thousand = makeCandidate("b", { casesClosed: 1000, casesWon: 900 });
  expect(trackRecord(thousand)).toBeCloseTo(trackRecord(forty), 12);
});

test("a single lucky case does not beat a long good record", () => {
  const lucky = makeCandidate("a", { casesClosed: 1, casesWon: 1 });
  const proven = makeCandidate("b", { casesClosed: 40, casesWon: 34 });
  expect(trackRecord(proven)).toBeGreaterThan(trackRecord(lucky));
});

test("a single five-star review does not beat fifty good ones, and no reviews are neutral", () => {
  expect(reviewed(4.8, 50)).toBeGreaterThan(reviewed(5, 1));
  expect(reviewed(null, 0)).toBeCloseTo((4.2 - 1) / 4, 12);
  expect(reviewed(3, 4)).toBeLessThan(reviewed(null, 0));
});

test("communication is neutral when reviews have no such sub-score", () => {
  const without = featuresOf(makeCase(), makeCandidate("a", { reviewMean: 1, reviewCount: 40 }));
  expect(without.C).toBeCloseTo(reviewed(null, 0), 12);
  const praised = featuresOf(makeCase(), makeCandidate("a", { communicationMean: 5, reviewCount: 40 }));
  expect(praised.C).toBeGreaterThan(without.C);
});

test("no vector in the case's space is neutral, and an unknown space is not read on the lexical scale", () => {
  expect(similarityOf(null, LEXICAL_SPACE)).toBe(0.5);
  expect(similarityOf(0.3, LEXICAL_SPACE)).toBeGreaterThan(similarityOf(0.3, "some-model-v9"));
});

test("the fee counts against what the client can pay", () => {
  const facts = makeCase({ budgetCents: 20_000 });
  expect(priceFit(facts, makeCandidate("a", { feeCents: 0 }))).toBe(1);
  expect(priceFit(facts, makeCandidate("a", { feeCents: 20_000 }))).toBe(0.5);
  expect(priceFit(facts, makeCandidate("a", { feeCents: 40_000 }))).toBeCloseTo(0.2, 12);
});

test("the nearer the deadline, the more a quick answer counts", () => {
  const quick = makeCandidate("q", { responseMinutesMedian: 10, cases30d: 4 });
  const slow = makeCandidate("s", { responseMinutesMedian: 1440, cases30d: 0 });
  const gap = (urgencyHours: number) =>
    featuresOf(makeCase({ urgencyHours }), quick).U - featuresOf(makeCase({ urgencyHours }), slow).U;
  expect(gap(2)).toBeGreaterThan(0.3);
  expect(gap(2)).toBeGreaterThan(gap(24));
  expect(gap(720)).toBeLessThan(0);
});

test("the subarea, and practising few areas, raise the area match", () => {
  const A = (changes: Partial<Candidate>) => featuresOf(makeCase(), makeCandidate("a", changes)).A;
  expect(A({ areas: ["trabalho"] })).toBeCloseTo(1, 12);
  expect(A({ subareas: [] })).toBeLessThan(A({ subareas: ["verbas_rescisorias"] }));
  expect(A({ areas: ["trabalho", "penal", "civil"] })).toBeLessThan(A({ areas: ["trabalho"] }));
  expect(A({ areas: ["penal"] })).toBe(0);
});

test("distances are those of an atlas", () => {
  const saoPaulo = { lat: -23.5505, lon: -46.6333 };
  const rio = { lat: -22.9068, lon: -43.1729 };
  const manaus = { lat: -3.119, lon: -60.0217 };
  expect(haversineKm(saoPaulo, rio)).toBeGreaterThan(355);
  expect(haversineKm(saoPaulo, rio)).toBeLessThan(365);
  expect(haversineKm(saoPaulo, manaus)).toBeGreaterThan(2650);
  expect(haversineKm(saoPaulo, manaus)).toBeLessThan(2720);
  expect(haversineKm(rio, rio)).toBe(0);
});

test("broken numbers never leave the range 0 to 1", () => {
  const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -5, 0, 1e300);
  const broken = fc.record({
    similarity: odd,
    lat: odd,
    lon: odd,
    yearsOfPractice: odd,
    qualifications: odd,
    feeCents: odd,
    casesWon: odd,
    casesClosed: odd,
    reviewMean: odd,
    reviewCount: odd,
    communicationMean: odd,
    responseMinutesMedian: odd,
    capacityMonthly: odd,
    cases30d: odd,
    pendingOffers: odd,
  });
  fc.assert(
    fc.property(broken, odd, odd, (facts, urgencyHours, budgetCents) => {
      const features = featuresOf(makeCase({ urgencyHours, budgetCents }), makeCandidate("a", facts));
      for (const key of FEATURE_KEYS) {
        expect(features[key], key).toBeGreaterThanOrEqual(0);
        expect(features[key], key).toBeLessThanOrEqual(1);
      }
    }),
  );
});
