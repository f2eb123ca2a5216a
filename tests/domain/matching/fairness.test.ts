// Sixty simulated days: whether turns share the work out, and what that costs the clients.
import { expect, test } from "vitest";
import { z } from "zod";
import { run } from "../../../bench/fairness.ts";

const outcome = z.object({
  rows: z.array(
    z.object({
      order: z.string(),
      giniLoad: z.number(),
      reached: z.number(),
      meanScore: z.number(),
      unmatched: z.number(),
    }),
  ),
});

test("turns make load more even than the best score alone, reach nearly everyone, and cost hardly any fit", async () => {
  const { json } = await run({ professionals: 150, casesPerDay: 18, days: 60, seed: 5 });
  const rows = new Map(outcome.parse(json).rows.map((row) => [row.order, row]));
  const turns = rows.get("turns");
  const scoreOnly = rows.get("score only");
  if (!turns || !scoreOnly) throw new Error("an order is missing");
  expect(turns.giniLoad).toBeLessThan(scoreOnly.giniLoad * 0.85);
  expect(turns.giniLoad).toBeLessThan(0.4);
  expect(turns.reached).toBeGreaterThan(0.8);
  expect(turns.meanScore).toBeGreaterThan(scoreOnly.meanScore - 0.03);
});
