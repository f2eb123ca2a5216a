// A spreadsheet reads back what was written, and runs nothing of it.
import { expect, test } from "vitest";
import { csvOf } from "../../../src/domain/words/csv.ts";

test("cells with commas, quotes and lines are quoted", () => {
  expect(csvOf([["a,b", 'say "x"', "two\nlines", 3, null]])).toBe('"a,b","say ""x""","two\nlines",3,\r\n');
});

test("what a spreadsheet would run as a formula is text", () => {
  for (const text of ["=1+1", "+1", "-1", "@x", "\tx"]) expect(csvOf([[text]])).toBe(`'${text}\r\n`);
  expect(csvOf([[-1]])).toBe("-1\r\n");
});
