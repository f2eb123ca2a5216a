// The days that count in a case, in their order: what the person told, and the limits that follow from it.

import type { Text } from "../locale.ts";
import { isAppointment } from "./appointment.ts";
import type { Deadline, FoundDate } from "./types.ts";

export interface TimelineItem {
  /** YYYY-MM-DD in the conversation's zone, or "" where no day is known. */
  date: string;
  /** `appointment`: a hearing or another day with an hour, on which nothing runs out. */
  kind: "fact" | "limit" | "appointment";
  when: "past" | "today" | "future" | "unknown";
  /** What a limit or appointment is for; null for a fact. */
  label: Text | null;
  /** The person's own words, "" where there are none. */
  quote: string;
  /** The statute behind a limit; else null. */
  source: string | null;
  passed: boolean;
}

/**
 * Oldest first, days that nobody knows last; on one day what happened stands before what ends. A fact that only repeats the words of a
 * limit on its day, or of a longer fact on the same day, is left out. `today` is YYYY-MM-DD where the reader is.
 */
export function timelineOf(
  told: { dates: readonly FoundDate[]; deadlines: readonly Deadline[] },
  today: string,
): TimelineItem[] {
  const limits = told.deadlines.filter(once).map((limit) => limitItem(limit, today));
  const facts = told.dates
    .filter((fact, at, all) => !all.some((other, place) => repeats(fact, other, at > place)))
    .map((fact) => factItem(fact, today))
    .filter((fact) => !limits.some((limit) => limit.date === fact.date && sameWords(limit.quote, fact.quote)));
  return [...facts, ...limits].sort(byDay);
}

function once(limit: Deadline, at: number, all: readonly Deadline[]): boolean {
  return all.findIndex((other) => other.kind === limit.kind && other.date === limit.date) === at;
}

/** Of two facts with the same words the first stays. */
function repeats(fact: FoundDate, other: FoundDate, later: boolean): boolean {
  if (fact === other || fact.date !== other.date) return false;
  const [own, others] = [plain(fact.quote), plain(other.quote)];
  return own === others ? later : others.includes(own);
}

function sameWords(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a !== "" && b !== "" && (a.includes(b) || b.includes(a));
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, " ").trim();
}

function factItem({ date, quote }: FoundDate, today: string): TimelineItem {
  const when = whenOf(date, today);
  return { ...dayOf(date), kind: "fact", when, label: null, quote, source: null, passed: when === "past" };
}

function limitItem(limit: Deadline, today: string): TimelineItem {
  const { date, label, quote, source, passed } = limit;
  const own = { ...dayOf(date), when: whenOf(date, today), label, quote, passed };
  // Its source is no statute, only that it was told.
  return isAppointment(limit) ? { ...own, kind: "appointment", source: null } : { ...own, kind: "limit", source };
}

function dayOf(date: string): { date: string } {
  return { date: isDay(date) ? date : "" };
}

function whenOf(date: string, today: string): TimelineItem["when"] {
  if (!isDay(date)) return "unknown";
  if (date === today) return "today";
  return date < today ? "past" : "future";
}

function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T12:00:00Z`));
}

function byDay(one: TimelineItem, other: TimelineItem): number {
  if (one.date !== other.date) {
    if (one.date === "") return 1;
    if (other.date === "") return -1;
    return one.date < other.date ? -1 : 1;
  }
  return Number(one.kind !== "fact") - Number(other.kind !== "fact");
}
