// Crons fire at their times, one run at a time, and one that fails is reported and fires again.
import { expect, it } from "vitest";
import { startCrons } from "../../local/crons.ts";

it("fires each expression with its time until it is stopped", async () => {
  const fired: { expression: string; second: number }[] = [];
  const failures: unknown[] = [];
  const stop = startCrons(
    ["* * * * * *", "0 5 31 2 *"],
    async (expression, at) => {
      fired.push({ expression, second: at.getTime() });
      if (fired.length === 1) throw new Error("the first one fails");
    },
    (_expression, cause) => failures.push(cause),
  );
  await expect.poll(() => fired.length, { timeout: 5000 }).toBeGreaterThanOrEqual(2);
  stop();
  const count = fired.length;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(fired).toHaveLength(count);
  expect(new Set(fired.map(({ expression }) => expression))).toEqual(new Set(["* * * * * *"]));
  expect(failures).toEqual([new Error("the first one fails")]);
});
