// Nobody moves a case by a word of his own: every statement that sets its status asks the table of moves.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CASE_STATUSES } from "../src/domain/case-state.ts";

const ROOT = join(import.meta.dirname, "..");
const FILES = globSync("{src,durable-objects}/**/*.{ts,tsx}", { cwd: ROOT });
const ANY = CASE_STATUSES.join("|");

/** `UPDATE cases SET ... status = 'x'` in SQL, `.update(cases).set({ status: "x"` in Drizzle. */
const LITERALS = [
  new RegExp(`update\\s+cases\\b[^;\`]*?\\bset\\b[^;\`]*?\\bstatus\\s*=\\s*'(${ANY})'`, "i"),
  new RegExp(`\\.update\\(cases\\)\\s*\\.set\\(\\{[^}]*\\bstatus:\\s*"(${ANY})"`),
];
const MOVES_A_CASE = [
  /update\s+cases\b(?:(?!\bwhere\b|;)[\s\S])*?\bset\b(?:(?!\bwhere\b|;)[\s\S])*?\bstatus\s*=\s*(\$\{[^}]*\})?/i,
  /\.update\(cases\)\s*\.set\(\{[^}]*\bstatus:/,
];

const sources = FILES.map((file) => ({ file, text: readFileSync(join(ROOT, file), "utf8") }));

test("no statement sets a case's status to a literal", () => {
  const wrong = sources.filter(({ text }) => LITERALS.some((pattern) => pattern.test(text))).map(({ file }) => file);
  expect(wrong).toEqual([]);
});

test("whoever moves a case takes the state from the table", () => {
  const movers = sources.filter(({ text }) => MOVES_A_CASE.some((pattern) => pattern.test(text)));
  expect(movers.length).toBeGreaterThan(8);
  const alone = movers.filter(({ text }) => !/\bstateAfter(Sql)?\(|decideMove/.test(text)).map(({ file }) => file);
  expect(alone).toEqual([]);
});
