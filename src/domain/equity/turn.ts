// Whose turn it is: load against capacity, seen beside the others who could take the same case.

export interface Load {
  id: string;
  /** Cases a month, from 1. */
  capacityMonthly: number;
  /** Load of the rolling 30 days. */
  cases30d: number;
  pendingOffers: number;
  /** Credit in cases earned by leave or late joining; 0 when none. */
  priority: number;
}

/** True when nothing more may be proposed: the cap is absolute, credit does not lift it. */
export function atCapacity(load: Omit<Load, "id" | "priority">): boolean {
  return !(load.cases30d + load.pendingOffers < load.capacityMonthly);
}

/** Load as a share of capacity, credit taken off; 0 = idle, 1 = full; never below 0. */
export function loadRate(load: Omit<Load, "id">): number {
  if (!(load.capacityMonthly > 0)) return 1;
  return Math.max(0, (load.cases30d + load.pendingOffers - load.priority) / load.capacityMonthly);
}

/**
 * 0..1 for each id: 1 for the least loaded, 0 for the most loaded, by how many of the others carry less:
 * turn = 1 - |{others with a lower load rate}| / (n - 1); equal load rates get equal turns; one alone has 1.
 *
 * A place in the queue, not a distance: one overloaded person would flatten the differences between all the others if the
 * rates themselves were scaled. The measurement is in docs/decisions/matching.md.
 */
export function turns(loads: readonly Load[]): Map<string, number> {
  const ascending = loads.map((load) => ({ id: load.id, rate: loadRate(load) })).sort((a, b) => a.rate - b.rate);
  const result = new Map<string, number>();
  let lower = 0;
  for (const [index, { id, rate }] of ascending.entries()) {
    if (index > 0 && rate !== ascending[index - 1]?.rate) lower = index;
    result.set(id, ascending.length === 1 ? 1 : 1 - lower / (ascending.length - 1));
  }
  return result;
}
