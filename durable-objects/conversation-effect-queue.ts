// Work that a turn owes to Postgres, kept as rows beside the log: done only when its verb has returned.
// A row says what is owed; what is written is read from the state when it runs, so late and repeated runs agree.

export type EffectKind = "record" | "complete" | "forget" | "usage" | "tell";

export interface Effect {
  id: number;
  kind: EffectKind;
  /** Why a human was called; null where nobody was. */
  reason: string | null;
  /** Number of the log's last event when it was owed: the same in every attempt. */
  seq: number;
  attempts: number;
  /** JSON of what cannot be read from the state later (`usage`), else null. */
  data: string | null;
}

type EffectRow = { [K in keyof Effect]: Effect[K] };

/** The first wait after a failure, and the longest: Postgres may be away for hours. */
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;

export class EffectQueue {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Owes one more effect from `nowMs` on; call it in the turn's own transaction. */
  owe(kind: EffectKind, reason: string | null, seq: number, nowMs: number, data: string | null = null): void {
    // A plain mirror that has not started is the same as this one: both write the state of the moment they run.
    if (reason === null && data === null && this.#waiting(kind)) return;
    this.#sql.exec(
      "INSERT INTO effects (kind, reason, seq, due_at, data) VALUES (?, ?, ?, ?, ?)",
      ...[kind, reason, seq, nowMs, data],
    );
  }

  /** True while nothing is owed. */
  get isEmpty(): boolean {
    return this.nextAt() === null;
  }

  /** Takes back what is owed of a kind; nothing of it may be under way. */
  cancel(kind: EffectKind): void {
    this.#sql.exec("DELETE FROM effects WHERE kind = ?", kind);
  }

  /** The oldest effect due at `nowMs`, or null. */
  nextDue(nowMs: number): Effect | null {
    return (
      this.#sql
        .exec<EffectRow>(
          "SELECT id, kind, reason, seq, attempts, data FROM effects WHERE due_at <= ? ORDER BY id LIMIT 1",
          nowMs,
        )
        .toArray()[0] ?? null
    );
  }

  /** When the next effect is due, ms since the epoch, or null when nothing is owed. */
  nextAt(): number | null {
    return this.#sql.exec<{ at: number | null }>("SELECT min(due_at) AS at FROM effects").one().at;
  }

  /** Marks an effect as under way, so that a later turn owes its own. */
  start(effect: Effect, nowMs: number): void {
    this.#sql.exec(
      "UPDATE effects SET attempts = attempts + 1, due_at = ? WHERE id = ?",
      nowMs + waitMs(effect.attempts + 1, 1),
      effect.id,
    );
  }

  done(effect: Effect): void {
    this.#sql.exec("DELETE FROM effects WHERE id = ?", effect.id);
  }

  /** Puts it off; `random` is 0..1. */
  putOff(effect: Effect, nowMs: number, random: number): void {
    this.#sql.exec(
      "UPDATE effects SET due_at = ? WHERE id = ?",
      nowMs + waitMs(effect.attempts + 1, random),
      effect.id,
    );
  }

  #waiting(kind: EffectKind): boolean {
    return this.#sql.exec("SELECT 1 FROM effects WHERE kind = ? AND attempts = 0", kind).toArray().length > 0;
  }
}

/** Doubles from 2 s to 5 min, spread over its upper half so that many objects do not come back together. */
export function waitMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}
