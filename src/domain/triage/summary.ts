// The case in a few plain sentences without the person's identity, for the professional who decides whether to take it.
import { AREA_NAMES, subareaName } from "../legal/areas.ts";
import type { Text } from "../locale.ts";
import { questionById } from "./questions.ts";
import { redact } from "./redact.ts";
import { sentences, words } from "./text.ts";
import type { Area, Deadline, InterviewState } from "./types.ts";

export interface SummaryInput {
  state: InterviewState;
  area: Area | null;
  subarea: string | null;
  urgencyHours: number;
  deadlines: readonly Deadline[];
  uf: string | null;
  municipality: string | null;
}

/** Area, three to five of the person's own sentences (redacted), answers, limits, urgency and state; under 1,800 characters. */
export function summarise(input: SummaryInput): string {
  const { state } = input;
  if (state.told.length === 0) return "";
  const t = PHRASES;
  const locale = state.locale;
  const parts: string[] = [];
  if (input.area !== null) {
    const sub = input.subarea === null ? null : subareaName(input.area, input.subarea);
    parts.push(
      `${t.area[locale]}: ${AREA_NAMES[input.area][locale]}${sub === null ? "" : ` (${sub[locale].toLowerCase()})`}.`,
    );
  }
  const told = pick(state.told.join("\n"), 5).map((sentence) =>
    clip(redact(sentence, [...state.ownNames, ...state.adverseParties])),
  );
  if (told.length > 0) parts.push(`${t.told[locale]}: “${told.join(" ")}”`);
  const answers = Object.entries(state.answers)
    .map(([id, value]) => answerLine(id, value, state))
    .filter((line) => line !== null);
  if (answers.length > 0) parts.push(answers.slice(0, 4).join(" "));
  for (const deadline of input.deadlines.slice(0, 2)) {
    parts.push(
      `${deadline.label[locale]}: ${shownDay(deadline.date, locale)}${deadline.passed ? ` (${t.passed[locale]})` : ""}.`,
    );
  }
  const place =
    input.uf === null ? t.nowhere[locale] : [input.municipality, input.uf].filter((x) => x !== null).join(", ");
  parts.push(`${t.urgency[locale]}: ${input.urgencyHours} h. ${t.place[locale]}: ${place}.`);
  return parts.join(" ").slice(0, 1800);
}

function shownDay(day: string, locale: "pt-BR" | "en"): string {
  return locale === "en" ? day : day.split("-").reverse().join("/");
}

function answerLine(id: string, value: string, state: InterviewState): string | null {
  const option = questionById(id)?.options?.find((candidate) => candidate.value === value);
  const question = questionById(id);
  if (option === undefined || question === undefined || value === "unknown" || id === "person_offer") return null;
  return `${question.text[state.locale]} ${option.label[state.locale]}.`;
}

// The first sentences tell the story; of the rest those with more of the words that carry a case.
function pick(text: string, count: number): string[] {
  const all = sentences(text).filter((sentence) => words(sentence).length >= 2);
  if (all.length <= count) return all;
  const scored = all.map((sentence, index) => ({ sentence, index, score: weight(sentence) + (index < 2 ? 3 : 0) }));
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ sentence }) => sentence);
}

function weight(sentence: string): number {
  const line = ` ${words(sentence).join(" ")} `;
  return (line.match(CARRYING) ?? []).length + (/\d/.test(sentence) ? 1 : 0) - (sentence.length > 400 ? 1 : 0);
}

const CARRYING =
  / (nao|prazo|audiencia|juiz|processo|contrato|demit\w*|preso|bateu|negou|negaram|pagar|pagou|divida|casa|filh[oa]s?|mes|meses|ano|anos|reais|documento|carta|papel|ameac\w*|not|court|judge|contract|fired|arrested|hit|denied|refused|paid|pay|debt|house|kids?|month|months|years?|letter|threat\w*)(?= )/g;

function clip(sentence: string): string {
  return sentence.length <= 280 ? sentence : `${sentence.slice(0, 277).trimEnd()}…`;
}

const PHRASES = {
  area: { "pt-BR": "Área", en: "Area" },
  told: { "pt-BR": "A pessoa conta", en: "The person says" },
  passed: { "pt-BR": "pode já ter passado", en: "may have passed already" },
  urgency: { "pt-BR": "Urgência: agir em até", en: "Urgency: act within" },
  place: { "pt-BR": "Local", en: "Place" },
  nowhere: { "pt-BR": "não informado", en: "not stated" },
} satisfies Record<string, Text>;
