// The rules of a review.
import { describe, expect, test } from "vitest";
import { tidyComment } from "../../../src/domain/reviews/comment.ts";
import { reviewEditableUntil } from "../../../src/domain/reviews/review-window.ts";

describe("a review", () => {
  test("can be changed for seven days to the millisecond", () => {
    expect(reviewEditableUntil(new Date("2026-11-20T17:05:09.123Z"))).toEqual(new Date("2026-11-27T17:05:09.123Z"));
  });

  test("keeps its line breaks and loses what a database refuses", () => {
    expect(tidyComment("  a\r\nb\u0000\u0007\tc 😀  ")).toBe("a\nb\tc 😀");
    expect(tidyComment(" \n ")).toBe("");
  });
});
