// Text as the standard PDF fonts can print it (Windows-1252), for names and summaries in any script.

/** Stands for a run of letters that the fonts do not have; the exact text is attached to the executed PDF. */
const UNPRINTABLE = "[?]";

/**
 * `text` in characters that WinAnsi has: accents of Portuguese stay, other Latin letters lose their marks (ł becomes l),
 * Greek and Cyrillic are transliterated, emoji and invisible characters are dropped, and a run of any other script
 * becomes `[?]`. Never throws.
 */
export function printable(text: string): string {
  const legible = text.normalize("NFC").replace(INVISIBLE, "").replace(GREEK_OU, "$1u");
  const shown = Array.from(legible, (char) => show(char) ?? UNPRINTABLE).join("");
  return shown.replaceAll(RUN_OF_UNPRINTABLE, UNPRINTABLE).replaceAll(/ {2,}/g, " ");
}

/** True when `printable` shows every letter of `text` as it was written. */
export function isPrintable(text: string): boolean {
  return [...text].every(isWinAnsi);
}

/** Controls but line feed and tab, zero-width and bidirectional marks, emoji and what they are joined from. */
const INVISIBLE =
  /[\p{Cc}--[\n\t]]|[\p{Cf}]|[\u{FE00}-\u{FE0F}]|[\u{1F3FB}-\u{1F3FF}]|[\u20E3]|[\p{Extended_Pictographic}--[\u00A9\u00AE\u2122]]|[\u{1F1E6}-\u{1F1FF}]/gv;

/** A space between two words of an unknown script belongs to the run. */
const RUN_OF_UNPRINTABLE = /\[\?\](?: *\[\?\])+/g;
/** The one pair of Greek letters that is spelt otherwise than its parts. */
const GREEK_OU = /([οΟ])[υύΥΎ]/g;

/** The 27 characters of Windows-1252 outside Latin-1. */
const WINDOWS_EXTRA = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

function isWinAnsi(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code === 10 || (code >= 32 && code <= 126) || (code >= 160 && code <= 255) || WINDOWS_EXTRA.has(char);
}

function show(char: string): string | null {
  if (char === "\t") return " ";
  if (isWinAnsi(char)) return char;
  if (/\p{Zs}/u.test(char)) return " ";
  const known = LETTERS[char] ?? lettersOfCapital(char);
  if (known !== undefined) return known;
  return withFewerMarks(char) ?? spelt(char);
}

/** As many of a letter's marks as Windows-1252 has: ễ becomes ê. */
function withFewerMarks(char: string): string | null {
  const parts = [...char.normalize("NFD")];
  for (let kept = parts.length - 1; kept >= 1; kept--) {
    const letter = parts.slice(0, kept).join("").normalize("NFC");
    if ([...letter].every(isWinAnsi)) return letter;
  }
  return null;
}

/** Compatibility forms (ligatures, wide and mathematical letters) and marked letters of the table, by their parts. */
function spelt(char: string): string | null {
  const parts = [...char.normalize("NFKD")].filter((part) => !/\p{M}/u.test(part));
  const shown = parts.map((part) => (isWinAnsi(part) ? part : (LETTERS[part] ?? lettersOfCapital(part))));
  return shown.every((part) => part !== undefined) ? shown.join("") : null;
}

function lettersOfCapital(char: string): string | undefined {
  const small = char.toLowerCase();
  const letters = small === char ? undefined : LETTERS[small];
  return letters === undefined ? undefined : letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Latin letters without a decomposition; Cyrillic after ICAO Doc 9303 and Greek after ISO 843, as passports spell them. */
const LETTERS: Record<string, string> = {
  ł: "l",
  đ: "d",
  ħ: "h",
  ŋ: "ng",
  ı: "i",
  ĸ: "k",
  ŧ: "t",
  ə: "e",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ẞ: "SS",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "―": "—",
  "′": "'",
  "″": '"',
  "№": "No.",
  "→": "->",
  "≤": "<=",
  "≥": ">=",
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "ie",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ў: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "ie",
  ы: "y",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  ђ: "dj",
  џ: "dz",
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};
