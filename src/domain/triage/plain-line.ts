// A sentence as the guard's patterns read it: small letters, no accents, no marks, one blank around every word.
import { foldAligned } from "./text.ts";

/** Unlike `words` it keeps the spelling: a model writes no chat shorthand, and "to" is English here. */
export function plainLine(text: string): string {
  const plain = foldAligned(text.normalize("NFC"))
    .replace(/'/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return ` ${plain} `;
}
