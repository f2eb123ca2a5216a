// Urgency as people say it: a few steps instead of a number of hours.
import type { Locale, Text } from "../locale.ts";

interface Step {
  /** Hours up to which the step reaches; also what a correction to this step sends. */
  hours: number;
  words: Text;
}

const LAST: Step = { hours: 720, words: { "pt-BR": "Sem pressa", en: "No hurry" } };

/** From most to least pressing; the last one takes the rest. */
export const URGENCY_STEPS: readonly Step[] = [
  { hours: 4, words: { "pt-BR": "Agora, em poucas horas", en: "Now, within hours" } },
  { hours: 24, words: { "pt-BR": "Hoje ou amanhã", en: "Today or tomorrow" } },
  { hours: 72, words: { "pt-BR": "Em até três dias", en: "Within three days" } },
  { hours: 168, words: { "pt-BR": "Em até uma semana", en: "Within a week" } },
  { hours: 336, words: { "pt-BR": "Em até duas semanas", en: "Within two weeks" } },
  LAST,
];

/** The step that `hours` falls on. */
export function urgencyStep(hours: number): Step {
  return URGENCY_STEPS.find((step) => hours <= step.hours) ?? LAST;
}

export function urgencyWords(hours: number, locale: Locale): string {
  return urgencyStep(hours).words[locale];
}
