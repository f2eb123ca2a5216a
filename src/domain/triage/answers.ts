// Reads an answer to the question that is waiting: yes, no, unknown, an option, or free words.
import { AREA_NAMES, AREAS } from "../legal/areas.ts";
import type { Intent } from "./intents.ts";
import type { Question } from "./question.ts";
import { foldAligned, words } from "./text.ts";

/** `unknown` when skipped, an option's value where the question has options and one fits, `no` for a plain no, short words themselves, `told` for a longer story; null when it is no answer. */
export function answerTo(question: Question, text: string, intents: ReadonlySet<Intent>): string | null {
  if (intents.has("skip")) return "unknown";
  if (question.id === "clarify_area") return areaNamed(text);
  if (question.options === undefined) return freeAnswer(question.id, text);
  const folded = foldAligned(text).trim();
  for (const { value, label } of question.options) {
    if (folded === value || folded === foldAligned(label["pt-BR"]) || folded === foldAligned(label.en)) return value;
  }
  const has = (value: string) => question.options?.some((option) => option.value === value) ?? false;
  if (has("yes") && has("no")) {
    if (intents.has("no")) return "no";
    if (intents.has("yes")) return "yes";
    return null;
  }
  const line = ` ${words(text).join(" ")} `;
  for (const { value } of question.options) if (OPTION_WORDS[value]?.test(line)) return value;
  return null;
}

// Names and places are kept where they belong, not among the answers.
function freeAnswer(id: string, text: string): string | null {
  const told = text.trim();
  if (told === "") return null;
  if (PLAIN_NO.test(` ${words(told).join(" ")} `)) return "no";
  return ELSEWHERE.has(id) || told.length > SHORT_ANSWER ? "told" : told;
}

const PLAIN_NO =
  /^ (nao|n|nunca|ainda nao|nao ainda|nao tenho|nao tem|nao chegou( nada)?|nada|nenhum|nenhuma|no|nope|not yet|none|nothing|never|i dont|no nothing|no papers?) $/;

const ELSEWHERE = new Set(["what_happened", "place", "place_state", "other_side"]);

/** Characters; what is longer is a story, not an answer. */
const SHORT_ANSWER = 180;

function areaNamed(text: string): string | null {
  const folded = foldAligned(text).trim();
  for (const area of AREAS) {
    const names = [area, foldAligned(AREA_NAMES[area]["pt-BR"]), foldAligned(AREA_NAMES[area].en)];
    if (names.some((name) => folded === name || folded === name.replace(/_/g, " "))) return area;
  }
  return null;
}

const OPTION_WORDS: Record<string, RegExp> = {
  accused: / (acusad[oa]|acusam|acusando|accused|me|suspeit[oa]|reu|processad[oa]) /,
  relative: / (filh[oa]|irma[o]?|marido|pai|mae|parente|amig[oa]|close|brother|son|husband|father|friend|relative) /,
  victim: / (vitima|victim|sofri|fizeram comigo) /,
  plan: / (plano|convenio|plan|insurance|insurer|unimed|amil|hapvida) /,
  sus: / (sus|posto|publico|public) /,
  professional: / (medic[oa]|dentista|hospital|clinica|doctor|dentist|professional|surgeon) /,
};
