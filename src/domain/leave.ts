// When a professional is away: from a moment on, until the day of the return if that is known.
import { localDay } from "./triage/calendar.ts";

/** True from `leaveFrom` on and before `leaveUntil`; without `leaveFrom` there is no leave. */
export function isOnLeave(leave: { leaveFrom: Date | null; leaveUntil: Date | null }, now: Date): boolean {
  return leave.leaveFrom !== null && leave.leaveFrom <= now && (leave.leaveUntil === null || leave.leaveUntil > now);
}

const HOUR_MS = 3_600_000;

/** The moment at which `day` (YYYY-MM-DD) begins in `zone`, to the hour: the first whole UTC hour whose local day it is. */
export function startOfDay(day: string, zone: string): Date {
  const midnightUtc = Date.parse(`${day}T00:00:00Z`);
  // No zone is further from UTC than 14 hours.
  for (let hours = -14; hours <= 14; hours++) {
    const at = new Date(midnightUtc + hours * HOUR_MS);
    if (localDay(at, zone) === day) return at;
  }
  return new Date(midnightUtc);
}
