import { expect, test } from "vitest";
import { firstClosedGate } from "../../../src/domain/matching/gates.ts";
import type { Candidate, CaseFacts, Gate } from "../../../src/domain/matching/types.ts";
import { GATES } from "../../../src/domain/matching/types.ts";
import { makeCandidate, makeCase } from "./make.ts";

const RIO = { uf: "RJ", lat: -22.91, lon: -43.2 };

test.each<[string, Gate | null, Partial<Candidate>, Partial<CaseFacts>]>([
  ["someone fitting passes", null, {}, {}],
  ["an inactive account is closed", "inactive", { active: false }, {}],
  ["someone on leave is closed", "on_leave", { onLeave: true }, {}],
  ["a conflict is closed", "conflict", { conflict: true }, {}],
  ["a conflict check that could not be made is closed", "conflict", { conflict: null }, {}],
  ["a missing licence is closed", "licence", { licensed: false }, {}],
  ["a licence that could not be checked is closed", "licence", { licensed: null }, {}],
  ["whoever asked for no offers is left alone", "opted_out", { optedOut: true }, {}],
  ["whoever has had the day's messages is left alone", "rate_limited", { rateLimited: true }, {}],
  ["whoever declined this case is not asked again", "already_asked", {}, { declinedBy: ["p"] }],
  ["whoever is not to meet this client again is closed", "blocked", { blocked: true }, {}],
  ["another area is closed", "area", { areas: ["penal"] }, {}],
  ["no common language is closed", "language", { languages: ["pt-BR"] }, { languages: ["en"] }],
  ["one common language is enough", null, { languages: ["pt-BR", "en"] }, { languages: ["en"] }],
  ["unknown languages of the client close nothing", null, { languages: ["pt-BR"] }, { languages: [] }],
  ["accepted cases up to the cap are closed", "at_capacity", { capacityMonthly: 5, cases30d: 5 }, {}],
  ["pending offers count towards the cap", "at_capacity", { capacityMonthly: 5, cases30d: 3, pendingOffers: 2 }, {}],
  ["one below the cap passes", null, { capacityMonthly: 5, cases30d: 3, pendingOffers: 1 }, {}],
  ["credit does not lift the cap", "at_capacity", { capacityMonthly: 5, cases30d: 5, priority: 5 }, {}],
  ["a capacity of zero is closed", "at_capacity", { capacityMonthly: 0, cases30d: 0 }, {}],
  ["a load that is no number is closed", "at_capacity", { cases30d: Number.NaN }, {}],
  ["far away passes when both sides accept distance", null, { ...RIO, remote: true }, { remoteOk: true }],
  ["far away is closed when the client wants to meet", "distance", { ...RIO, remote: true }, { remoteOk: false }],
  ["far away is closed when the professional does not work at a distance", "distance", { ...RIO, remote: false }, {}],
  ["the same state is near enough", null, { lat: -20.8, lon: -49.4 }, { remoteOk: false }],
  ["just over the state's border is near enough", null, { uf: "MG", lat: -22.9, lon: -46.3 }, { remoteOk: false }],
  ["an unknown place of the case closes nothing", null, RIO, { remoteOk: false, uf: null, lat: null, lon: null }],
  ["another state without coordinates is closed", "distance", { uf: "RJ", lat: null, lon: null }, { remoteOk: false }],
])("%s", (_, gate, candidate, facts) => {
  expect(firstClosedGate(makeCase(facts), makeCandidate("p", candidate))).toBe(gate);
});

test("the hard conditions are these and no fewer", () => {
  const named = ["inactive", "on_leave", "at_capacity", "conflict", "licence", "distance", "language", "area"];
  expect([...GATES].sort()).toEqual([...named, "opted_out", "rate_limited", "already_asked", "blocked"].sort());
});
