// What counts as a typed name under a contract.

const LEAST_CHARACTERS = 2;
const MOST_CHARACTERS = 120;

/** One space between words, none around; invisible characters that could make two names look alike are taken out. */
export function tidyName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, "")
    .replace(/\p{Zs}+/gu, " ")
    .trim();
}

/** True for 2 to 120 characters with at least two letters, of any script. */
export function isSigningName(name: string): boolean {
  const length = [...name].length;
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  return length >= LEAST_CHARACTERS && length <= MOST_CHARACTERS && letters >= LEAST_CHARACTERS;
}
