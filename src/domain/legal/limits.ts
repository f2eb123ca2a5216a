// Legal time limits that lay people run into, each with its statute; where the law counts working days we count calendar days.
import { COURT_LIMITS } from "./limits/court.ts";
import { EVENTS, NOT_EVENTS, STARTS } from "./limits/events.ts";
import { EVERYDAY_LIMITS } from "./limits/everyday.ts";
import type { Limit } from "./limits/limit.ts";
import { STATE_LIMITS } from "./limits/state.ts";

export type { Limit } from "./limits/limit.ts";

/**
 * Working days without local holidays cannot be known here, and court holidays only lengthen a limit, so calendar days are a floor:
 * the last day shown is never later than the true one.
 */
export const LIMITS: readonly Limit[] = [...COURT_LIMITS, ...EVERYDAY_LIMITS, ...STATE_LIMITS].map((row) => ({
  ...row,
  scenes: EVENTS[row.kind] ?? [],
  ...(NOT_EVENTS[row.kind] === undefined ? {} : { notScenes: NOT_EVENTS[row.kind] }),
  ...(STARTS[row.kind] === undefined ? {} : { starts: STARTS[row.kind] }),
}));

export function limitOf(kind: string): Limit | undefined {
  return LIMITS.find((candidate) => candidate.kind === kind);
}

/** Length of a limit in days, roughly, for telling how near its end is; 0 for an appointed day. */
export function limitDays(kind: string): number {
  const length = limitOf(kind)?.length;
  return length == null ? 0 : (length.days ?? 0) + 30 * (length.months ?? 0) + 365 * (length.years ?? 0);
}
