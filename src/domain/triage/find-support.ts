// The three days to pay child support claimed in court: counted from the paper, not from the months that are unpaid.
import { limitOf } from "../legal/limits.ts";
import { addDays } from "./calendar.ts";
import type { DateHit } from "./find-dates.ts";
import { foldAligned } from "./text.ts";
import type { LimitRead } from "./types.ts";

export const SUPPORT_KIND = "support_enforcement";

/** The last day to pay or explain, or null when `text` tells of no such order or names no day of it. */
export function findSupport(text: string, hits: readonly DateHit[], today: string): LimitRead | null {
  const folded = foldAligned(text);
  const trigger = limitOf(SUPPORT_KIND)?.trigger;
  if (trigger === undefined || !trigger.test(folded)) return null;
  const served = hits.filter((hit) => isPaper(hit, folded, today)).map((hit) => ({ hit, last: addDays(hit.date, 3) }));
  // "Pay by Friday" and "in three days" name the last day themselves.
  const named = hits.filter(({ date }) => date > today).map((hit) => ({ hit, last: hit.date }));
  const found = [...served, ...(served.length > 0 ? [] : named)].sort((a, b) => a.last.localeCompare(b.last))[0];
  if (found === undefined) return null;
  return { kind: SUPPORT_KIND, date: found.last, quote: found.hit.quote };
}

// A day within the last month at which the paper came; "unpaid since May" is none.
function isPaper(hit: DateHit, folded: string, today: string): boolean {
  if (hit.date > today || hit.date < addDays(today, -31) || hit.precision === "year") return false;
  return (
    !/(desde|since|until|ate|by) $/.test(folded.slice(0, hit.index)) && !/^(desde|since|until|ate|by)/i.test(hit.quote)
  );
}
