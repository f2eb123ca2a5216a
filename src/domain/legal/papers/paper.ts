// One paper that helps a case: what it is, why it helps and where people get it, in plain words.
import type { Text } from "../../locale.ts";

export interface Paper {
  name: Text;
  why: Text;
  where: Text;
}

/** Each pair is Portuguese, English. */
export function paper(name: [string, string], why: [string, string], where: [string, string]): Paper {
  return { name: text(name), why: text(why), where: text(where) };
}

function text([pt, en]: [string, string]): Text {
  return { "pt-BR": pt, en };
}
