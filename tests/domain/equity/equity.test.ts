import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_MONTHLY_CAPACITY, monthlyCapacity } from "../../../src/domain/equity/capacity.ts";
import { gini } from "../../../src/domain/equity/gini.ts";
import type { Load } from "../../../src/domain/equity/turn.ts";
import { atCapacity, loadRate, turns } from "../../../src/domain/equity/turn.ts";

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

describe("turns", () => {
  const load = (id: string, cases30d: number, capacityMonthly = 10, changes: Partial<Load> = {}): Load => ({
    id,
    capacityMonthly,
    cases30d,
    pendingOffers: 0,
    priority: 0,
    ...changes,
  });

  test("load is seen against capacity: four of ten is less than three of five", () => {
    const result = turns([load("large", 4, 10), load("small", 3, 5)]);
    expect(result.get("large")).toBe(1);
    expect(result.get("small")).toBe(0);
  });

  test("equal loads have equal turns, and one alone has the whole turn", () => {
    expect([...turns([load("a", 2), load("b", 2), load("c", 9)]).values()]).toEqual([1, 1, 0]);
    expect(turns([load("a", 9)]).get("a")).toBe(1);
    expect(turns([]).size).toBe(0);
  });

  test("one overloaded colleague does not blur the order of the others", () => {
    const result = turns([load("a", 1), load("b", 2), load("c", 10_000)]);
    expect(result.get("a")).toBe(1);
    expect(result.get("b")).toBe(0.5);
  });

  test("pending offers are load, credit is taken off", () => {
    expect(loadRate(load("a", 2, 10, { pendingOffers: 3 }))).toBe(0.5);
    expect(loadRate(load("a", 2, 10, { priority: 1 }))).toBe(0.1);
    expect(loadRate(load("a", 0, 10, { priority: 5 }))).toBe(0);
    expect(atCapacity({ capacityMonthly: 2, cases30d: 1, pendingOffers: 1 })).toBe(true);
  });

  test("more load never brings a turn nearer, and turns lie in 0..1", () => {
    const loads = fc
      .array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 20 })
      .map((all) => all.map(([cases, capacity], index) => load(`p${index}`, cases, capacity)));
    fc.assert(
      fc.property(loads, fc.nat(), (all, pick) => {
        const one = all[pick % all.length];
        if (!one) return;
        const before = turns(all).get(one.id) ?? -1;
        const after =
          turns(all.map((other) => (other === one ? { ...one, cases30d: one.cases30d + 1 } : other))).get(one.id) ?? 2;
        expect(after).toBeLessThanOrEqual(before);
        expect(before).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("monthly capacity", () => {
  test.each([
    [{ declared: 7, yearsOfPractice: 1 }, 7],
    [{ declared: 0, yearsOfPractice: 30 }, 0],
    [{ declared: 500, yearsOfPractice: 30 }, MAX_MONTHLY_CAPACITY],
    [{ declared: -3, yearsOfPractice: 30 }, 0],
    [{ declared: null, yearsOfPractice: 0 }, 4],
    [{ declared: null, yearsOfPractice: 3 }, 6],
    [{ declared: null, yearsOfPractice: 9 }, 8],
    [{ declared: null, yearsOfPractice: 20 }, 10],
    [{ declared: null, yearsOfPractice: 9, colleagues: 2 }, 16],
    [{ declared: null, yearsOfPractice: 9, partTime: true }, 4],
    [{ declared: Number.NaN, yearsOfPractice: Number.NaN }, 4],
  ])("%o is %i cases", (profile, cases) => {
    expect(monthlyCapacity(profile)).toBe(cases);
  });
});
