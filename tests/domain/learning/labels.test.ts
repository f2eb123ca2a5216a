import { describe, expect, test } from "vitest";
import { GRADES, gradeOf, type OfferEnd, teaches } from "../../../src/domain/learning/labels.ts";

const end = (changes: Partial<OfferEnd>): OfferEnd => ({
  status: "accepted",
  declineReason: null,
  contract: null,
  rating: null,
  ...changes,
});

describe("the grade of an offer", () => {
  test("rises from declined to taken, signed, and well done", () => {
    const ladder = [
      end({ status: "declined", declineReason: "not_my_field" }),
      end({ status: "declined", declineReason: "no_time" }),
      end({}),
      end({ contract: "signed" }),
      end({ contract: "closed", rating: 5 }),
    ].map(gradeOf);
    expect(ladder).toEqual([0, 1, 2, 3, 4]);
  });

  test.each(["pending", "seen", "expired", "withdrawn"] as const)(
    "does not exist for one that is %s: it is left out, and never stands above or below a declined one",
    (status) => expect(gradeOf(end({ status }))).toBeNull(),
  );

  test("does not exist for a conflict of interest, which is no judgement of how well they fit", () => {
    expect(gradeOf(end({ status: "declined", declineReason: "conflict" }))).toBeNull();
  });

  test("of a signed agreement that ended badly is that of a case which was merely taken", () => {
    expect(gradeOf(end({ contract: "closed", rating: 1 }))).toBe(GRADES.accepted);
    expect(gradeOf(end({ contract: "closed", rating: 3 }))).toBe(GRADES.signed);
    expect(gradeOf(end({ contract: "closed" }))).toBe(GRADES.signed);
    expect(gradeOf(end({ contract: "voided" }))).toBe(GRADES.accepted);
  });

  test("looks at a rating only when the agreement is closed", () => {
    expect(gradeOf(end({ contract: "signed", rating: 5 }))).toBe(GRADES.signed);
  });

  test("of a decline in the professional's own words is that of a decline, not of a wrong field", () => {
    expect(gradeOf(end({ status: "declined", declineReason: "viajo amanhã" }))).toBe(GRADES.declined);
    expect(gradeOf(end({ status: "declined" }))).toBe(GRADES.declined);
  });
});

test("a case teaches only when two of its grades differ", () => {
  expect(teaches([])).toBe(false);
  expect(teaches([2])).toBe(false);
  expect(teaches([1, 1, 1])).toBe(false);
  expect(teaches([1, 4])).toBe(true);
});
