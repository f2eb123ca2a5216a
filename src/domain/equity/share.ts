// How one capacity is divided between several areas.

/**
 * Cases a month that an area may count on: the capacity divided equally between the areas of the profile (at least one).
 *
 * Equally, because a division by demand would move everybody's fair share whenever demand moves, and nobody could check it.
 * Who adds an area asks for a little of both, not for twice the work. The cap stays on the sum of all areas.
 */
export function areaWeight(capacityMonthly: number, areas: readonly string[]): number {
  const capacity = Number.isFinite(capacityMonthly) ? Math.max(0, capacityMonthly) : 0;
  return capacity / Math.max(1, new Set(areas).size);
}
