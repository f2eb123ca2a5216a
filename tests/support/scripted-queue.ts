// A queue without a machine behind it: a test says what is delivered when, together with what, how often, and who is killed meanwhile.
import type { QueuedRow } from "../../src/services/context.ts";
import type { Delivery } from "../../src/services/outbox/delivery.ts";

interface Message {
  outboxId: string;
  attempts: number;
  dueMs: number;
}

export class ScriptedQueue {
  readonly #nowMs: () => number;
  #waiting: Message[] = [];

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** What a context's `enqueue` does. */
  push(rows: readonly Pick<QueuedRow, "id" | "delaySeconds">[]): void {
    for (const { id, delaySeconds = 0 } of rows) {
      this.#waiting.push({ outboxId: id, attempts: 0, dueMs: this.#nowMs() + delaySeconds * 1000 });
    }
  }

  get size(): number {
    return this.#waiting.length;
  }

  /** What a kill of the whole machine leaves. */
  clear(): void {
    this.#waiting = [];
  }

  /**
   * Takes up to `most` due messages out as one batch. `end` brings back what was neither acknowledged nor given back: whoever had
   * it is gone. While `isAlive` is false, nothing that the consumer says is heard.
   */
  deliver(most: number, isAlive: () => boolean = () => true): { batch: Delivery[]; end: () => void } {
    const due = this.#waiting.filter(({ dueMs }) => dueMs <= this.#nowMs()).slice(0, most);
    this.#waiting = this.#waiting.filter((message) => !due.includes(message));
    const open = new Set(due);
    const settle = (message: Message, back: (() => void) | null) => {
      if (!isAlive() || !open.delete(message)) return;
      back?.();
    };
    const batch = due.map((message) => ({
      outboxId: message.outboxId,
      attempts: ++message.attempts,
      ack: () => settle(message, null),
      retry: ({ delaySeconds }: { delaySeconds: number }) =>
        settle(message, () => this.#waiting.push({ ...message, dueMs: this.#nowMs() + delaySeconds * 1000 })),
    }));
    return { batch, end: () => void this.#waiting.push(...open) };
  }
}
