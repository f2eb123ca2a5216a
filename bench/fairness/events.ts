// What happens next: a binary heap of events by time, then in the order in which they were added.

export interface Event {
  day: number;
  serial: number;
  run: (day: number) => void;
}

export class Agenda {
  #heap: Event[] = [];
  #serial = 0;

  add(day: number, run: (day: number) => void): void {
    const heap = this.#heap;
    const event = { day, serial: this.#serial++, run };
    let i = heap.length;
    heap.push(event);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !sooner(event, above)) break;
      heap[i] = above;
      i = parent;
    }
    heap[i] = event;
  }

  /** Runs the earliest event; false when there is none. */
  step(): boolean {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return false;
    if (heap.length > 0) this.#sink(last);
    first.run(first.day);
    return true;
  }

  #sink(event: Event): void {
    const heap = this.#heap;
    let i = 0;
    for (;;) {
      const left = heap[2 * i + 1];
      const right = heap[2 * i + 2];
      if (left === undefined) break;
      const [child, at] = right !== undefined && sooner(right, left) ? [right, 2 * i + 2] : [left, 2 * i + 1];
      if (!sooner(child, event)) break;
      heap[i] = child;
      i = at;
    }
    heap[i] = event;
  }
}

function sooner(a: Event, b: Event): boolean {
  return a.day !== b.day ? a.day < b.day : a.serial < b.serial;
}
