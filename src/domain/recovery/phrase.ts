// A recovery phrase: six words drawn evenly from a list, and the one form in which phrase and link are compared.

/** With a list of 1,024 words 60 bits: 10^18 phrases. */
export const PHRASE_WORDS = 6;
export const LEAST_LIST = 1024;
const TOKEN_BYTES = 32;

/** Fills an array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** Six words of `list`, each equally likely, repeats allowed. Throws RangeError for a list that is too short for 60 bits. */
export function drawPhrase(list: readonly string[], random: RandomBytes): string[] {
  if (list.length < LEAST_LIST || list.length > 65_536) throw new RangeError("a word list has 1,024 to 65,536 words");
  // Numbers past the last whole multiple would favour the first words: they are drawn again.
  const bound = Math.floor(65_536 / list.length) * list.length;
  const words: string[] = [];
  while (words.length < PHRASE_WORDS) {
    const [high = 0, low = 0] = random(new Uint8Array(2));
    const drawn = high * 256 + low;
    const word = drawn < bound ? list[drawn % list.length] : undefined;
    if (word !== undefined) words.push(word);
  }
  return words;
}

/** 256 random bits as base64url. */
export function drawToken(random: RandomBytes): string {
  const bytes = random(new Uint8Array(TOKEN_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

export type Entry = { kind: "phrase"; text: string } | { kind: "link"; text: string };

/**
 * What somebody typed or pasted, in the form that is hashed: six words without capitals, accents and what stands between them; or
 * the token of a link, alone or at the end of the whole address. Null where it is neither.
 */
export function entryOf(typed: string): Entry | null {
  const token = /(?:^|#)([A-Za-z0-9_-]{43})$/.exec(typed.trim())?.[1];
  if (token !== undefined) return { kind: "link", text: token };
  const words = plainWords(typed);
  return words.length === PHRASE_WORDS ? { kind: "phrase", text: words.join(" ") } : null;
}

/** Words as the hash has them. */
export function plainWords(text: string): string[] {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== "");
}
