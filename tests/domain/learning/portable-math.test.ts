// The engine's own functions are the yardstick: near them everywhere, and exact where they are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exponential, logarithm2 } from "../../../src/domain/learning/portable-math.ts";

describe("arithmetic that is the same on every engine", () => {
  test("e^x is within 1e-14 of it", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
      }),
    );
    expect(exponential(0)).toBe(1);
  });

  test("log2 x is within 1e-14 of it, and exact for powers of two", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(logarithm2(x) - Math.log2(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log2(x))));
      }),
    );
    for (let power = -20; power <= 20; power++) expect(logarithm2(2 ** power)).toBe(power);
  });

  test("gives these bits, wherever it runs", () => {
    expect([exponential(-1.5), exponential(3.25), logarithm2(3), logarithm2(10)]).toEqual([
      0.22313016014842982, 25.790339917193062, 1.584962500721156, 3.321928094887362,
    ]);
  });
});
