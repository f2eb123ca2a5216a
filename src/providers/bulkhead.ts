// How many calls to one vendor may be under way at once in one isolate: a slow vendor fills its own places, and no others.

export class Bulkhead {
  readonly #most: number;
  readonly #now: () => number;
  /** Until when each place is held at the most: a request that was cancelled never says that it has left. */
  readonly #places = new Set<{ untilMs: number }>();

  constructor(most: number, now: () => number = Date.now) {
    this.#most = most;
    this.#now = now;
  }

  /** A place for at most so long; what it gives leaves it. Null where all are taken. */
  enter(longestMs: number): (() => void) | null {
    const now = this.#now();
    if (this.#places.size >= this.#most) {
      for (const place of this.#places) if (place.untilMs <= now) this.#places.delete(place);
      if (this.#places.size >= this.#most) return null;
    }
    const place = { untilMs: now + longestMs };
    this.#places.add(place);
    return () => void this.#places.delete(place);
  }
}
