// Finds the days that a text names, in Portuguese and English, relative to a given today.
import { addDays } from "./calendar.ts";
import type { Frame, Precision } from "./date-reader.ts";
import { READERS } from "./date-readers.ts";
import { numberOf } from "./date-words.ts";
import { foldAligned } from "./text.ts";
import type { FoundDate } from "./types.ts";

export interface DateHit extends FoundDate {
  /** Offset of the words in the text. */
  index: number;
  precision: Precision;
  /** The earlier day that the same words may mean; starts a limit when `date` lies ahead. */
  also: string | null;
}

/**
 * All days named in `text`, in reading order; `today` is YYYY-MM-DD. A year left out is the one that comes nearest.
 * `frame` says whose order of day and month it is, and which day "yesterday" counts from (today, unless it is night).
 */
export function findDates(text: string, today: string, frame: Partial<Frame> = {}): DateHit[] {
  const { locale = "pt-BR", wakingDay = today } = frame;
  const folded = foldAligned(text);
  const hits: DateHit[] = [];
  const taken: [number, number][] = [];
  for (const { pattern, read, readAlso, precision } of READERS) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      const context = folded.slice(Math.max(0, start - 80), start);
      const date = read(match, today, context, folded.slice(end, end + 40), { locale, wakingDay });
      if (date === null) continue;
      taken.push([start, end]);
      hits.push({
        date: addDays(date, precision === "exact" ? daysBeside(context) : 0),
        quote: text.slice(start, end).replace(/[\s.,]+$/, ""),
        index: start,
        precision,
        also: readAlso?.(match, today, context) ?? null,
      });
    }
  }
  return hits.sort((a, b) => a.index - b.index).slice(0, MOST_HITS);
}

// "Um dia antes do feriado de Tiradentes", "two days after Christmas".
function daysBeside(before: string): number {
  const beside = BESIDE.exec(before);
  if (beside === null) return 0;
  const count = beside[1] === undefined ? 1 : (numberOf(beside[1]) ?? 0);
  return /antes|vespera|before|eve of/.test(beside[0]) ? -count : count;
}

const BESIDE =
  /\b(?:(?:(um|uma|dois|duas|tres|1|2|3|a|one|two|three|the) (?:dias?|days?) (?:antes|depois|before|after)|(?:na )?vespera|(?:no )?dia seguinte|the eve of)(?: (?:do|da|de|ao|a|of|the))?(?: (?:feriado|feriadao|dia|holiday)(?: d[eoa]| of)?)?) $/;

// More days than this in one message are a list, not a story.
const MOST_HITS = 40;
