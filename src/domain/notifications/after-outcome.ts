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

/** `queued`: asked again, as long as its message in the outbox has patience. `climbs`: the next channel takes over. */
export type Settled =
  | { status: "queued" }
  | { status: "failed"; climbs: boolean }
  | { status: "unsure"; climbs: boolean };

/** Where another channel waits; without one it is asked again and again. */
const TRIES_BEFORE_NEXT: Record<Urgency, number> = { immediate: 1, urgent: 2, usual: 4 };

export function afterOutcome(tried: Tried): Settled {
  const { outcome, reason, urgency, tries, hasNext, isIdempotent } = tried;
  if (outcome === "refused") return { status: "failed", climbs: hasNext };
  // It may have arrived: where a person waits, twice on two channels is better than not at all.
  if (outcome === "unsure" && !isIdempotent) return { status: "unsure", climbs: hasNext && urgency === "urgent" };
  if (hasNext && (reason === "open_circuit" || reason === "overloaded" || tries >= TRIES_BEFORE_NEXT[urgency]))
    return { status: outcome, climbs: true };
  return { status: "queued" };
}
