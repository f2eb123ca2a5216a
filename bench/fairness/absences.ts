// The rolling 30 days of the simulation, and what passes while somebody is away.
import { WINDOW_DAYS } from "../../src/domain/equity/pool.ts";
import type { Person } from "./world.ts";
import { at } from "./world.ts";

/** The end of the last absence: today while it lasts, the first day where there was none. */
export function backSince({ leave }: Person, now: number): number {
  return leave.from <= now && leave.from < leave.until ? Math.min(now, leave.until) : 0;
}

/** creditOf() of the product as a difference of running sums: cases ask for it thousands of times a day. */
export function creditAt(person: Person, clock: VirtualClock | undefined, now: number): number {
  return clock ? person.weight * missed(person, clock, now) : 0;
}

/** Virtual time that passed in the absences: in the 30 days before `now`, or ever (now < 0). */
export function missed({ joined, leave }: Person, clock: VirtualClock, now: number): number {
  const start = now < 0 ? Number.NEGATIVE_INFINITY : now - WINDOW_DAYS;
  const end = now < 0 ? Number.POSITIVE_INFINITY : now;
  const between = (from: number, until: number) => {
    const lower = Math.max(from, start);
    const upper = Math.min(until, end);
    return upper > lower ? clock.before(upper) - clock.before(lower) : 0;
  };
  return between(Number.NEGATIVE_INFINITY, joined) + between(Math.max(joined, leave.from), leave.until);
}

/** Running sum of 1 / weights present over an area's accepted cases. */
export class VirtualClock {
  #days: number[] = [];
  #sums: number[] = [];

  tick(day: number, by: number): void {
    this.#sums.push(this.all() + by);
    this.#days.push(day);
  }

  all(): number {
    return this.#sums.at(-1) ?? 0;
  }

  before(day: number): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(this.#days, middle) < day) low = middle + 1;
      else high = middle;
    }
    return low > 0 ? at(this.#sums, low - 1) : 0;
  }
}

/** What happened to whom, oldest first, until it is forgotten. */
export class Rolling {
  #days: number[] = [];
  #pairs: number[] = [];
  #head = 0;
  #forget: (pair: number, day: number) => void;

  constructor(forget: (pair: number, day: number) => void) {
    this.#forget = forget;
  }

  add(day: number, pair: number): void {
    this.#days.push(day);
    this.#pairs.push(pair);
  }

  forgetBefore(day: number): void {
    while (this.#head < this.#days.length && at(this.#days, this.#head) <= day) {
      this.#forget(at(this.#pairs, this.#head), at(this.#days, this.#head));
      this.#head++;
    }
  }
}
