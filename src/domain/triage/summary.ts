// The case in a few plain sentences without the person's identity, for the professional who decides whether to take it.
import { AREA_NAMES, subareaName } from "../legal/areas.ts";
import type { Locale, Text } from "../locale.ts";
import { dayWords } from "../words/moments.ts";
import { questionById } from "./questions.ts";
import { quoteOf } from "./quote.ts";
import { redact } from "./redact.ts";
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

/** Longest summary, in characters. */
export const SUMMARY_LIMIT = 1800;

/** Area, up to five of the person's own sentences (redacted), answers, limits, urgency and place; at most `SUMMARY_LIMIT` characters. */
export function summarise(input: SummaryInput): string {
  const { state } = input;
  if (state.told.length === 0) return "";
  const { locale } = state;
  const names = [...state.ownNames, ...state.adverseParties];
  const answered = answerLines(state, names);
  const tail = [
    ...answered.lines,
    ...agreedLine(state, names),
    ...deadlineLines(input),
    ...(input.area === "nenhuma" ? [] : [urgencyLine(input.urgencyHours, locale)]),
    placeLine(input),
  ];
  const head = areaLine(input);
  const room = SUMMARY_LIMIT - [...head, ...tail].join(" ").length - PHRASES.told[locale].length - 6;
  const story = state.told.filter((text) => !answered.texts.has(text) && !state.agreed?.includes(text));
  const quote = quoteOf((story.length === 0 ? state.told : story).join("\n"), { names, room });
  const told = quote === "" ? [] : [`${PHRASES.told[locale]}: “${quote}”`];
  return [...head, ...told, ...tail].join(" ");
}

// What a human of the team agreed with the person, the latest, as it was noted.
function agreedLine({ agreed = [], locale }: InterviewState, names: readonly string[]): string[] {
  const last = agreed.at(-1);
  if (last === undefined) return [];
  const quote = quoteOf(last, { names, room: 320 });
  return quote === "" ? [] : [`${PHRASES.agreed[locale]}: ${quote}`];
}

/** How soon somebody should act, as people say it: hours below two days, days from there on. */
export function withinWords(hours: number, locale: Locale): string {
  const days = Math.floor(hours / 24);
  if (days < 2) return locale === "en" ? `${hours} hours` : `${hours} horas`;
  return locale === "en" ? `${days} days` : `${days} dias`;
}

function areaLine({ area, subarea, state }: SummaryInput): string[] {
  if (area === null) return [];
  const { locale } = state;
  const part = subarea === null ? null : subareaName(area, subarea);
  const name = AREA_NAMES[area][locale];
  const repeats = part !== null && name.toLowerCase().includes(part[locale].toLowerCase());
  return [`${PHRASES.area[locale]}: ${name}${part === null || repeats ? "" : ` (${inside(part[locale])})`}.`];
}

// "Multas e CNH" goes on as "multas e CNH", "BPC/LOAS" stays.
function inside(name: string): string {
  const first = name.split(/[\s/]/)[0] ?? "";
  return first.length > 1 && first === first.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

// Words that answer a question mean little without it: they stand behind it instead of in the story.
function answerLines(state: InterviewState, names: readonly string[]): { lines: string[]; texts: Set<string> } {
  const { locale } = state;
  const lines: string[] = [];
  const texts = new Set<string>();
  for (const [id, value] of Object.entries(state.answers)) {
    if (NOT_SHOWN.has(id) || value === "unknown" || value === "told") continue;
    const question = questionById(id);
    if (question === undefined || lines.join(" ").length > ROOM_FOR_ANSWERS) continue;
    const label = (question.options ?? NO).find((option) => option.value === value)?.label[locale];
    if (label === undefined && question.options !== undefined) continue;
    if (label !== undefined) lines.push(`${question.text[locale]} ${label}.`);
    else {
      lines.push(`${question.text[locale]} “${quoteOf(redact(value, names), { names, room: 200 })}”`);
      texts.add(value);
    }
  }
  return { lines, texts };
}

// Characters after which no further answer is begun; one takes 400 at most, so a third of the summary stays for the story.
const ROOM_FOR_ANSWERS = 600;
const NO = [{ value: "no", label: { "pt-BR": "Não", en: "No" } }];
const NOT_SHOWN = new Set(["what_happened", "clarify_area", "place", "place_state", "other_side", "person_offer"]);

// What still runs comes before what may be over.
function deadlineLines({ deadlines, state }: SummaryInput): string[] {
  const { locale } = state;
  return [...deadlines]
    .sort((one, other) => Number(one.passed) - Number(other.passed))
    .slice(0, 2)
    .map(
      ({ label, date, passed }) =>
        `${label[locale]}: ${dayWords(date, locale)}${passed ? ` (${PHRASES.passed[locale]})` : ""}.`,
    );
}

function urgencyLine(hours: number, locale: Locale): string {
  return `${PHRASES.urgency[locale]} ${withinWords(hours, locale)}.`;
}

function placeLine({ uf, municipality, state }: SummaryInput): string {
  const { locale } = state;
  const place = uf === null ? PHRASES.nowhere[locale] : municipality === null ? uf : `${municipality}, ${uf}`;
  return `${PHRASES.place[locale]}: ${place}.`;
}

const PHRASES = {
  area: { "pt-BR": "Área", en: "Area" },
  told: { "pt-BR": "A pessoa conta", en: "The person says" },
  agreed: { "pt-BR": "Combinado com a equipe", en: "Agreed with the team" },
  passed: { "pt-BR": "pode já ter passado", en: "may have passed already" },
  urgency: { "pt-BR": "Urgência: agir em até", en: "Urgency: act within" },
  place: { "pt-BR": "Local", en: "Place" },
  nowhere: { "pt-BR": "não informado", en: "not stated" },
} satisfies Record<string, Text>;
