// The order of the list from which a client chooses: drawn anew each day, the same for everybody, moved by nothing else.
import { sha256Hex } from "../contracts/sha256.ts";
import { DEFAULT_ZONE } from "../locale.ts";
import { localDay } from "../triage/calendar.ts";

export interface Draw {
  /** YYYY-MM-DD in Sao Paulo. */
  day: string;
  tenantId: string;
}

/** The day whose draw is shown at `now`. */
export function drawDay(now: Date): string {
  return localDay(now, DEFAULT_ZONE);
}

/**
 * What a list is sorted by: SHA-256 of day, tenant and professional, in 64 hexadecimal digits; services/directory/neutral-key-sql.ts
 * is the same in SQL. Sorting by independent random keys is a uniform permutation (Knuth, The Art of Computer Programming 2,
 * 3.4.2). Each key depends on its own professional alone (highest random weight: Thaler and Ravishankar 1998), so a filter
 * changes who is there and never who stands before whom, and over the days each of any group is first equally often.
 */
export function neutralKey({ day, tenantId }: Draw, professionalId: string): Promise<string> {
  return sha256Hex(new TextEncoder().encode(`${day} ${tenantId} ${professionalId}`));
}

/** A permutation of `ids` by their keys; equal for every order in which they come. */
export async function neutralOrder(ids: readonly string[], draw: Draw): Promise<string[]> {
  const keyed = await Promise.all(ids.map(async (id) => ({ id, key: await neutralKey(draw, id) })));
  return keyed.sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id)).map(({ id }) => id);
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
