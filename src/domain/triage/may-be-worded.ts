// Which scripted replies a model may say in its own words: a word of comfort and an everyday question, nothing that informs or protects.
import type { Locale } from "../locale.ts";
import { PANELS } from "./panel-questions.ts";
import { PHRASES } from "./phrases.ts";
import { questionById } from "./questions.ts";
import type { Reply } from "./types.ts";

/**
 * False for a reply without a question, for the careful questions about danger, and for anything that tells more than comfort: a phone, a
 * date, that a person was called, how to reach one. What is lost there would be missed; what is lost in a thank-you is not.
 */
export function mayBeWorded({ text, question }: Reply, locale: Locale): boolean {
  if (question === null || CAREFUL.has(question) || /\d/.test(text)) return false;
  const asked = questionById(question)?.text[locale];
  if (asked === undefined || !text.endsWith(asked)) return false;
  let before = text.slice(0, -asked.length).trim();
  for (const phrase of COMFORT)
    if (before.startsWith(phrase[locale])) before = before.slice(phrase[locale].length).trim();
  return before === "";
}

const CAREFUL = new Set(Object.values(PANELS).flatMap((questions) => questions.map(({ id }) => id)));

// In the order in which they are said; the guard sees to it that who asks what answers is told.
const COMFORT = [
  PHRASES.honest,
  PHRASES.back,
  PHRASES.hello,
  PHRASES.corrected,
  PHRASES.skipped,
  PHRASES.noted,
  PHRASES.loss,
  PHRASES.sorry,
  PHRASES.thanks,
];
