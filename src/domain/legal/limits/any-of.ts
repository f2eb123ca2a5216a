// A pattern of word beginnings: one of several, at the start of a word, in folded text.

export function anyOf(...parts: string[]): RegExp {
  return new RegExp(`\\b(?:${parts.join("|")})`);
}
