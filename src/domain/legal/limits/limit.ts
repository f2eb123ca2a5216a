// One legal time limit: its length from an event, its statute, and the words that tell of the event.
import type { Text } from "../../locale.ts";

export interface Limit {
  kind: string;
  label: Text;
  source: string;
  /** Length from the event; a null length is a day that is itself the limit (a hearing). */
  length: { days?: number; months?: number; years?: number } | null;
  /** What the folded words around a date must say; see `find-limits.ts`. */
  trigger: RegExp;
  /** Or both of these, in any order: what it is about, and what happened. */
  told?: readonly [RegExp, RegExp];
  /** Or all patterns of one of these scenes; see `events.ts`. */
  scenes?: readonly (readonly RegExp[])[];
  /** When a scene is another person's story or another limit's. */
  notScenes?: RegExp | undefined;
  /** Words of the day that itself starts the time, where a story names several. */
  starts?: RegExp | undefined;
  /** When the same words mean another thing. */
  unless?: RegExp;
  /** The date must lie in the past (an event that started the clock) or may lie ahead (an appointed day). */
  event: "past" | "future";
}

/** For a limit that no fixed words tell, only the scenes of `events.ts`. */
export const HEARD_AS_SCENE = /(?!)/;

/** A row of the table of limits. */
export function limit(
  kind: string,
  pt: string,
  en: string,
  source: string,
  length: Limit["length"],
  event: Limit["event"],
  trigger: RegExp,
  unless?: RegExp,
): Limit {
  const base = { kind, label: { "pt-BR": pt, en }, source, length, event, trigger };
  return unless === undefined ? base : { ...base, unless };
}

/** The same row, also heard where what it is about and what happened stand apart in the words around a day. */
export function heardAlso(row: Limit, about: RegExp, happened: RegExp): Limit {
  return { ...row, told: [about, happened] };
}
