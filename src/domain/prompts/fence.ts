// Sets a person's words apart as data: no text that a person can write closes the fence, starts a line of ours or hides a character.

/** What a fenced text may hold; longer ones keep their beginning and their end, where people say what they want. */
export const MOST_FENCED = 12_000;

/**
 * The text between two marks that carry `nonce` (16 or more hex digits, fresh for every call), each of its lines behind "| ".
 * Angle brackets become ‹ ›, so that no mark can be written inside; control, direction and invisible characters go.
 * Throws RangeError for a nonce that could be guessed.
 */
export function fence(label: string, text: string, nonce: string): string {
  if (!/^[0-9a-f]{16,64}$/.test(nonce)) throw new RangeError("a fence needs a nonce of 16 or more hex digits");
  const lines = shortened(harmless(text)).replaceAll(nonce, "").split("\n");
  return [`<${label} ${nonce}>`, ...lines.map((line) => `| ${line}`), `</${label} ${nonce}>`].join("\n");
}

/** What a model reads of a person: plain characters in plain lines. Idempotent. */
export function harmless(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNSEEN, "")
    .replace(/[<\uff1c\ufe64\u2329\u27e8\u3008]/gu, "‹")
    .replace(/[>\uff1e\ufe65\u232a\u27e9\u3009]/gu, "›")
    .normalize("NFC");
}

// Controls but the line end; joiners, direction marks, fillers, variation selectors, and the tag letters in which whole orders are smuggled.
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

function shortened(text: string): string {
  if (text.length <= MOST_FENCED) return text;
  const half = MOST_FENCED / 2;
  return `${text.slice(0, half).toWellFormed()}\n[…]\n${text.slice(-half).toWellFormed()}`;
}
