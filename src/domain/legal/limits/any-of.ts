// A pattern of word beginnings: any of them, at the start of a word, in folded text.

export function any(...parts: string[]): RegExp {
  return new RegExp(`\\b(?:${parts.join("|")})`);
}
