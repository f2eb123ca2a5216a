// What a reader of days is: a pattern, how sure it is, and how its words become a day.
import type { Locale } from "./types.ts";

/** `exact` names a day, `about` a month or a span ("two years ago"), `year` no more than a year. */
export type Precision = "exact" | "about" | "year";

export interface Reader {
  pattern: RegExp;
  precision: Precision;
  read: (match: RegExpMatchArray, today: string, before: string, after: string, frame: Frame) => string | null;
  /** The earlier day that the same words may mean as well, or null. */
  readAlso?: (match: RegExpMatchArray, today: string, before: string) => string | null;
}

/** What a day is read against beside today. */
export interface Frame {
  locale: Locale;
  /** The day that the person is still living: before four in the morning it is yesterday. */
  wakingDay: string;
}
