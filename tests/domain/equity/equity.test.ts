import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gini } from "../../../src/domain/equity/gini.ts";
import { atCapacity, loadRate } from "../../../src/domain/equity/load.ts";

describe("gini", () => {
  test("knows the textbook values", () => {
    expect(gini([])).toBe(0);
    expect(gini([0, 0])).toBe(0);
    expect(gini([5, 5, 5, 5])).toBe(0);
    expect(gini([0, 0, 0, 1])).toBeCloseTo(0.75, 12);
    expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25, 12);
  });

  test("does not care about order or unit, and lies in 0..1", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), fc.integer({ min: 1, max: 50 }), (values, unit) => {
        const value = gini(values);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
        expect(gini(values.toReversed())).toBeCloseTo(value, 9);
        expect(gini(values.map((one) => one * unit))).toBeCloseTo(value, 9);
      }),
    );
  });

  test("falls when the richest gives to the poorest", () => {
    expect(gini([2, 3, 9])).toBeLessThan(gini([1, 3, 10]));
  });

  test("refuses what cannot be shared", () => {
    expect(() => gini([1, -1])).toThrow(RangeError);
    expect(() => gini([Number.NaN])).toThrow(RangeError);
  });
});

test("a load is seen against capacity over all areas, and a full one takes no more", () => {
  expect(loadRate({ capacityMonthly: 10, cases30d: 2, pendingOffers: 3 })).toBe(0.5);
  expect(loadRate({ capacityMonthly: 0, cases30d: 0, pendingOffers: 0 })).toBe(1);
  expect(atCapacity({ capacityMonthly: 2, cases30d: 1, pendingOffers: 1 })).toBe(true);
  expect(atCapacity({ capacityMonthly: 2, cases30d: 1, pendingOffers: 0 })).toBe(false);
});
