// Where a list goes on: the last item's moment and id, as one opaque word.
import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { invalid } from "../base/errors.ts";

interface Place {
  at: Date;
  id: string;
}

/** The word after which the next page begins. */
function cursorOf(place: Place): string {
  return btoa(`${place.at.getTime()}.${place.id}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Throws `invalid_input` for a word that no list gave out. */
function readCursor(cursor: string): Place {
  const found = /^(\d{1,15})\.([a-z]{3}_[0-9a-z-]{1,60})$/.exec(decode(cursor));
  if (found === null) throw invalid("This list cannot go on from there. Start again without a cursor.");
  return { at: new Date(Number(found[1])), id: found[2] ?? "" };
}

/** The part of a list, newest first, that comes after `cursor`. */
export function afterCursor(at: PgColumn, id: PgColumn, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const place = readCursor(cursor);
  return sql`(${at}, ${id}) < (${place.at.toISOString()}::timestamptz, ${place.id})`;
}

/** The part of a list, oldest first, that comes after `cursor`. */
export function laterCursor(at: PgColumn, id: PgColumn, cursor: string | undefined): SQL | undefined {
  if (cursor === undefined) return undefined;
  const place = readCursor(cursor);
  return sql`(${at}, ${id}) > (${place.at.toISOString()}::timestamptz, ${place.id})`;
}

/** A page of at most `limit` out of `limit + 1` rows, and where the next one begins (null: this was the last). */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  place: (row: T) => Place,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(place(last)) : null };
}

function decode(cursor: string): string {
  try {
    return atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  } catch (error) {
    // Not base64: no list of ours gave it out, and the reader is told so like for any other wrong word.
    if (error instanceof DOMException) return "";
    throw error;
  }
}
