// When a webhook that was not taken is tried again, and when its receiver is given up.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Quick at first, for a restart; then slower, for an outage; together a little under a day. */
const WAITS_MS = [5 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 8 * HOUR, 8 * HOUR];
/** Up to a tenth more, so that receivers that came back are not met by everything at once. */
const JITTER = 0.1;

/** How long a delivery is tried for. */
export const RETRY_FOR_MS = 24 * HOUR;
/** A receiver that took nothing for so long, over at least `LEAST_TRIES` of a delivery, is switched off. */
export const DISABLE_AFTER_MS = 72 * HOUR;
export const LEAST_TRIES = 3;
/** How long the old secret signs beside the new one. */
export const OLD_SECRET_FOR_MS = 24 * HOUR;

/** Milliseconds until the try after `tries` failed ones; null: there is none. `random` is 0..1. */
export function nextWaitMs(tries: number, random: number): number | null {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? null : Math.round(wait * (1 + JITTER * random));
}
