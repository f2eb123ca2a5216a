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
    fc.property(tried, (one) => {
      const after = afterOutcome(one);
      if (one.outcome === "unsure" && !one.isIdempotent) expect(after.status).toBe("unsure");
      if (one.outcome === "refused") expect(after.status).toBe("failed");
      // Nothing climbs where there is nothing to climb to; what has not arrived is given up for nothing less.
      if (after.status !== "queued") expect(after.climbs && !one.hasNext).toBe(false);
      if (one.outcome === "failed" && !one.hasNext) expect(after.status).toBe("queued");
      if (one.tries > 4 && one.hasNext) expect(after.status).not.toBe("queued");
    }),
    { numRuns: 500 },
  );
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
  expect(afterOutcome(one).status).toBe("queued");
  expect(afterOutcome({ ...one, tries: 2 })).toEqual({ status: "failed", climbs: true });
  expect(afterOutcome({ ...one, reason: "open_circuit" })).toEqual({ status: "failed", climbs: true });
  expect(afterOutcome({ ...one, outcome: "unsure", isIdempotent: false })).toEqual({
    status: "unsure",
    climbs: true,
  });
});
