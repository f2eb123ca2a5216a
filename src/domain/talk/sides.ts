// The two sides of a talk after an acceptance, and whether words still pass between them.
import type { CaseStatus } from "../case-state.ts";

export const SIDES = ["client", "professional"] as const;
export type Side = (typeof SIDES)[number];

/** `system`: the house says something to both. */
export const SENDERS = [...SIDES, "system"] as const;
export type Sender = (typeof SENDERS)[number];

export const MOST_CHARACTERS = 4000;

/** A professional reads a closed case's talk for so long; its client keeps it. */
const READABLE_DAYS = 30;

const DAY_MS = 86_400_000;

/** `none`: nobody holds the case. `read_only`: it is closed. `blocked`: one of the two wants no more of the other. */
export type TalkState = "none" | "open" | "read_only" | "blocked";

export function otherSide(side: Side): Side {
  return side === "client" ? "professional" : "client";
}

/** States of a case in which its two sides write to each other. */
export const TALKING: readonly CaseStatus[] = ["accepted", "signed"];

interface TalkFacts {
  status: CaseStatus;
  /** An acceptance stands. */
  held: boolean;
  blocked: boolean;
  closedAt: Date | null;
}

/**
 * Whether a professional still sees by what and when the client is reached: while they may write to each other, and as long
 * after the end as their talk can be read. Never once one of the two wanted no more of the other.
 */
export function seesContact(facts: TalkFacts, now: Date): boolean {
  const state = talkState(facts, "professional", now);
  return !facts.blocked && (state === "open" || state === "read_only");
}

/** Where the talk stands for one side; `none` also where its time to be read is over for that side. */
export function talkState(facts: TalkFacts, side: Side, now: Date): TalkState {
  if (!facts.held) return "none";
  if (facts.status === "closed") {
    const sinceMs = now.getTime() - (facts.closedAt ?? now).getTime();
    return side === "professional" && sinceMs > READABLE_DAYS * DAY_MS ? "none" : "read_only";
  }
  if (!TALKING.includes(facts.status)) return "none";
  return facts.blocked ? "blocked" : "open";
}
