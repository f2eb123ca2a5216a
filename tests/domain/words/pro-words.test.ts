// Amounts as they are typed, and how long is left.
import { expect, test } from "vitest";
import { centsOf } from "../../../src/domain/words/money-input.ts";
import { timeLeftWords } from "../../../src/domain/words/time-left.ts";

test.each([
  ["250", 25_000],
  ["250,00", 25_000],
  ["250.5", 25_050],
  ["R$ 1.250,50", 125_050],
  ["1,250.50", 125_050],
  ["R$ 1.250", 125_000],
  ["1.000.000", 100_000_000],
  ["0", 0],
  ["", null],
  ["R$", null],
  ["-5", null],
  ["1.2.3", null],
  ["12,345,6", 1_234_560],
  ["1,23,45", null],
  ["duzentos", null],
  ["1e9", null],
  ["9".repeat(30), null],
])("%j is %j cents", (typed, cents) => {
  expect(centsOf(typed)).toBe(cents);
});

const MINUTE = 60_000;
test.each([
  [45_000, "45 s", "45 s"],
  [12.9 * MINUTE, "12 min", "12 min"],
  [200 * MINUTE, "3 h 20 min", "3 h 20 min"],
  [120 * MINUTE, "2 h", "2 h"],
  [27 * 60 * MINUTE, "1 dia 3 h", "1 day 3 h"],
  [48 * 60 * MINUTE, "2 dias", "2 days"],
])("%d ms are %s", (ms, portuguese, english) => {
  expect(timeLeftWords(ms, "pt-BR")).toBe(portuguese);
  expect(timeLeftWords(ms, "en")).toBe(english);
});

test("nothing is left of what is over", () => {
  expect(timeLeftWords(0, "en")).toBeNull();
  expect(timeLeftWords(-1, "en")).toBeNull();
});
