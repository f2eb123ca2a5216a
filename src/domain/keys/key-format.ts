// What an API key looks like: a word that scanners for leaked secrets can find, then 260 random bits.

export const KEY_START = "vez_live_";
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
/** 5 bits each: more than the 256 that a SHA-256 of it can tell apart. */
const LETTERS = 52;
/** Enough to find a key in a list, nothing to guess it by. */
const SHOWN = 4;

/** `random` is 52 random bytes. */
export function keyFrom(random: Uint8Array): string {
  let key = KEY_START;
  for (const byte of random.subarray(0, LETTERS)) key += ALPHABET[byte & 31];
  return key;
}

export function looksLikeKey(token: string): boolean {
  return token.startsWith(KEY_START);
}

/** `vez_live_ab12`. */
export function shownPart(key: string): string {
  return key.slice(0, KEY_START.length + SHOWN);
}
