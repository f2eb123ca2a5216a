// A vendor that fails while cases run: they end all the same, nothing is lost or sent twice, and its return is noticed.
import { expect, test } from "vitest";
import { leadThroughFaults } from "../../bench/resilience.ts";

/** A product of its own, since every vendor is configured and its database is read when it has stopped. */
const LIMIT_MS = 300_000;

test(
  "two cases end while letters cannot be sent, and the letters go out when their vendor is back",
  async () => {
    const { rows, broken } = await leadThroughFaults({ vendors: ["sendgrid"], faults: ["500"], cases: 2 });
    expect(broken).toEqual([]);
    expect(rows).toMatchObject([{ vendor: "sendgrid", fault: "500", cases: 2, completed: 2, lost: 0, twice: 0 }]);
    // A vendor that nobody asked would prove nothing.
    expect(rows[0]?.met).toBeGreaterThan(0);
    expect(rows[0]?.recoverySeconds).toBeLessThan(30);
  },
  LIMIT_MS,
);
