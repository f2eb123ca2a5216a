// Validation is later than training, and a case is never on both sides.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitByTime } from "../../../src/domain/learning/split-by-time.ts";

const HOUR_MS = 3_600_000;
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1) + hour * HOUR_MS);

describe("splitting cases by time", () => {
  test("gives the latest share to validation, however the cases lie", () => {
    const cases = [5, 1, 9, 3, 7, 2, 8, 4, 6, 0].map((hour) => ({ id: `case ${hour}`, at: at(hour), rows: [hour] }));
    const { training, validation } = splitByTime(cases, 0.2);
    expect(validation.map(({ id }) => id)).toEqual(["case 8", "case 9"]);
    expect(training).toHaveLength(8);
  });

  test("puts every validation case after every training case, and each case whole on one side", () => {
    const cases = fc.array(
      fc.record({ hour: fc.integer({ min: 0, max: 30 }), rows: fc.array(fc.nat(), { minLength: 1 }) }),
    );
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 0.99, noNaN: true }), (made, share) => {
        const all = made.map(({ hour, rows }, id) => ({ id, at: at(hour), rows }));
        const { training, validation } = splitByTime(all, share);
        const latest = Math.max(...training.map((one) => one.at.getTime()));
        expect(validation.every((one) => one.at.getTime() > latest)).toBe(true);
        const ids = [...training, ...validation].map(({ id }) => id).sort((a, b) => a - b);
        expect(ids).toEqual(all.map(({ id }) => id));
        expect(validation.length).toBeLessThanOrEqual(Math.round(share * all.length));
      }),
    );
  });

  test("leaves cases of one instant together, for training", () => {
    const cases = [1, 2, 2, 2].map((hour) => ({ at: at(hour) }));
    expect(splitByTime(cases, 0.5)).toMatchObject({ validation: [] });
    expect(splitByTime(cases, 0.75).validation).toHaveLength(3);
  });

  test("refuses a share that leaves nothing to learn from", () => {
    expect(() => splitByTime([], 1)).toThrowError("invalid_input");
    expect(() => splitByTime([], Number.NaN)).toThrowError("invalid_input");
  });
});
