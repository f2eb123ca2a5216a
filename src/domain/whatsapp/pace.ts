// How much one phone may send in: some messages are answered each for itself, more of them together, and a flood not at all.

/** A phone's messages are counted from the first of a stretch of so long. */
export const STRETCH_MS = 5 * 60_000;
/** Beyond the limit words are kept at once and answered together, so often: nobody waits for longer, and a turn costs the same for all of them. */
export const HOLD_MS = 30_000;
/** So many times the limit is no frightened person: one message each two seconds and faster, for minutes. */
const FLOOD_TIMES = 10;

export type Pace = "free" | "held" | "flood";

/** `heard`: messages of this stretch, this one included; a long one counts for each piece that the conversation takes. */
export function paceOf(heard: number, most: number): Pace {
  if (heard <= most) return "free";
  return heard <= most * FLOOD_TIMES ? "held" : "flood";
}
