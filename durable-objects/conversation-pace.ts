// When what was published goes out: at once while it is quiet, together while the readers still take the last frame.
// A frame costs each reader the same whether it carries one event or twenty, and so does a commit.

/** Core time that one frame costs for one reader, measured: object, bridge and socket together. */
const COST_PER_READER_MS = 0.08;
/** Nobody notices a tenth of a second in a flood; a person's own words never wait here. */
const LONGEST_WAIT_MS = 100;
/** Below this a timer costs more than the frame. */
const SHORTEST_WAIT_MS = 2;

export interface PaceParts {
  readers: () => number;
  now: () => number;
  /** Commits and sends everything that waits; never throws. */
  flush: () => void;
}

export class Pace {
  readonly #parts: PaceParts;
  #nextAt = 0;
  #waits = false;

  constructor(parts: PaceParts) {
    this.#parts = parts;
  }

  /** Something waits: flushes now, or together with what comes until the readers have taken the last frame. */
  turn(): void {
    if (this.#waits) return;
    const waitMs = this.#nextAt - this.#parts.now();
    if (waitMs < SHORTEST_WAIT_MS) {
      this.#flush();
      return;
    }
    this.#waits = true;
    setTimeout(() => this.#flush(), waitMs);
  }

  #flush(): void {
    this.#waits = false;
    this.#parts.flush();
    this.#nextAt = this.#parts.now() + Math.min(LONGEST_WAIT_MS, this.#parts.readers() * COST_PER_READER_MS);
  }
}
