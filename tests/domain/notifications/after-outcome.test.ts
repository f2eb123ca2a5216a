// After a vendor was asked: never again where it could arrive twice, not for ever, and not in a rush.
import fc from "fast-check";
import { expect, test } from "vitest";
import { afterOutcome, type Tried } from "../../../src/domain/notifications/after-outcome.ts";

const tried: fc.Arbitrary<Tried> = fc.record({
  outcome: fc.constantFrom("refused" as const, "failed" as const, "unsure" as const),
  reason: fc.constantFrom("timeout", "open_circuit", "status_500"),
  urgency: fc.constantFrom("immediate" as const, "urgent" as const, "usual" as const),
  tries: fc.integer({ min: 1, max: 100 }),
  hasNext: fc.boolean(),
  isIdempotent: fc.boolean(),
});

test("what may have arrived is not sent again by a vendor that would send it twice", () => {
  fc.assert(
    fc.property(tried, fc.double({ min: 0, max: 1, noNaN: true }), (one, random) => {
      const after = afterOutcome(one, random);
      if (one.outcome === "unsure" && !one.isIdempotent) expect(after.status).toBe("unsure");
      if (one.outcome === "refused") expect(after.status).toBe("failed");
      // Nothing climbs where there is nothing to climb to, and nothing is tried for ever.
      if (after.status !== "queued") expect(after.climbs && !one.hasNext).toBe(false);
      if (one.tries > 60) expect(after.status).not.toBe("queued");
      if (after.status === "queued") {
        expect(after.againInSeconds).toBeGreaterThan(0);
        expect(after.againInSeconds).toBeLessThanOrEqual(1800);
      }
    }),
    { numRuns: 500 },
  );
});

test("a failure is tried again, longer and longer, where no other channel is left", () => {
  const one: Tried = {
    outcome: "failed",
    reason: "status_503",
    urgency: "usual",
    tries: 1,
    hasNext: false,
    isIdempotent: false,
  };
  const waits = Array.from({ length: 60 }, (_, i) => afterOutcome({ ...one, tries: i + 1 }, 1));
  const seconds = waits.slice(0, 59).map((after) => (after.status === "queued" ? after.againInSeconds : 0));
  expect(seconds.slice(0, 5)).toEqual([5, 10, 20, 40, 80]);
  // A vendor that is away for a day loses nothing.
  expect(seconds.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(24 * 3600);
  expect(waits[59]).toEqual({ status: "failed", climbs: false });
});

test("somebody who is waited for hears by the next channel after two tries, or at once where the vendor is known to be away", () => {
  const one: Tried = {
    outcome: "failed",
    reason: "status_503",
    urgency: "urgent",
    tries: 1,
    hasNext: true,
    isIdempotent: true,
  };
  expect(afterOutcome(one, 0).status).toBe("queued");
  expect(afterOutcome({ ...one, tries: 2 }, 0)).toEqual({ status: "failed", climbs: true });
  expect(afterOutcome({ ...one, reason: "open_circuit" }, 0)).toEqual({ status: "failed", climbs: true });
  expect(afterOutcome({ ...one, outcome: "unsure", isIdempotent: false }, 0)).toEqual({
    status: "unsure",
    climbs: true,
  });
});
