// Whether Vez may write to a client outside its own pages at a moment, and if not, from when on.
import type { Reach } from "./reach.ts";

export type MayReach = { when: "now" } | { when: "at"; at: Date } | { when: "never" };

type Hours = Pick<Reach, "safeFrom" | "safeUntil" | "zone">;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/**
 * `now` in the safe hours, `at` their next beginning, `never` where only the page was allowed, where a voice is wanted (Vez does not
 * call), and where a text would stay on a phone that others may hold. An e-mail address was given to be written to.
 */
export function mayReach(reach: Reach, now: Date): MayReach {
  if (reach.channel === "page" || reach.channel === "call" || reach.address === null) return { when: "never" };
  if (reach.channel !== "email" && !reach.leaveMessage) return { when: "never" };
  const at = firstSafeMoment(reach, now);
  return at === null ? { when: "now" } : { when: "at", at };
}

/** Null within the hours, and where there are none; otherwise when they begin. */
export function firstSafeMoment(hours: Hours, now: Date): Date | null {
  return isSafeAt(hours, now) ? null : nextSafeMoment(hours, now);
}

/** True within the safe hours, whatever the channel; without hours always. */
export function isSafeAt({ safeFrom, safeUntil, zone }: Hours, at: Date): boolean {
  if (safeFrom === null || safeUntil === null || safeFrom === safeUntil) return true;
  const minute = minuteOfDay(at, zone);
  if (safeFrom < safeUntil) return minute >= safeFrom && minute < safeUntil;
  return minute >= safeFrom || minute < safeUntil;
}

/**
 * The first safe minute after `now`. Goes by what the clock on the wall shows, so that a change of the clocks moves the moment
 * with the wall; where it skips the hour of `safeFrom`, the safe time begins right after the skipped one.
 */
function nextSafeMoment(reach: Hours, now: Date): Date {
  const from = reach.safeFrom ?? 0;
  const minute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  const wait = (from - minuteOfDay(now, reach.zone) + DAY_MINUTES) % DAY_MINUTES;
  let at = minute + wait * MINUTE_MS;
  // The clocks may have been changed in between: by an hour, in some zones by half of one.
  const off = from - minuteOfDay(new Date(at), reach.zone);
  at += (((off + 1.5 * DAY_MINUTES) % DAY_MINUTES) - DAY_MINUTES / 2) * MINUTE_MS;
  while (at <= now.getTime() || !isSafeAt(reach, new Date(at))) at += MINUTE_MS;
  return new Date(at);
}

function minuteOfDay(at: Date, zone: string): number {
  const parts = clockOf(zone).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return read("hour") * 60 + read("minute");
}

/** Making one takes longer than a hundred readings of it; there are some 600 zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  clocks.set(timeZone, clock);
  return clock;
}
