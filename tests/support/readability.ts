// How easy a text is to read, 0 (hard) to 100 and above (easy): Flesch for English, its adaptation by Martins and others for Portuguese.
import type { Locale } from "../../src/domain/locale.ts";

/**
 * Reading ease. English: Flesch, "A new readability yardstick" (1948): 206.835 - 1.015 W - 84.6 S. Portuguese: Martins, Ghiraldelo,
 * Nunes and Oliveira, "Readability formulas applied to textbooks in Brazilian Portuguese" (1996): the same with 248.835.
 * W is words a sentence, S syllables a word; 50 and more reads easily (school years 5 to 8), 75 and more very easily.
 */
export function readingEase(text: string, locale: Locale): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const sentences = text.split(/[.?!:;…]+/).filter((part) => /\p{L}/u.test(part));
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word.toLowerCase(), locale), 0);
  const base = locale === "pt-BR" ? 248.835 : 206.835;
  return base - 1.015 * (words.length / Math.max(1, sentences.length)) - 84.6 * (syllables / words.length);
}

/** Syllables by groups of vowels: Portuguese keeps a o e apart from each other, English drops a silent final e. */
export function syllablesIn(word: string, locale: Locale): number {
  if (locale === "en") {
    const spoken = word.replace(/(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$/, (end) => end[0] ?? "");
    return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
  }
  const plain = word.replace(/[qg]u(?=[aeioáéíóâêôãõ])/g, "q");
  // A vowel, with the i or u that glides after it and the nasal endings, is one syllable; an accented i or u stands alone.
  return Math.max(1, (plain.match(/(?:ão|ãe|õe|[aeoáéóâêôãõà][iu]?)|[íú]|[iu]/g) ?? []).length);
}
