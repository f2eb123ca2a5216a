// Virtual cases for whoever was away: what their share would have been, so that a return neither floods nor forgets them.
import { WINDOW_DAYS } from "./pool.ts";

/** Away from `from` (included) up to `until`; before joining `from` is null, while the end is not known `until` is. */
export interface Absence {
  from: Date | null;
  until: Date | null;
}

/** A case of the area that somebody accepted, with the weights of all who were there to take it. */
export interface AreaAcceptance {
  at: Date;
  weightPresent: number;
}

const WINDOW_MS = WINDOW_DAYS * 86_400_000;

/**
 * Cases: weight * sum(1 / weights present) over the area's cases that were accepted during the absences and are still in the
 * window; 0 without absences. Times that overlap count once.
 *
 * That is the virtual time of fair queueing (Demers, Keshav and Shenker 1989) which passed without them, times their weight.
 * Where all weigh the same it is (cases of the others) / (number of the others). It puts an absent person exactly at their
 * fair share, with no shortfall and no lead, and it leaves the window with the cases that made it.
 */
export function creditOf(
  weight: number,
  absences: readonly Absence[],
  acceptances: readonly AreaAcceptance[],
  now: Date,
): number {
  let passed = 0;
  for (const { at, weightPresent } of acceptances) {
    if (inWindow(at, now) && weightPresent > 0 && absences.some((absence) => covers(absence, at))) {
      passed += 1 / weightPresent;
    }
  }
  return Math.max(0, weight) * passed;
}

/** In (now - 30 days, now]. */
export function inWindow(at: Date, now: Date): boolean {
  const age = now.getTime() - at.getTime();
  return age >= 0 && age < WINDOW_MS;
}

function covers({ from, until }: Absence, at: Date): boolean {
  return (from === null || from <= at) && (until === null || at < until);
}
