import { describe, expect, it } from "vitest";
import { mergeAnalysis } from "../../../../src/domain/triage/strategies/merge-analysis.ts";
import { analysis, scripted, shares, vote } from "./votes.ts";

const two = (said: Parameters<typeof vote>[0]) => [vote({ voter: "a", ...said }), vote({ voter: "b", ...said })];

describe("a danger that the rules did not hear", () => {
  it.each(["self_harm", "violence", "detention"] as const)("%s is believed of one voter among many", (flag) => {
    const votes = [vote({ voter: "a", weight: 0.1, flags: [flag] }), vote({ voter: "b", weight: 9 })];
    expect(mergeAnalysis(scripted(), analysis(votes)).flags).toEqual([flag]);
  });

  it.each(["custody", "health_injunction", "deadline_danger", "foreign_law"] as const)(
    "%s needs two voters, or half of the weight",
    (flag) => {
      const light = vote({ voter: "a", weight: 0.5, flags: [flag] });
      const others = [vote({ voter: "b" }), vote({ voter: "c" })];
      expect(mergeAnalysis(scripted(), analysis([light, ...others])).flags).toEqual([]);
      expect(mergeAnalysis(scripted(), analysis([{ ...light, weight: 2.75 }, ...others])).flags).toEqual([flag]);
      const second = vote({ voter: "d", weight: 0.1, flags: [flag] });
      expect(mergeAnalysis(scripted(), analysis([light, second, ...others])).flags).toEqual([flag]);
    },
  );

  it.each(["angry", "asked_for_person", "low_confidence"] as const)("%s is never read by models", (flag) => {
    expect(mergeAnalysis(scripted(), analysis(two({ flags: [flag] }))).flags).toEqual([]);
  });

  it("makes the case as urgent as it would have been heard by the rules", () => {
    const votes = [vote({ flags: ["self_harm"], urgencyHours: 720 })];
    expect(mergeAnalysis(scripted(), analysis(votes)).urgencyHours).toBe(2);
  });
});

describe("the urgency", () => {
  it("follows the voters where most of the weight finds it more urgent", () => {
    expect(mergeAnalysis(scripted(), analysis(two({ urgencyHours: 48 }))).urgencyHours).toBe(48);
  });

  it("does not follow one voter whom the rest contradict", () => {
    const votes = [vote({ voter: "a", urgencyHours: 2 }), ...two({ urgencyHours: 336 })];
    expect(mergeAnalysis(scripted(), analysis(votes)).urgencyHours).toBe(336);
  });

  it("is never made calmer, and never goes above a limit's floor", () => {
    const rules = scripted({ urgencyHours: 100, floorHours: 60 });
    expect(mergeAnalysis(rules, analysis(two({ urgencyHours: 720 }))).urgencyHours).toBe(60);
    expect(mergeAnalysis({ ...rules, floorHours: 720 }, analysis(two({ urgencyHours: 720 }))).urgencyHours).toBe(100);
  });

  it("is never under two hours", () => {
    expect(mergeAnalysis(scripted(), analysis(two({ urgencyHours: 0 }))).urgencyHours).toBe(2);
  });

  it("leaves voters without an opinion out of the median", () => {
    const votes = [vote({ voter: "a", urgencyHours: 24 }), ...two({ urgencyHours: null })];
    expect(mergeAnalysis(scripted(), analysis(votes)).urgencyHours).toBe(24);
  });
});

describe("a person", () => {
  it("is needed when half of the weight says so, the rules counted", () => {
    const yes = vote({ voter: "a", needsPerson: true });
    expect(mergeAnalysis(scripted(), analysis([yes], 1)).needsPerson).toBe(true);
    expect(mergeAnalysis(scripted(), analysis([yes], 1.1)).needsPerson).toBe(false);
    expect(mergeAnalysis(scripted(), analysis([yes, vote({ voter: "b" })])).needsPerson).toBe(false);
  });

  it("has the rules' vote where the client asked for one", () => {
    const votes = [vote({ voter: "a" }), vote({ voter: "b", needsPerson: true, weight: 0.5 })];
    expect(mergeAnalysis(scripted({ flags: ["asked_for_person"] }), analysis(votes)).needsPerson).toBe(true);
  });
});

describe("the complexity", () => {
  it("is the weighted median of all, the rules counted", () => {
    expect(mergeAnalysis(scripted(), analysis(two({ complexity: "high" }))).complexity).toBe("high");
    expect(mergeAnalysis(scripted(), analysis(two({ complexity: "low" }))).complexity).toBe("low");
    const split = [vote({ voter: "a", complexity: "low" }), vote({ voter: "b", complexity: "high" })];
    expect(mergeAnalysis(scripted(), analysis(split)).complexity).toBe("medium");
  });

  it("is not lowered where there is a danger", () => {
    const rules = scripted({ complexity: "high", flags: ["violence"] });
    expect(mergeAnalysis(rules, analysis(two({ complexity: "low" }))).complexity).toBe("high");
  });
});

describe("the subarea", () => {
  it("is the one with most weight among those who chose the area; the rules vote too", () => {
    const votes = [
      vote({ voter: "a", area: "civil", subarea: "moradia" }),
      vote({ voter: "b", area: "civil", subarea: "contratos", weight: 0.5 }),
      vote({ voter: "c", area: "familia", subarea: "guarda" }),
    ];
    const merged = mergeAnalysis(scripted({ subareas: { civil: "contratos", saude: "plano_saude" } }), analysis(votes));
    expect(merged.subareas).toEqual({ civil: "contratos", familia: "guarda", saude: "plano_saude" });
  });
});

describe("without votes", () => {
  it("an empty analysis is none", () => {
    const rules = scripted({ shares: shares("saude", 0.7), confidence: 0.6, flags: ["custody"] });
    expect(mergeAnalysis(rules, analysis([]))).toEqual(mergeAnalysis(rules, undefined));
  });
});
