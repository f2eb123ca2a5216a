// What passes between two people who do not know each other yet: no names, numbers, addresses or links, in either direction.
import { namesIn, redact } from "../triage/redact.ts";

/** Words of a name that are shorter are words of the language as well. */
const NAME_LETTERS = 3;

/**
 * `text` as it may pass; `known` are the two people's own names. Stricter than the summary's redaction: here somebody may want
 * to be found. Idempotent.
 */
export function withoutIdentity(text: string, known: readonly string[]): string {
  const parts = known.flatMap((name) => [name, ...name.split(/\s+/)]).filter((part) => part.length >= NAME_LETTERS);
  let out = text;
  for (const [pattern, replacement] of STRICTER) out = out.replace(pattern, replacement);
  return redact(out, [...namesIn(out), ...parts])
    .replace(/[ \t]+/g, " ")
    .trim();
}

/** True where something to read is left: an answer that was only a phone number says nothing. */
export function saysSomething(redacted: string, leastLetters: number): boolean {
  const left = redacted.replace(/\[[^\]]{0,20}\]/g, "").match(/[\p{L}\d]/gu);
  return (left?.length ?? 0) >= leastLetters;
}

const DIGIT_WORDS =
  "zero|um|uma|dois|duas|tr[eê]s|quatro|cinco|seis|meia|sete|oito|nove|one|two|three|four|five|six|seven|eight|nine";

const STRICTER: readonly [RegExp, string][] = [
  // An e-mail or link with its marks spelt out.
  [
    /[\w.+-]{1,64}\s?[([{]?\s?(?:@|\barroba\b|\bat\b(?=\s?\S{1,40}\s?(?:\.|dot|ponto)\s?\w{2,}))\s?[)\]}]?\s?[\w-]{1,63}(?:\s?(?:\.|\bponto\b|\bdot\b)\s?[\w-]{2,63}){1,4}/giu,
    "[e-mail]",
  ],
  [/(?<![\p{L}\d@])@[\w.]{2,40}/gu, "[…]"],
  [/\b(?:www\.|wa\.me\/|t\.me\/)\S{1,200}/gi, "[…]"],
  [
    /\b[a-z\d-]{2,63}(?:\.[a-z\d-]{2,63}){0,3}\.(?:com|net|org|adv|adv\.br|br|app|me|io|link|site|online|info|co)(?:\.br)?\b(?:\/\S{0,200})?/gi,
    "[…]",
  ],
  [/\bOAB\s?[/-]?\s?[A-Z]{0,2}\s?(?:n[º°o.]{1,2})?\s?[\d.]{3,9}/gi, "[documento]"],
  // A phone with whatever stands between its digits, but no date and no span of years; or spelt out.
  [
    /(?<![\d/])(?!\d{4}-\d\d-\d\d(?!\d)|\d\d[.-]\d\d[.-]\d{4}(?!\d)|(?:19|20)\d\d\s?-?\s?(?:19|20)\d\d(?!\d))\+?\(?\d(?:[\s().\-_*]{0,3}\d){7,14}(?![\d/])/g,
    "[telefone]",
  ],
  [new RegExp(`\\b(?:${DIGIT_WORDS})(?:[\\s,.-]{1,3}(?:${DIGIT_WORDS})){6,20}\\b`, "giu"), "[telefone]"],
];
