// What this tab knows of the newest sign-in code: when it was asked for, and how many wrong ones were tried on it.

/** A complete code that is wrong uses up one of so many tries; the server ends the code after them. */
export const MOST_TRIES = 5;

const SENT = "vez.code.sent";
const TRIES = "vez.code.tries";

export type Refused = "wrong" | "spent" | undefined;

/** Seconds since the code was sent. A page that tells of no failure, and is no reload, is that of a new code. */
export function secondsSinceSent(refused: Refused): number {
  const sent = Number(sessionStorage.getItem(SENT) ?? Number.NaN);
  if (Number.isFinite(sent) && (refused !== undefined || isRevisit())) return Math.max(0, (Date.now() - sent) / 1000);
  sessionStorage.setItem(SENT, String(Date.now()));
  sessionStorage.removeItem(TRIES);
  return 0;
}

/** Counts one complete code on its way to the server. */
export function countTry(): void {
  sessionStorage.setItem(TRIES, String(tries() + 1));
}

/** True when nothing can be done with this code any more. */
export function isSpent(refused: Refused): boolean {
  return refused === "spent" || (refused === "wrong" && tries() >= MOST_TRIES);
}

function tries(): number {
  return Number(sessionStorage.getItem(TRIES) ?? 0);
}

function isRevisit(): boolean {
  const [visit] = performance.getEntriesByType("navigation");
  return visit instanceof PerformanceNavigationTiming && visit.type !== "navigate";
}
