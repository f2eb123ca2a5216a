// Why someone was proposed, for the client who reads it.
import { expect, test } from "vitest";
import { explainToClient } from "../../../src/domain/matching/explain-to-client.ts";
import { FEATURE_KEYS, type Features } from "../../../src/domain/matching/types.ts";

const features = (value: number, special: Partial<Features> = {}): Features =>
  ({ ...Object.fromEntries(FEATURE_KEYS.map((key) => [key, value])), ...special }) as Features;

test("names at most three of the strongest features, and the turn where it counted", () => {
  const contributions = features(0.01, { A: 0.2, G: 0.1, U: 0.15, R: 0.05 });
  const receipt = { chosen: true, features: features(0.9), contributions, learned: null, turn: 0.8, inBand: true };
  expect(explainToClient(receipt, "en")).toEqual([
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
  expect(explainToClient(weak, "pt-BR").join(" ")).not.toContain("avaliado");
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
  expect(explainToClient(plain, "pt-BR")).toHaveLength(1);
  expect(explainToClient({ ...plain, chosen: false }, "pt-BR")).toEqual([]);
});

test("follows the learned model where it has a share: what it counted for someone comes first", () => {
  const contributions = features(0.01, { A: 0.1, G: 0.09, U: 0.08 });
  const learned = { score: 0.9, base: 0.1, cut: 0, parts: { reviews: 0.2, years: 0.15, area: -0.09, shown_rank: 0.5 } };
  const receipt = { chosen: true, features: features(0.9), contributions, learned, turn: 0.5, inBand: true };
  expect(explainToClient(receipt, "en")).toEqual([
    "Was well reviewed by others.",
    "Has experience and training in the field.",
    "Works close to you.",
  ]);
});
