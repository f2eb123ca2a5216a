// Seeded chance for training: the same seed gives the same draws on every machine.

/** Numbers in [0, 1), as even as 32 bits allow. */
export type Chance = () => number;

/** SplitMix32 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", finaliser of MurmurHash3). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed ^= mixed >>> 13;
    mixed = Math.imul(mixed, 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/**
 * Writes `round(share * total)`, at least one, of 0..total-1 in ascending order to the start of `into` and returns how
 * many: selection sampling (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S).
 */
export function sampleInOrder(total: number, share: number, chance: Chance, into: Int32Array): number {
  const wanted = Math.min(total, Math.max(1, Math.round(share * total)));
  let taken = 0;
  for (let i = 0; taken < wanted; i++) {
    if (wanted === total || (total - i) * chance() < wanted - taken) into[taken++] = i;
  }
  return taken;
}
