// When people of the team answer: weekly hours in the office's zone without Brazil's holidays, and when they open next.
import type { Locale } from "./locale.ts";
import { addDays, localDay, weekday } from "./triage/calendar.ts";

/** Minutes of a local day, start included, end not. */
interface Span {
  from: number;
  to: number;
}

export interface OfficeHours {
  /** Spans by weekday, 0 Sunday .. 6 Saturday; null when people answer around the clock, holidays too. */
  week: readonly (readonly Span[])[] | null;
  /** IANA zone in which the hours are meant. */
  zone: string;
}

/**
 * Reads "mon-fri 08:00-20:00, sat 09:00-13:00"; "always" (or nothing) is around the clock.
 * Throws an Error that quotes the part that cannot be read.
 */
export function parseOfficeHours(text: string, zone: string): OfficeHours {
  const plain = text.trim().toLowerCase();
  if (plain === "" || plain === "always") return { week: null, zone };
  const week: Span[][] = Array.from({ length: 7 }, () => []);
  for (const part of plain.split(",").map((piece) => piece.trim())) {
    const match = PART.exec(part);
    const first = DAYS.indexOf(match?.[1] ?? "");
    const last = match?.[2] === undefined ? first : DAYS.indexOf(match[2]);
    const from = Number(match?.[3]) * 60 + Number(match?.[4]);
    const to = Number(match?.[5]) * 60 + Number(match?.[6]);
    if (match === null || first < 0 || last < 0 || !(from < to) || to > DAY_MINUTES) {
      throw new Error(`"${part}" is not like "mon-fri 08:00-20:00"`);
    }
    for (let day = first; ; day = (day + 1) % 7) {
      week[day]?.push({ from, to });
      if (day === last) break;
    }
  }
  for (const spans of week) spans.sort((a, b) => a.from - b.from);
  return { week, zone };
}

/** The next moment at which somebody is there; null when somebody is there now, or nobody ever within a month. */
export function nextOpening(hours: OfficeHours, now: Date): Date | null {
  if (hours.week === null) return null;
  const today = localDay(now, hours.zone);
  for (let ahead = 0; ahead <= 31; ahead++) {
    const day = addDays(today, ahead);
    if (isHoliday(day)) continue;
    for (const { from, to } of hours.week[weekday(day)] ?? []) {
      if (ahead === 0 && instantOf(day, to, hours.zone) <= now) continue;
      const opens = instantOf(day, from, hours.zone);
      return opens <= now ? null : opens;
    }
  }
  return null;
}

/** When a person answers, in the reader's own zone, or "" when somebody is there. */
export function whenAnswered(hours: OfficeHours, now: Date, reader: { locale: Locale; zone: string }): string {
  const opens = nextOpening(hours, now);
  if (opens === null) return "";
  const { locale, zone } = reader;
  const ahead = Math.round((Date.parse(localDay(opens, zone)) - Date.parse(localDay(now, zone))) / 86_400_000);
  const time = timeWords(opens, locale, zone);
  if (locale === "en") {
    const day = ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : dayName(opens, locale, zone, ahead);
    return `We are outside our hours now: a person answers here from ${day}, ${time}.`;
  }
  const day = ahead === 0 ? "hoje" : ahead === 1 ? "amanhã" : dayName(opens, locale, zone, ahead);
  return `Agora estamos fora do horário: uma pessoa responde aqui a partir de ${day}, ${time}.`;
}

/**
 * Days on which offices in all of Brazil are closed: the national holidays (Leis 662/1949, 6.802/1980, 9.093/1995 and
 * 14.759/2023), and the days that the federal calendar leaves optional and nearly everybody keeps: Carnival Monday and
 * Tuesday, Good Friday, Corpus Christi. Holidays of a state or a city are not known here. `day` is YYYY-MM-DD.
 */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const monthDay = day.slice(5);
  if (FIXED.has(monthDay)) return monthDay !== "11-20" || year >= 2024;
  const easter = easterSunday(year);
  return MOVING.some((offset) => addDays(easter, offset) === day);
}

const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const PART = /^([a-z]{3})(?:-([a-z]{3}))? ([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/;
const DAY_MINUTES = 24 * 60;

const FIXED = new Set(["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "11-20", "12-25"]);
/** Days from Easter Sunday: Carnival Monday and Tuesday, Good Friday, Corpus Christi. */
const MOVING = [-48, -47, -2, 60];

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The instant of a wall-clock minute; in an hour that a clock change skips, the one after it. */
function instantOf(day: string, minute: number, zone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  let at = wanted;
  // The offset at the guess corrects the guess; the second round settles days on which it changes.
  for (let round = 0; round < 2; round++) at += wanted - wallClock(at, zone);
  return new Date(at);
}

function wallClock(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "00";
  return Date.parse(`${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}:${of("second")}Z`);
}

function timeWords(at: Date, locale: Locale, zone: string): string {
  const [hour = "", minute = ""] = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(at)
    .split(":");
  if (locale === "en") return `${hour}:${minute}`;
  return minute === "00" ? `${Number(hour)}h` : `${Number(hour)}h${minute}`;
}

// A weekday alone says which day within a week; later the date is needed.
function dayName(at: Date, locale: Locale, zone: string, ahead: number): string {
  const options: Intl.DateTimeFormatOptions =
    ahead < 7 ? { weekday: "long" } : { weekday: "long", day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "pt-BR", { ...options, timeZone: zone }).format(at);
}
