// Why someone was proposed, for the client who reads it.
import { expect, test } from "vitest";
import { explainToClient } from "../../../src/domain/matching/explain-to-client.ts";
import { type Candidate, FEATURE_KEYS, type Features } from "../../../src/domain/matching/types.ts";
import { makeCandidate, makeCase } from "./make.ts";

const features = (value: number, special: Partial<Features> = {}): Features =>
  ({ ...Object.fromEntries(FEATURE_KEYS.map((key) => [key, value])), ...special }) as Features;

/** Of somebody of whom all is known, but for `changes`. */
const seen = (changes: Partial<Candidate> = {}) => ({
  facts: makeCase(),
  candidate: makeCandidate("p1", { communicationMean: 4.5, ...changes }),
});
const far = { uf: "AM", lat: -3.1, lon: -60 };

test("names at most three of the strongest features, and the turn where it counted", () => {
  const contributions = features(0.01, { A: 0.2, G: 0.1, U: 0.15, R: 0.05 });
  const receipt = { chosen: true, features: features(0.9), contributions, learned: null, turn: 0.8, inBand: true };
  expect(explainToClient(receipt, seen(), "en")).toEqual([
    "Works in the area of your case.",
    "Has room for your deadline.",
    "Works close to you.",
    "Among similar profiles, it was this professional's turn to be asked.",
  ]);
});

test("does not praise a weak feature, however heavily it weighs", () => {
  const contributions = features(0.01, { R: 0.3, A: 0.2 });
  const weak = {
    chosen: true,
    features: features(0.9, { R: 0.1 }),
    contributions,
    learned: null,
    turn: 0,
    inBand: true,
  };
  expect(explainToClient(weak, seen(), "pt-BR").join(" ")).not.toContain("avaliado");
});

test("says something true of someone without any strong feature, and nothing of someone not chosen", () => {
  const plain = {
    chosen: true,
    features: features(0.2),
    contributions: features(0.02),
    learned: null,
    turn: 0.1,
    inBand: false,
  };
  expect(explainToClient(plain, seen(), "pt-BR")).toHaveLength(1);
  expect(explainToClient({ ...plain, chosen: false }, seen(), "pt-BR")).toEqual([]);
});

test("follows the learned model where it has a share: what it counted for someone comes first", () => {
  const contributions = features(0.01, { A: 0.1, G: 0.09, U: 0.08 });
  const learned = { score: 0.9, base: 0.1, cut: 0, parts: { reviews: 0.2, years: 0.15, area: -0.09, shown_rank: 0.5 } };
  const receipt = { chosen: true, features: features(0.9), contributions, learned, turn: 0.5, inBand: true };
  expect(explainToClient(receipt, seen(), "en")).toEqual([
    "Was well reviewed by others.",
    "Has experience and training in the field.",
    "Works close to you.",
  ]);
});

test.each([
  ["reviewed by others", { R: 0.9 }, { reviewMean: null, reviewCount: 0 }],
  ["reviewed by others", { R: 0.9 }, { reviewMean: 3, reviewCount: 2 }],
  ["past clients", { C: 0.9 }, { communicationMean: null }],
  ["past cases", { T: 0.9 }, { casesWon: 0, casesClosed: 0 }],
  ["situations like yours", { S: 0.9 }, { similarity: null }],
  ["close to you", { G: 0.9 }, { ...far, remote: false }],
] satisfies [string, Partial<Features>, Partial<Candidate>][])(
  "does not say %j of somebody of whom nothing like it is known",
  (words, strong, unknown) => {
    const receipt = {
      chosen: true,
      features: features(0.1, strong),
      contributions: features(0.1),
      learned: null,
      turn: 0.1,
      inBand: true,
    };
    expect(explainToClient(receipt, seen(), "en").join(" ")).toContain(words);
    expect(explainToClient(receipt, seen(unknown), "en").join(" ")).not.toContain(words);
    expect(explainToClient(receipt, { facts: null, candidate: null }, "en").join(" ")).not.toContain(words);
  },
);

test("says of somebody far away that they work at a distance, where both sides want that", () => {
  const receipt = {
    chosen: true,
    features: features(0.1, { G: 0.7 }),
    contributions: features(0.1),
    learned: null,
    turn: 0.1,
    inBand: true,
  };
  expect(explainToClient(receipt, seen({ ...far, remote: true }), "en")).toEqual(["Works at a distance."]);
  // Also where other things counted more: a place far away raises the question.
  const strong = { ...receipt, features: features(0.9, { G: 0.2 }) };
  expect(explainToClient(strong, seen({ ...far, remote: true }), "en").at(-1)).toBe("Works at a distance.");
  expect(explainToClient(strong, seen(), "en").join(" ")).not.toContain("distance");
});
