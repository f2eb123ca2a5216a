// A conversation's log in SQLite: numbered without a hole, append-only, trimmed from its old end.
// Layout: one row an event, `seq` is the rowid, so that the usual append touches one page.
// A key is remembered as long as its event is kept; redeliveries come within hours, a trim after thousands of events.
import { invalid } from "../src/base/errors.ts";
import type { LoggedEvent, NewEvent } from "../src/domain/events.ts";
import type { LogRow } from "./conversation-frames.ts";

/** A legal triage has some 60 events; a person's inbox grows for years, and a page reads the last hundred. */
export const KEEP_EVENTS = 5_000;
/** Trimming row by row would double every later append. */
const TRIM_SLACK = 250;
/** Leaves room below the 128 kB of a queue message. */
const MAX_DATA_CHARS = 64_000;

/** The same events, or `invalid_input` when one is too long to be kept and queued. */
export function checkSizes(events: NewEvent[]): NewEvent[] {
  for (const event of events) {
    if (JSON.stringify(event.data).length > MAX_DATA_CHARS) throw invalid("An event carries at most 64 kB.");
  }
  return events;
}

type StoredRow = { seq: number; at: number; type: LoggedEvent["type"]; data: string };

export class ConversationLog {
  readonly #sql: SqlStorage;
  readonly #keep: number;
  #first: number;
  #last: number;
  #unsent: LogRow[] = [];

  constructor(sql: SqlStorage, keep: number = KEEP_EVENTS) {
    this.#sql = sql;
    this.#keep = keep;
    this.#first = 1;
    this.#last = 0;
    this.reload();
  }

  get firstSeq(): number {
    return this.#first;
  }

  get lastSeq(): number {
    return this.#last;
  }

  /** Appends what is not there yet by its key; returns the number of the last event of the log. */
  append(events: readonly NewEvent[], at: number): number {
    for (const event of events) {
      const data = JSON.stringify(event.data);
      if (event.key !== null && this.#holds(event.key)) continue;
      const seq = this.#last + 1;
      this.#sql.exec(
        "INSERT INTO log (seq, at, type, key, data) VALUES (?, ?, ?, ?, ?)",
        seq,
        at,
        event.type,
        event.key,
        data,
      );
      this.#last = seq;
      this.#unsent.push({ seq, at, type: event.type, data });
    }
    this.#trim();
    return this.#last;
  }

  /** Up to `limit` rows strictly after `seq`, oldest first, as stored. */
  rowsAfter(seq: number, limit: number): StoredRow[] {
    return this.#sql
      .exec<StoredRow>("SELECT seq, at, type, data FROM log WHERE seq > ? ORDER BY seq LIMIT ?", seq, limit)
      .toArray();
  }

  /** The same as events. */
  after(seq: number, limit: number): LoggedEvent[] {
    return this.rowsAfter(seq, limit).map((row) => ({ ...row, data: JSON.parse(row.data) }));
  }

  /** What was said strictly after `seq`, and what to do in danger, oldest first. */
  spoken(seq: number): LoggedEvent[] {
    return this.#sql
      .exec<StoredRow>(
        `SELECT seq, at, type, data FROM log WHERE seq > ?
          AND (type = 'message' OR type = 'triage_update' AND instr(data, '"safety":{') > 0) ORDER BY seq`,
        seq,
      )
      .toArray()
      .map((row) => ({ ...row, data: JSON.parse(row.data) }));
  }

  /** The latest event of one of `types`, or null. */
  latest(types: readonly LoggedEvent["type"][]): LoggedEvent | null {
    const marks = types.map(() => "?").join(", ");
    const row = this.#sql
      .exec<StoredRow>(
        `SELECT seq, at, type, data FROM log WHERE type IN (${marks}) ORDER BY seq DESC LIMIT 1`,
        ...types,
      )
      .toArray()[0];
    return row ? { ...row, data: JSON.parse(row.data) } : null;
  }

  /** The last `limit` events of a type, oldest first. */
  recent(type: LoggedEvent["type"], limit: number): LoggedEvent[] {
    const rows = this.#sql.exec<StoredRow>(
      "SELECT seq, at, type, data FROM log WHERE type = ? ORDER BY seq DESC LIMIT ?",
      type,
      limit,
    );
    return rows
      .toArray()
      .reverse()
      .map((row) => ({ ...row, data: JSON.parse(row.data) }));
  }

  /** Forgets what is older than `at` (ms since the epoch), but for the last event, which holds the place in the numbers. */
  forgetBefore(at: number): void {
    const kept = this.#sql
      .exec<{ seq: number }>("SELECT seq FROM log WHERE at >= ? OR seq = ? ORDER BY seq LIMIT 1", at, this.#last)
      .toArray()[0];
    if (!kept || kept.seq === this.#first) return;
    this.#first = kept.seq;
    this.#sql.exec("DELETE FROM log WHERE seq < ?", this.#first);
  }

  /** What was appended since the last call and nobody has been sent. */
  takeUnsent(): LogRow[] {
    const rows = this.#unsent;
    if (rows.length > 0) this.#unsent = [];
    return rows;
  }

  /** Forgets what a rolled back transaction had appended. */
  reload(): void {
    const ends = this.#sql
      .exec<{ first: number; last: number }>(
        "SELECT coalesce((SELECT min(seq) FROM log), 1) AS first, coalesce((SELECT max(seq) FROM log), 0) AS last",
      )
      .one();
    this.#first = ends.first;
    this.#last = ends.last;
    this.#unsent = [];
  }

  #holds(key: string): boolean {
    return this.#sql.exec("SELECT 1 FROM log WHERE key = ?", key).toArray().length > 0;
  }

  #trim(): void {
    if (this.#last - this.#first + 1 <= this.#keep + TRIM_SLACK) return;
    this.#first = this.#last - this.#keep + 1;
    this.#sql.exec("DELETE FROM log WHERE seq < ?", this.#first);
  }
}
