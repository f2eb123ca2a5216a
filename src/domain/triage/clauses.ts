// The words around a day that may tell what happened on it: its clause, its sentences, the whole story; and how they are spelt.
import type { DateHit } from "./find-dates.ts";

/**
 * Windows of folded text around a day, nearest first: its sentence, that with the one before, that with the one after,
 * and the whole text where it names no other day ("The boss says he needs nobody. Five years of my life. This was on the 3rd.").
 */
export function* windowsAround(folded: string, hit: DateHit, alone: boolean): Generator<string> {
  const end = hit.index + hit.quote.length;
  yield spelt(sentencesAround(folded, hit.index, end, 1, 0, 110));
  yield spelt(sentencesAround(folded, hit.index, end, 2, 0, 110));
  yield spelt(sentencesAround(folded, hit.index, end, 2, 1, 260));
  if (alone) yield spelt(folded.slice(Math.max(0, hit.index - STORY), end + STORY));
}

// A longer story has more than one event in it.
const STORY = 700;

function sentencesAround(
  folded: string,
  start: number,
  end: number,
  back: number,
  ahead: number,
  reach: number,
): string {
  const before = folded.slice(Math.max(0, start - reach), start);
  let from = before.length;
  for (let n = 0; n < back && from >= 0; n++) from = before.lastIndexOf(". ", from - 1);
  const after = folded.slice(end, end + reach).split(/[.!?\n]/);
  return before.slice(from + 1) + folded.slice(start, end) + after.slice(0, ahead + 1).join(".");
}

/** The clause of a day alone, between commas and joining words: "bought on the 3rd, came on the 10th" has two. */
export function ownClause(folded: string, hits: readonly DateHit[], at: number): string {
  const hit = hits[at];
  if (hit === undefined) return "";
  const end = hit.index + hit.quote.length;
  const last = hits[at - 1];
  const since = last === undefined ? 0 : last.index + last.quote.length;
  const before = folded.slice(Math.max(since, hit.index - 80), hit.index);
  const after = folded.slice(end, Math.min(end + 80, hits[at + 1]?.index ?? folded.length));
  const from = Math.max(...[...before.matchAll(JOIN)].map((m) => m.index + m[0].length), 0);
  return spelt(before.slice(from) + folded.slice(hit.index, end) + after.slice(0, after.search(JOIN_ONCE) >>> 0));
}

// "É de 8 de agosto" reads "e de" without its accent and joins nothing.
const JOIN = /[,;.!?\n]| (?:e(?! (?:de|do|da|dia|no|na|em|hoje|amanha) )|mas|so que|porem|ai|dai|and|but|so|then) /g;
const JOIN_ONCE =
  /[,;.!?\n]| (?:e(?! (?:de|do|da|dia|no|na|em|hoje|amanha) )|mas|so que|porem|ai|dai|and|but|so|then) /;

/** As people write and dictate, brought back to what the rules read: "mandaro" for mandaram, "intimasao", "recieved". */
export function spelt(window: string): string {
  let out = window.replace(/'/g, "");
  for (const [wrong, right] of SPELLINGS) out = out.replace(wrong, right);
  return out;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(\w{3,})aro\b/g, "$1aram"],
  [/\b(\w{3,})ero\b/g, "$1eram"],
  [/ameass/g, "ameac"],
  [/\bpr[ao]\b/g, "para"],
  [/\bvcs?\b/g, "voce"],
  [/\bq\b/g, "que"],
  [/\bn\b/g, "nao"],
  [/\bnaum\b/g, "nao"],
  [/\bta(va)?\b/g, "esta$1"],
  [/\b(?:mim|min) (mand|cham|intim|cit|demit|dispens|bat|xing)/g, "me $1"],
  [/\bem ?bora\b/g, "embora"],
  [/\bcalsa\b/g, "causa"],
  [/\b(inti|cita|noti)(ma|fica)?(?:sa|ssa|cc?a|sc?a)o\b/g, "$1$2cao"],
  [/\bpen(?:c|ss)ao\b/g, "pensao"],
  [/\baudi[e]?n[sc]i?a\b/g, "audiencia"],
  [/\bproce[sc]o\b/g, "processo"],
  [/\bre[sc]+i[sz]+ao\b/g, "rescisao"],
  [/\bdemi(?:c|s)ao\b/g, "demissao"],
  [/\b(?:justissa|justisa)\b/g, "justica"],
  [/\bofi(?:s|ss)ial\b/g, "oficial"],
  [/\bde(?:s|ss)i(?:c|ss|z)ao\b/g, "decisao"],
  [/\bcenten[cs]a\b|\bsentensa\b/g, "sentenca"],
  [/\bdis?pe[jg]o\b|\bdespeijo\b/g, "despejo"],
  [/\bfalesceu\b|\bfaleseu\b/g, "faleceu"],
  [/\balgel\b|\baluguer\b|\balugel\b/g, "aluguel"],
  [/\b(?:seguransa)\b/g, "seguranca"],
  [/\bchin(?:g|j)(ou|aram)\b/g, "xing$1"],
  [/\brecebir?\b/g, "recebi"],
  [/\brecieved?\b/g, "received"],
  [/\bfired from|\bfird\b/g, "fired"],
  [/\blandlor\b|\bland lord\b/g, "landlord"],
  [/\bsumm?ons?e?s\b|\bsumon\b/g, "summons"],
  [/\bdefendent\b/g, "defendant"],
  [/\bcour?th?ouse\b/g, "courthouse"],
  [/\bjugde\b|\bjuge\b/g, "judge"],
  [/\bgoverment\b/g, "government"],
];
