import { describe, expect, it } from "vitest";
import { DEFAULT_WEIGHTS, parseProviders, parseWeights } from "../../../../src/domain/triage/strategies/weights.ts";

describe("weights", () => {
  it("are read with every voter once, in any order", () => {
    const read = { anthropic: 1, openai: 1, workers_ai: 0.5, scripted: 0.75 };
    expect(parseWeights(DEFAULT_WEIGHTS)).toEqual(read);
    expect(parseWeights(" scripted = 0.75, workers_ai=0.5 ,openai=1,anthropic=1.0")).toEqual(read);
  });

  it.each([
    ["anthropic=1,openai=1,workers_ai=0.5", "scripted is missing"],
    ["anthropic=1,openai=1,workers_ai=0.5,scripted=0.75,openai=2", "openai is there twice"],
    ["anthropic=1,openai=1,workers_ai=0.5,scripted=0", "the weight of scripted is not above 0"],
    ["anthropic=-1,openai=1,workers_ai=0.5,scripted=1", '"anthropic=-1" is not like openai=1'],
    ["anthropic=1e9,openai=1,workers_ai=0.5,scripted=1", '"anthropic=1e9" is not like openai=1'],
    ["anthropic=101,openai=1,workers_ai=0.5,scripted=1", "the weight of anthropic is not above 0 and at most 100"],
    ["gemini=1,openai=1,workers_ai=0.5,scripted=1", 'nobody is called "gemini"'],
    ["", '"" is not like openai=1'],
    ["anthropic=1,,openai=1,workers_ai=0.5,scripted=1", '"" is not like openai=1'],
  ])("%s is refused: %s", (text, message) => {
    expect(() => parseWeights(text)).toThrow(message);
  });
});

describe("the order of analysts", () => {
  it("is read as it stands", () => {
    expect(parseProviders("openai, anthropic")).toEqual(["openai", "anthropic"]);
  });

  it.each([
    ["openai,gemini", '"gemini" is none of anthropic, openai, workers_ai'],
    ["openai,openai", "openai is there twice"],
    ["", '"" is none of anthropic, openai, workers_ai'],
  ])("%s is refused: %s", (text, message) => {
    expect(() => parseProviders(text)).toThrow(message);
  });
});
