// Where a list in another order than time goes on: the number of rows already given, as one opaque word.
import { invalid } from "../base/errors.ts";

/** Nobody leafs further; a longer list wants a filter. */
const MOST_ROWS = 100_000;

/** The rows to pass over. Throws `invalid_input` for a word that no list gave out. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const found = /^n([0-9a-z]{1,5})$/.exec(cursor);
  const offset = Number.parseInt(found?.[1] ?? "", 36);
  if (Number.isNaN(offset) || offset > MOST_ROWS) {
    throw invalid("This list cannot go on from there. Start again without a cursor.");
  }
  return offset;
}

/** A page of at most `limit` out of `limit + 1` rows, and where the next one begins (null: this was the last). */
export function offsetPage<T>(rows: readonly T[], limit: number, offset: number): { items: T[]; next: string | null } {
  const next = rows.length > limit && offset + limit <= MOST_ROWS ? `n${(offset + limit).toString(36)}` : null;
  return { items: rows.slice(0, limit), next };
}
