// A cue: words that speak for an area, with a weight; and the short notation that the lexicons are written in.
import type { Area } from "../../legal/areas.ts";

export interface Cue {
  area: Area;
  subarea: string | null;
  /** Log-odds-like weight: 1 leans, 3 is strong, 5 all but settles it; negative speaks against. */
  weight: number;
  /** Folded words; a trailing `*` matches any ending, each lone `_` up to four words in between. */
  pattern: readonly string[];
}

export type CueRow = readonly [subarea: string | null, weight: number, patterns: string];

/** Reads rows of `[subarea, weight, "pattern | pattern"]`. */
export function cues(area: Area, rows: readonly CueRow[]): Cue[] {
  return rows.flatMap(([subarea, weight, patterns]) =>
    patterns
      .split("|")
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern.length > 0)
      .map((pattern) => ({ area, subarea, weight, pattern: pattern.split(/\s+/) })),
  );
}
