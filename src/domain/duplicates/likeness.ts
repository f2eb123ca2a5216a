// Whether two cases of one person are the same matter told twice, by the words of their summaries.
import { cosine, embedLexical, WORDS_START } from "../embedding/lexical.ts";

/** An earlier case that was opened within so many days may be the same. */
export const SAME_WITHIN_DAYS = 30;

/**
 * Cosines in the lexical space: of the whole vector, where subjects count for four fifths, and of the words alone. Measured on told-twice
 * pairs and on 3,909 pairs of strangers' stories in one area (tests/domain/duplicates): together they find 15 of 15 and ask 21 strangers,
 * most of whom do tell the same. A question too many costs a press, so they lean towards asking.
 */
const LEAST_WHOLE = 0.75;
const LEAST_WORDS = 0.37;

export interface Likeness {
  whole: number;
  words: number;
}

/** 0..1 each; of the person's own sentences where the summary quotes them, since what surrounds them is alike in all. */
export function likenessOf(a: string, b: string): Likeness {
  const [one, other] = [embedLexical(storyOf(a)), embedLexical(storyOf(b))];
  return { whole: cosine(one, other), words: cosine(one.subarray(WORDS_START), other.subarray(WORDS_START)) };
}

export function seemsSame({ whole, words }: Likeness): boolean {
  return whole >= LEAST_WHOLE && words >= LEAST_WORDS;
}

/** The quoted parts of a summary, or all of one in the client's own words. */
function storyOf(summary: string): string {
  const quoted = [...summary.matchAll(/“([^”]*)”/g)].map(([, words = ""]) => words);
  return quoted.length === 0 ? summary : quoted.join("\n");
}
