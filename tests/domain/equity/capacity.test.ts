// Monthly capacity: the table of docs/decisions/capacity.md, and what may be declared beside it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  capacityBounds,
  capacityByTable,
  MAX_MONTHLY_CAPACITY,
  mayDeclare,
  type PracticeFacts,
} from "../../../src/domain/equity/capacity.ts";

const facts = (changes: Partial<PracticeFacts> = {}): PracticeFacts => ({
  yearsOfPractice: 9,
  practice: "solo",
  casesClosed: 0,
  responseMinutesMedian: null,
  answered: 0,
  expired: 0,
  ...changes,
});

describe("the table", () => {
  test.each([
    [{ yearsOfPractice: 0 }, 4],
    [{ yearsOfPractice: 3 }, 6],
    [{}, 8],
    [{ yearsOfPractice: 40 }, 10],
    [{ yearsOfPractice: Number.NaN }, 4],
    [{ practice: "office" as const }, 12],
    [{ practice: "firm" as const }, 16],
    [{ practice: "part_time" as const }, 4],
    [{ yearsOfPractice: 0, practice: "part_time" as const }, 2],
    [{ casesClosed: 10 }, 9],
    [{ casesClosed: 4000 }, 9],
    [{ responseMinutesMedian: 240 }, 9],
    [{ responseMinutesMedian: 241 }, 8],
    [{ responseMinutesMedian: 1441 }, 7],
    [{ answered: 1, expired: 3 }, 8],
    [{ answered: 2, expired: 3 }, 6],
    [{ answered: 3, expired: 3 }, 8],
  ])("gives %o %i cases", (changes, cases) => {
    expect(capacityByTable(facts(changes))).toBe(cases);
  });

  test("gives nobody less than one case or more than the hard maximum, and no closed case a second reward", () => {
    fc.assert(
      fc.property(
        fc.record({
          yearsOfPractice: fc.nat(70),
          practice: fc.constantFrom("solo", "office", "firm", "part_time"),
          casesClosed: fc.integer({ min: 10, max: 5000 }),
          responseMinutesMedian: fc.option(fc.nat(20_000)),
          answered: fc.nat(50),
          expired: fc.nat(50),
        }),
        (one) => {
          const cases = capacityByTable(one);
          expect(Number.isInteger(cases) && cases >= 1 && cases <= MAX_MONTHLY_CAPACITY).toBe(true);
          expect(capacityByTable({ ...one, casesClosed: one.casesClosed + 1000 })).toBe(cases);
        },
      ),
    );
  });
});

describe("what may be declared", () => {
  test("is half to double of the table's value, or none for now", () => {
    expect(capacityBounds(9)).toEqual({ least: 5, most: 18 });
    for (const cases of [0, 5, 9, 18]) expect(mayDeclare(cases, 9)).toBe(true);
    for (const cases of [-1, 1, 4, 19, 7.5, Number.NaN]) expect(mayDeclare(cases, 9)).toBe(false);
  });

  test("never passes the hard maximum", () => {
    expect(capacityBounds(40)).toEqual({ least: 20, most: 60 });
    expect(mayDeclare(61, 40)).toBe(false);
  });
});
