// The same case told in Portuguese and in English comes to the same area and the same urgency.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/domain/locale.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";

type Pair = { id: string } & Record<Locale, string>;

const PAIRS: Pair[] = readFileSync(new URL("../../data/triage/parity.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

test("there are forty pairs", () => {
  expect(PAIRS).toHaveLength(40);
});

test.each(PAIRS)("$id: $en", (pair) => {
  const now = new Date("2026-11-20T15:00:00Z");
  const [pt, en] = LOCALES.map((locale) => {
    const opened = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
    const { area, urgencyHours } = takeTurn(opened.state, { text: pair[locale], now }).understanding;
    return { area, urgencyHours };
  });
  expect(pt?.area).not.toBeNull();
  expect(en).toEqual(pt);
});
