// Cases and candidates for the matching tests: plain ones, and arbitrary ones for fast-check.
import fc from "fast-check";
import type { Candidate, CaseFacts } from "../../../src/domain/matching/types.ts";
import { PRESETS } from "../../../src/domain/matching/types.ts";

export const NOW = new Date("2026-11-20T15:00:00Z");

export function makeCase(changes: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id: "cas_1",
    area: "trabalho",
    subarea: "verbas_rescisorias",
    urgencyHours: 72,
    complexity: "medium",
    uf: "SP",
    lat: -23.55,
    lon: -46.63,
    remoteOk: true,
    languages: ["pt-BR"],
    budgetCents: null,
    preset: "balanced",
    adverseParties: [],
    declinedBy: [],
    ...changes,
  };
}

export function makeCandidate(id: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    id,
    similarity: 0.3,
    areas: ["trabalho", "consumidor"],
    subareas: ["verbas_rescisorias"],
    uf: "SP",
    lat: -23.5,
    lon: -46.6,
    remote: true,
    yearsOfPractice: 8,
    qualifications: 1,
    feeCents: 30_000,
    languages: ["pt-BR"],
    casesWon: 12,
    casesClosed: 20,
    reviewMean: 4.3,
    reviewCount: 9,
    responseMinutesMedian: 120,
    capacityMonthly: 8,
    cases30d: 2,
    pendingOffers: 0,
    lastOfferedAt: new Date("2026-11-10T12:00:00Z"),
    active: true,
    onLeave: false,
    conflict: false,
    priority: 0,
    ...changes,
  };
}

const place = fc.record({
  uf: fc.constantFrom("SP", "RJ", "AM"),
  lat: fc.option(fc.double({ min: -33, max: 5, noNaN: true })),
  lon: fc.option(fc.double({ min: -74, max: -34, noNaN: true })),
});

export const arbitraryCase: fc.Arbitrary<CaseFacts> = fc
  .record({
    place,
    placeKnown: fc.boolean(),
    subarea: fc.constantFrom("verbas_rescisorias", "horas_extras", null),
    urgencyHours: fc.double({ min: 0, max: 10_000, noNaN: true }),
    complexity: fc.constantFrom("low" as const, "medium" as const, "high" as const),
    remoteOk: fc.boolean(),
    languages: fc.subarray(["pt-BR", "en"]),
    budgetCents: fc.option(fc.nat(200_000)),
    preset: fc.constantFrom(...PRESETS),
    declinedBy: fc.subarray(["p0", "p1", "p2"]),
  })
  .map(({ place: where, placeKnown, ...rest }) =>
    makeCase({ ...rest, ...(placeKnown ? where : { uf: null, lat: null, lon: null }) }),
  );

const arbitraryFacts = fc.record({
  place,
  similarity: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  areas: fc.subarray(["trabalho", "consumidor", "familia"], { minLength: 1 }),
  subareas: fc.subarray(["verbas_rescisorias", "horas_extras"]),
  remote: fc.boolean(),
  yearsOfPractice: fc.nat(60),
  qualifications: fc.nat(12),
  feeCents: fc.nat(500_000),
  languages: fc.subarray(["pt-BR", "en"], { minLength: 1 }),
  casesClosed: fc.nat(400),
  wonShare: fc.double({ min: 0, max: 1, noNaN: true }),
  reviewMean: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
  communicationMean: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
  reviewCount: fc.nat(300),
  responseMinutesMedian: fc.option(fc.nat(10_000)),
  capacityMonthly: fc.nat(12),
  cases30d: fc.nat(12),
  pendingOffers: fc.nat(4),
  lastOfferedAt: fc.option(fc.date({ min: new Date("2026-01-01"), max: NOW, noInvalidDate: true })),
  active: fc.boolean(),
  onLeave: fc.boolean(),
  conflict: fc.constantFrom(false, false, false, true, null),
  priority: fc.nat(3),
});

/** Zero to thirty candidates with distinct ids p0, p1, ...; about half of them pass the gates of `arbitraryCase`. */
export const arbitraryCandidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    arbitraryFacts.map(({ place: where, wonShare, active, onLeave, ...rest }) => ({
      ...rest,
      ...where,
      active: active || onLeave,
      onLeave: onLeave && !active,
      casesWon: Math.floor(wonShare * rest.casesClosed),
    })),
    { maxLength: 30 },
  )
  .map((all) => all.map((facts, index) => makeCandidate(`p${index}`, facts)));
