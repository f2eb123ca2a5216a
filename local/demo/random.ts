// A seeded source of chance, so that demo data is the same on every machine.

export interface Chance {
  /** 0 <= x < 1 */
  next(): number;
  /** Whole number, both ends included. */
  integer(from: number, to: number): number;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, or all of them when there are fewer, in random order. */
  some<T>(items: readonly T[], count: number): T[];
  /** An item with a chance in proportion to its weight. */
  weighted<T extends { weight: number }>(items: readonly T[]): T;
  /** True with this probability. */
  happens(probability: number): boolean;
  /** Normal with mean 0 and deviation 1 (Box and Muller, 1958). */
  normal(): number;
}

/** Mulberry32 by Tommy Ettinger: 32 bits of state, enough for names and places. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(integer(0, left.length - 1), 1));
    return taken;
  };
  const weighted = <T extends { weight: number }>(items: readonly T[]): T => {
    let rest = next() * items.reduce((sum, item) => sum + item.weight, 0);
    for (const item of items) {
      rest -= item.weight;
      if (rest < 0) return item;
    }
    return pick(items);
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, integer, pick, some, weighted, happens: (probability) => next() < probability, normal };
}

/** A seed of its own for the n-th of a series, so that the n-th does not depend on how many there are. */
export function seedOf(seed: number, n: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return (h ^ (h >>> 15)) >>> 0;
}
