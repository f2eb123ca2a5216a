// A small simulated town: whether turns share the work out, and what that costs the clients.
import { expect, test } from "vitest";
import { z } from "zod";
import { run } from "../../../bench/fairness.ts";
import { DEFAULT_FAIRNESS } from "../../../src/domain/equity/turn.ts";

const row = z.object({
  name: z.string(),
  giniLoad: z.number(),
  reached: z.number(),
  relevance: z.number(),
  spread: z.number(),
  untaken: z.number(),
  violations: z.number(),
  hindsight: z
    .object({ upper: z.number(), lower: z.number(), cases: z.number(), outside: z.number(), gap: z.number() })
    .nullable(),
});
const outcome = z.object({ runs: z.array(z.object({ rows: z.array(row) })) });

test("turns share the work out at hardly any cost in fit, and nobody is ever over the cap", async () => {
  const { strength } = DEFAULT_FAIRNESS;
  const { json } = await run({
    professionals: 150,
    cases: [5000],
    days: 90,
    seed: 5,
    strengths: [0, strength],
    hindsight: [strength],
  });
  const rows = outcome.parse(json).runs[0]?.rows ?? [];
  const named = (name: string) => {
    const found = rows.find((one) => one.name === name);
    if (!found) throw new Error(`no row ${name}`);
    return found;
  };
  const turns = named(`turns, strength ${strength}`);
  expect(turns.violations).toBe(0);
  expect(named("capacity discount").violations).toBeGreaterThan(100);
  expect(turns.untaken).toBeLessThanOrEqual(named("relevance only").untaken);
  expect(turns.giniLoad).toBeLessThan(0.15);
  expect(turns.giniLoad).toBeLessThan(named("relevance only").giniLoad * 0.6);
  expect(turns.spread).toBeLessThan(named("weighted round-robin, lead of 3").spread);
  expect(turns.reached).toBeGreaterThanOrEqual(0.95);
  expect(turns.relevance).toBeGreaterThan(named("plain round-robin").relevance);
  expect(named("turns, strength 0").relevance).toBeCloseTo(named("relevance only").relevance, 2);

  const { hindsight } = turns;
  if (!hindsight) throw new Error("no offline optimum");
  // Weak duality: an assignment that keeps the bounds can never be worth more than the dual.
  expect(hindsight.lower).toBeLessThanOrEqual(hindsight.upper + 1e-6);
  expect(hindsight.outside).toBe(0);
  expect(hindsight.gap).toBeLessThan(0.005);
  expect(turns.relevance).toBeLessThan(hindsight.upper / hindsight.cases);
  expect(turns.relevance).toBeGreaterThan((0.93 * hindsight.upper) / hindsight.cases);
}, 60_000);
