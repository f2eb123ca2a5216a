// What was published, checked, and is not yet in the log: kept together in one commit, and every publisher told how it went.
import type { Log } from "../src/base/log.ts";
import type { NewEvent } from "../src/domain/events.ts";

export interface LineParts {
  /** Commits all or nothing; throws when it could not. */
  keep: (events: readonly NewEvent[]) => void;
  log: Log;
}

export class PublishLine {
  readonly #parts: LineParts;
  #waiting = emptyLine();

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  /** Resolves with true once they are kept, with false when they could not be. */
  add(events: readonly NewEvent[]): Promise<boolean> {
    this.#waiting.events.push(...events);
    return this.#waiting.kept.promise;
  }

  /** One commit for everything that waits; never throws: those who published are told, whoever flushes goes on. */
  flush(): void {
    const { events, kept } = this.#waiting;
    if (events.length === 0) return;
    this.#waiting = emptyLine();
    try {
      this.#parts.keep(events);
      kept.resolve(true);
    } catch (error) {
      this.#parts.log.warn("publish_failed", { events: events.length, error });
      kept.resolve(false);
    }
  }
}

function emptyLine(): { events: NewEvent[]; kept: PromiseWithResolvers<boolean> } {
  return { events: [], kept: Promise.withResolvers<boolean>() };
}
