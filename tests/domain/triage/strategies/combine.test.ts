import { describe, expect, it } from "vitest";
import { ENOUGH_CONFIDENCE } from "../../../../src/domain/triage/confidence.ts";
import { AGREEMENT_KNOTS } from "../../../../src/domain/triage/strategies/agreement-knots.ts";
import { calibrated } from "../../../../src/domain/triage/strategies/calibration.ts";
import { combine } from "../../../../src/domain/triage/strategies/combine.ts";
import { strategyFor } from "../../../../src/domain/triage/strategies/strategy-for.ts";
import { analysis, shares, vote } from "./votes.ts";

describe("the strategy", () => {
  it("has more readers the harder the case is", () => {
    expect((["low", "medium", "high"] as const).map(strategyFor)).toEqual(["simple", "failover", "ensemble"]);
  });
});

describe("the area that voters agree on", () => {
  it("is the models' where they agree against unsure rules", () => {
    const votes = [vote({ voter: "a", area: "familia" }), vote({ voter: "b", area: "familia" })];
    const { shares: pooled } = combine(shares("consumidor", 0.6), 0.4, analysis(votes));
    expect(pooled[0]?.area).toBe("familia");
    expect(pooled[1]?.area).toBe("consumidor");
  });

  it("is the rules' where one light, unsure model differs from sure ones", () => {
    const votes = [vote({ area: "familia", weight: 0.5, confidence: 0.6 })];
    expect(combine(shares("consumidor", 0.9), 0.85, analysis(votes)).shares[0]?.area).toBe("consumidor");
  });

  it("can be that there is no legal problem", () => {
    const votes = [vote({ voter: "a", area: "nenhuma" }), vote({ voter: "b", area: "nenhuma" })];
    expect(combine(shares("civil", 0.3), 0.2, analysis(votes)).shares[0]?.area).toBe("nenhuma");
  });

  it("is never confidently no legal problem on the word of one: the rules or a second model must say so too", () => {
    const alone = vote({ area: "nenhuma", confidence: 0.97, weight: 5 });
    const said = combine(shares("civil", 0.6), 0.5, analysis([alone, vote({ voter: "b", weight: 0.1 })]));
    expect(said.shares[0]?.area).toBe("nenhuma");
    expect(said.confidence).toBeLessThan(ENOUGH_CONFIDENCE);
    const second = combine(shares("civil", 0.6), 0.5, analysis([alone, { ...alone, voter: "b", weight: 0.1 }]));
    expect(second.confidence).toBeGreaterThan(0.9);
    expect(combine(shares("nenhuma", 0.6), 0.5, analysis([alone])).confidence).toBeGreaterThan(0.9);
  });

  it("is breathed upon, not carried, by rules that heard next to nothing", () => {
    const votes = [vote({ area: "familia", confidence: 0.5, weight: 0.5 })];
    // 0.75 of weight on a share of 0.9 would win; a confidence of 0.05 says that it rests on nothing.
    expect(combine(shares("consumidor", 0.9), 0.05, analysis(votes)).shares[0]?.area).toBe("familia");
  });

  it("is surer the more of the weight stands behind it", () => {
    const rules = shares("trabalho", 0.6);
    const three = ["a", "b", "c"].map((voter) => vote({ voter }));
    const all = combine(rules, 0.5, analysis(three));
    const split = combine(rules, 0.5, analysis([...three.slice(0, 2), vote({ voter: "c", area: "civil" })]));
    const torn = combine(shares("saude", 0.6), 0.5, analysis([vote(), vote({ voter: "b", area: "civil" })]));
    expect(all.confidence).toBeGreaterThan(split.confidence);
    expect(split.confidence).toBeGreaterThan(torn.confidence);
    expect(torn.confidence).toBeLessThan(0.5);
  });
});

describe("the map from agreement to confidence", () => {
  it("never falls, and is never certain", () => {
    const values = Array.from({ length: 101 }, (_, percent) => calibrated(percent / 100));
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values[0]).toBe(0);
    expect(values[100]).toBeLessThanOrEqual(0.98);
    expect(calibrated(-1)).toBe(0);
    expect(calibrated(2)).toBe(values[100]);
  });

  it("passes through what was found on the tune splits", () => {
    for (const [agreement, right] of AGREEMENT_KNOTS) {
      expect(calibrated(agreement)).toBeCloseTo(Math.min(0.98, right), 1);
    }
  });
});
