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
  /** Commits and sends everything that waits. */
  flush: () => void;
}

export class Pace {
  readonly #parts: PaceParts;
  #nextAt = 0;
  #timer: Promise<void> | null = null;

  constructor(parts: PaceParts) {
    this.#parts = parts;
  }

  /** Resolves when what was put in line before the call has been flushed. */
  async turn(): Promise<void> {
    const waitMs = this.#nextAt - this.#parts.now();
    if (waitMs < SHORTEST_WAIT_MS) return this.#flush();
    this.#timer ??= new Promise<void>((resolve) => setTimeout(resolve, waitMs)).then(() => {
      this.#timer = null;
      this.#flush();
    });
    return this.#timer;
  }

  #flush(): void {
    this.#parts.flush();
    this.#nextAt = this.#parts.now() + Math.min(LONGEST_WAIT_MS, this.#parts.readers() * COST_PER_READER_MS);
  }
}
