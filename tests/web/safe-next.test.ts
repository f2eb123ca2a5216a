import { describe, expect, test } from "vitest";
import { safeNext } from "../../src/http/pages/safe-next.ts";

describe("where a form leads afterwards", () => {
  test("is a path of our own", () => {
    expect(safeNext("/conversations?cursor=a#latest")).toBe("/conversations?cursor=a#latest");
  });

  test.each([
    "//elsewhere.example",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "https://elsewhere.example",
    "javascript:alert(1)",
    "conversations",
    "",
    null,
    `/${"a".repeat(600)}`,
  ])("is never another site: %s", (next) => {
    expect(safeNext(next, "/pro")).toBe("/pro");
  });
});
