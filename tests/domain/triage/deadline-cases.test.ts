// One hundred and twenty ways in which people tell of a day, and what must be heard in each.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LIMITS } from "../../../src/domain/legal/limits.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { Deadline, Locale } from "../../../src/domain/triage/types.ts";

interface Told {
  id: string;
  locale: Locale;
  now: string;
  zone: string;
  text: string;
}

interface DeadlineCase extends Told {
  /** Any of these limits is right. */
  kinds: string[];
  /** The last day lies within these two; the same day where the words leave no doubt. */
  from: string;
  to: string;
}

function lines<Row>(name: string): Row[] {
  const text = readFileSync(new URL(`../../data/triage/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function deadlinesOf({ locale, now, zone, text }: Told): Deadline[] {
  const at = new Date(now);
  const opened = openInterview({ vertical: "legal", locale, now: at, zone });
  return takeTurn(opened.state, { text, now: at }).understanding.deadlines;
}

function isHeard(told: DeadlineCase): boolean {
  return deadlinesOf(told).some(({ kind, date }) => told.kinds.includes(kind) && date >= told.from && date <= told.to);
}

const CASES = [...lines<DeadlineCase>("deadlines-written"), ...lines<DeadlineCase>("deadlines-fresh")];

test("there are sixty cases in each language", () => {
  expect(CASES.filter(({ locale }) => locale === "pt-BR")).toHaveLength(60);
  expect(CASES.filter(({ locale }) => locale === "en")).toHaveLength(60);
});

test.each(CASES)("$id: $text", (told) => {
  const heard = deadlinesOf(told).filter(({ kind }) => told.kinds.includes(kind));
  expect(heard.map(({ kind }) => kind)).toEqual(expect.arrayContaining([expect.any(String)]));
  const day = heard[0]?.date ?? "";
  expect(day >= told.from && day <= told.to, `${day} in ${told.from}..${told.to}`).toBe(true);
});

test("of 44 more stories, written when the rules for the 120 stood, at most one limit is missed", () => {
  const more = [...lines<DeadlineCase>("deadlines-unseen"), ...lines<DeadlineCase>("deadlines-blind")];
  const missed = more.filter((told) => !isHeard(told));
  expect(missed.length, missed.map(({ id }) => id).join()).toBeLessThanOrEqual(1);
});

test("127 stories in everyday words, dictated and misspelt, start the limit that they tell of", () => {
  const files = ["deadlines-everyday", "deadlines-everyday-2", "deadlines-everyday-3"];
  const stories = files.flatMap((file) => lines<DeadlineCase>(file));
  expect(stories).toHaveLength(127);
  expect(stories.filter((told) => !isHeard(told)).map(({ id, text }) => `${id} ${text}`)).toEqual([]);
});

interface StrangersCase extends Told {
  /** Limits that must all be heard, but the optional ones. */
  expect: { kinds: string[]; from: string; to: string; optional?: string }[];
}

test.each(lines<StrangersCase>("deadlines-stranger"))("a stranger's story, $id: $text", (told) => {
  const heard = deadlinesOf(told);
  for (const { kinds, from, to, optional } of told.expect) {
    if (optional !== undefined) continue;
    const days = heard.filter(({ kind }) => kinds.includes(kind)).map(({ date }) => date);
    expect(
      days.filter((day) => day >= from && day <= to),
      `${kinds} ${from}..${to}, heard ${days}`,
    ).not.toEqual([]);
  }
});

test("a stranger's sixty stories start few limits beside the right ones: at most one in four", () => {
  const extra = lines<StrangersCase>("deadlines-stranger").flatMap((told) =>
    deadlinesOf(told).filter(({ kind }) => !told.expect.some(({ kinds }) => kinds.includes(kind))),
  );
  expect(extra.length).toBeLessThanOrEqual(15);
});

test("no innocent story of 126 that names days in passing starts a limit", () => {
  const innocent = [...lines<Told>("deadlines-innocent"), ...lines<Told>("deadlines-innocent-everyday")];
  expect(innocent).toHaveLength(126);
  expect(innocent.filter((told) => deadlinesOf(told).length > 0).map(({ id, text }) => `${id} ${text}`)).toEqual([]);
});

test("every limit has its own name, a statute or a day of its own, and words that tell of it", () => {
  expect(new Set(LIMITS.map(({ kind }) => kind)).size).toBe(LIMITS.length);
  for (const { kind, source, length, trigger, unless } of LIMITS) {
    expect(source, kind).toMatch(length === null ? /data|prazo/ : /\d/);
    expect(trigger.test(""), kind).toBe(false);
    expect(unless?.test("") ?? false, kind).toBe(false);
  }
});
