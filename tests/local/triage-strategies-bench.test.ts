// The bench of strategies counts votes as it says, and says what it did not measure.
import { afterEach, describe, expect, test, vi } from "vitest";
import { isotonicKnots } from "../../bench/isotonic.ts";
import { pairedInterval } from "../../bench/paired-interval.ts";
import { SIMULATED, simulatedLabels } from "../../bench/simulated-analysts.ts";
import { readFresh, readNarratives } from "../../bench/triage-data.ts";
import { runLive } from "../../bench/triage-live.ts";
import { runMechanism } from "../../bench/triage-mechanism.ts";
import { MODEL_KEYS, serveModel } from "../support/model-stand-ins.ts";

afterEach(() => vi.unstubAllEnvs());

test("with a provider taken away the others alone are in the denominator, and a missing interviewer leaves the rules", async () => {
  const { rows, comparison } = await runMechanism(readFresh().slice(0, 6));
  const weights = (strategy: string) =>
    rows
      .filter((row) => row.strategy === strategy)
      .map(({ without, weights: [least, most] }) => [without, least, most]);
  expect(weights("ensemble")).toEqual([
    [null, 3.25, 3.25],
    ["anthropic", 2.25, 2.25],
    ["openai", 2.25, 2.25],
    ["workers_ai", 2.75, 2.75],
  ]);
  expect(weights("failover")[1]).toEqual(["anthropic", 1.75, 1.75]);
  expect(weights("simple")[1]).toEqual(["anthropic", 0, 0]);
  expect(comparison.low).toBeLessThanOrEqual(comparison.high);
});

test("without a key nothing is measured", async () => {
  for (const key of ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "CLOUDFLARE_API_TOKEN"]) vi.stubEnv(key, "");
  expect(await runLive(readFresh().slice(0, 2))).toBeNull();
});

test("with a key each model reads each narrative once, and the rows are of what it said", async () => {
  for (const key of ["OPENAI_API_KEY", "CLOUDFLARE_API_TOKEN"]) vi.stubEnv(key, "");
  const server = await serveModel("anthropic");
  vi.stubEnv("ANTHROPIC_API_KEY", MODEL_KEYS.anthropic);
  vi.stubEnv("ANTHROPIC_BASE_URL", server.url);
  try {
    const live = await runLive(readFresh().slice(0, 3));
    expect(live?.rows.map(({ strategy, weights }) => [strategy, weights[0]])).toEqual([
      ["simple", 1.75],
      ["failover", 1.75],
      ["ensemble", 1.75],
    ]);
    expect(live?.usage).toMatchObject([{ calls: 3, answered: 3 }]);
    expect(server.takeRequests()).toHaveLength(3);
  } finally {
    await server.close();
  }
});

describe("the simulation", () => {
  test("is wrong about as often as it is told to be, and the same every time", () => {
    const stories = readNarratives("tune");
    for (const provider of ["anthropic", "workers_ai"] as const) {
      const said = stories.map((story) => simulatedLabels(story, provider, SIMULATED[provider]));
      const wrong = said.filter(({ area }, index) => area !== stories[index]?.area).length / stories.length;
      expect(Math.abs(wrong - SIMULATED[provider].wrong)).toBeLessThan(0.05);
      expect(stories.map((story) => simulatedLabels(story, provider, SIMULATED[provider]))).toEqual(said);
    }
  });
});

describe("isotonic regression", () => {
  test("finds rising shares, and pools neighbours that would fall", () => {
    const at = (score: number, rights: number) =>
      Array.from({ length: 100 }, (_, index) => ({ score, right: index < rights }));
    const knots = isotonicKnots([...at(0.2, 30), ...at(0.4, 20), ...at(0.8, 90)], 100);
    expect(knots.map(([score, share]) => [score.toFixed(2), share.toFixed(2)])).toEqual([
      ["0.30", "0.25"],
      ["0.80", "0.89"],
    ]);
  });
});

describe("the paired interval", () => {
  test("is a point where both are always alike, and above zero where one is better throughout", () => {
    const same = Array.from({ length: 50 }, (_, index) => index % 2);
    expect(pairedInterval(same, same)).toEqual({ difference: 0, low: 0, high: 0 });
    const worse = same.map(() => 0);
    const { difference, low, high } = pairedInterval(same, worse);
    expect(difference).toBe(0.5);
    expect(low).toBeGreaterThan(0.3);
    expect(high).toBeLessThan(0.7);
  });
});
