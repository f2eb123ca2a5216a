// Text to folded words and stems, the same for Portuguese and English.

/** Longest text that is looked at, in characters: what comes after adds time, not meaning. */
const LONGEST_TEXT = 20_000;

/** Words of a text, without accents, in lower case; letters and digits of any script, long ones cut at 40. */
export function words(text: string): string[] {
  const folded = fold(text.slice(0, LONGEST_TEXT));
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length > 40 ? word.slice(0, 40) : word));
}

/** Lower case, compatibility forms unified, accents gone. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/**
 * A light stem: plural, gender and the commonest verb endings of both languages go, so that "contratos", "contrato" and
 * "contract", "contracts" meet their own kind. After the plural step of Orengo and Huyck (RSLP, 2001), much shortened.
 */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  let cut = word;
  for (const [ending, instead] of PLURALS) {
    if (cut.length - ending.length >= 2 && cut.endsWith(ending)) {
      cut = cut.slice(0, -ending.length) + instead;
      break;
    }
  }
  for (const ending of ENDINGS) {
    if (cut.length - ending.length >= 4 && cut.endsWith(ending)) return cut.slice(0, -ending.length);
  }
  return cut.length > 4 && /[aeo]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const PLURALS: readonly (readonly [string, string])[] = [
  ["oes", "ao"],
  ["aes", "ao"],
  ["ais", "al"],
  ["eis", "el"],
  ["res", "r"],
  ["ies", "y"],
  ["ns", "m"],
  ["s", ""],
];

/** Longest first. */
const ENDINGS = [
  "amento",
  "imento",
  "idade",
  "mente",
  "aram",
  "eram",
  "iram",
  "ando",
  "endo",
  "indo",
  "acao",
  "icao",
  "ment",
  "tion",
  "ado",
  "ada",
  "ido",
  "ida",
  "ing",
  "ou",
  "ar",
  "er",
  "ir",
  "ei",
  "ed",
  "ly",
];
