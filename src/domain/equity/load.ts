// How full a professional is: load against capacity, over all areas.

export interface Load {
  /** Cases in 30 days, from 1. */
  capacityMonthly: number;
  /** Accepted in the rolling 30 days. */
  cases30d: number;
  pendingOffers: number;
}

/** True when nothing more may be proposed: the cap is absolute, and no credit or priority lifts it. */
export function atCapacity(load: Load): boolean {
  return !(load.cases30d + load.pendingOffers < load.capacityMonthly);
}

/** Load as a share of capacity: 0 = idle, 1 = full. */
export function loadRate(load: Load): number {
  if (!(load.capacityMonthly > 0)) return 1;
  return Math.max(0, (load.cases30d + load.pendingOffers) / load.capacityMonthly);
}
