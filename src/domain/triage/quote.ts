// The few sentences of a person's own words that carry the case, without names, ending at a word and with a full stop.
import { intentsOf } from "./intents.ts";
import { redact } from "./redact.ts";
import { sentences, words } from "./text.ts";

/** Up to five redacted sentences of `text` in at most `room` characters, each with an end mark; "" when nothing fits. */
export function quoteOf(text: string, input: { names: readonly string[]; room: number }): string {
  const picked = pick(text, 5).map((sentence) => ended(clip(redact(sentence, input.names), LONGEST)));
  while (picked.length > 1 && picked.join(" ").length > input.room) picked.pop();
  const quote = picked.join(" ");
  return quote.length <= input.room ? quote : input.room < 20 ? "" : clip(quote, input.room - 1);
}

/** Characters of one sentence. */
const LONGEST = 320;

// The first sentences tell the story; of the rest those with more of the words that carry a case.
function pick(text: string, count: number): string[] {
  const all = sentences(text);
  const telling = all.filter((sentence) => words(sentence).length >= 2 && !onlyHello(sentence));
  const kept = telling.length > 0 ? telling : all;
  if (kept.length <= count) return kept;
  const scored = kept.map((sentence, index) => ({ sentence, index, score: weight(sentence) + (index < 2 ? 3 : 0) }));
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
}

function onlyHello(sentence: string): boolean {
  return sentence.length < 40 && intentsOf(sentence).has("greeting");
}

function weight(sentence: string): number {
  const line = ` ${words(sentence).join(" ")} `;
  return (line.match(CARRYING) ?? []).length + (/\d/.test(sentence) ? 1 : 0) - (sentence.length > 400 ? 1 : 0);
}

const CARRYING =
  / (nao|prazo|audiencia|juiz|processo|contrato|demit\w*|preso|bateu|negou|negaram|pagar|pagou|divida|casa|filh[oa]s?|mes|meses|ano|anos|reais|documento|carta|papel|ameac\w*|not|court|judge|contract|fired|arrested|hit|denied|refused|paid|pay|debt|house|kids?|month|months|years?|letter|threat\w*)(?= )/g;

// Cut between two words, so that no half word says another thing than was meant.
function clip(sentence: string, longest: number): string {
  if (sentence.length <= longest) return sentence;
  const cut = sentence.slice(0, longest);
  const space = cut.lastIndexOf(" ");
  return `${cut
    .slice(0, space > longest / 2 ? space : longest)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/[\s,;:.–-]+$/, "")}…`;
}

// One end mark, however many or few were typed, and none of the blanks that a taken-out name leaves before it.
function ended(sentence: string): string {
  const tidy = sentence.replace(/\s+([,.!?…])/g, "$1").trim();
  if (/[!?…]["”')\]]*$/.test(tidy) && !/\[…\]$/.test(tidy)) return tidy;
  return `${tidy.replace(/[\s,;:.–-]+$/, "")}.`;
}
