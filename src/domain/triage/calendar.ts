// Calendar days without clocks: YYYY-MM-DD strings, counted in the conversation's zone.

/** The local day of an instant in `zone`, e.g. "2026-11-21". */
export function localDay(now: Date, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    now,
  );
}

/**
 * The day that somebody awake at `now` is still living: until four in the morning, the day before.
 * "Yesterday", said at ten past midnight, may be either of two days; this gives the earlier one, so no limit is told too late.
 */
export function wakingDay(now: Date, zone: string): string {
  const today = localDay(now, zone);
  return clockOf(now, zone) < 4 ? addDays(today, -1) : today;
}

/** A day as YYYY-MM-DD, or null when the calendar has no such day or the year is not within 1900..2100. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return iso(date);
}

export function addDays(day: string, days: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** Months later (or earlier), on the same day of the month or its last one (Código Civil, art. 132 § 3). */
export function addMonths(day: string, months: number): string {
  const date = utc(day);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(dayOfMonth, last));
  return iso(date);
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS);
}

/** 0 Sunday .. 6 Saturday. */
export function weekday(day: string): number {
  return utc(day).getUTCDay();
}

/** Hours from `now` to the end of `day` in `zone`, rounded down, days of 23 and 25 hours included; 0 once it is over. */
export function hoursToEndOf(day: string, now: Date, zone: string): number {
  if (day < localDay(now, zone)) return 0;
  return Math.max(0, Math.floor((midnight(addDays(day, 1), zone) - now.getTime()) / HOUR_MS));
}

// The instant at which `day` begins in `zone`: guessed as if in UTC, then moved by the zone's difference there, twice for days on which it changes.
function midnight(day: string, zone: string): number {
  const wanted = utc(day).getTime();
  let at = wanted;
  for (let pass = 0; pass < 2; pass++) at = wanted - difference(new Date(at), zone);
  return at;
}

// Milliseconds that the zone's clock is ahead of UTC.
function difference(at: Date, zone: string): number {
  return utc(localDay(at, zone)).getTime() + clockOf(at, zone) * HOUR_MS - Math.floor(at.getTime() / 60_000) * 60_000;
}

// Hours on the zone's clock, 0 to 24, with minutes as a fraction.
function clockOf(now: Date, zone: string): number {
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
    .format(now)
    .split(":")
    .map(Number);
  return hours + minutes / 60;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
