// What becomes of a message after a vendor was asked: again later, the next channel, or the end of this one.
import type { Urgency } from "./occasions.ts";

export interface Tried {
  outcome: "refused" | "failed" | "unsure";
  /** A code; `open_circuit`: the vendor is known to be away. */
  reason: string;
  urgency: Urgency;
  /** How often this channel was asked, this time included. */
  tries: number;
  /** Whether another channel of the ladder is left. */
  hasNext: boolean;
  /** The same message twice is one at this vendor. */
  isIdempotent: boolean;
}

/** `climbs`: the next channel takes over. */
export type Settled =
  | { status: "queued"; againInSeconds: number }
  | { status: "failed"; climbs: boolean }
  | { status: "unsure"; climbs: boolean };

/** Where another channel waits; without one it is worth a day of tries. */
const TRIES_BEFORE_NEXT: Record<Urgency, number> = { immediate: 1, urgent: 2, usual: 4 };
/** A code is good for ten minutes; for the rest, with the waits below, about a day. */
const MOST_TRIES: Record<Urgency, number> = { immediate: 30, urgent: 60, usual: 60 };
/** The longest wait between two tries: somebody sits before the page and waits for a code. */
const MOST_WAIT_SECONDS: Record<Urgency, number> = { immediate: 20, urgent: 900, usual: 1800 };

/** `random` 0..1 spreads tries of many messages (full jitter, at least half of the wait). */
export function afterOutcome(tried: Tried, random: number): Settled {
  const { outcome, reason, urgency, tries, hasNext, isIdempotent } = tried;
  if (outcome === "refused") return { status: "failed", climbs: hasNext };
  // It may have arrived: where a person waits, twice on two channels is better than not at all.
  if (outcome === "unsure" && !isIdempotent) return { status: "unsure", climbs: hasNext && urgency === "urgent" };
  if (tries >= MOST_TRIES[urgency]) return { status: outcome, climbs: hasNext };
  if (hasNext && (reason === "open_circuit" || reason === "overloaded" || tries >= TRIES_BEFORE_NEXT[urgency]))
    return { status: outcome, climbs: true };
  const ceiling = Math.min(MOST_WAIT_SECONDS[urgency], 5 * 2 ** (tries - 1));
  return { status: "queued", againInSeconds: Math.ceil(ceiling / 2 + (random * ceiling) / 2) };
}
