// Short names of what lists show: subjects, statuses, complexity, languages.
import type { CaseStatus } from "../case-state.ts";
import { AREA_NAMES, isArea, subareaName } from "../legal/areas.ts";
import type { Locale, Text } from "../locale.ts";

/** "Trabalho: Horas extras"; a case without a subject yet says so. */
export function subjectWords(area: string | null, subarea: string | null, locale: Locale): string {
  if (!isArea(area)) return NO_SUBJECT[locale];
  const finer = subarea === null ? null : subareaName(area, subarea);
  return finer === null ? AREA_NAMES[area][locale] : `${AREA_NAMES[area][locale]}: ${finer[locale]}`;
}

/** "Campinas, SP"; null when nothing is known. */
export function placeWords(municipality: string | null, uf: string | null): string | null {
  return [municipality, uf].filter((part) => part !== null && part !== "").join(", ") || null;
}

const NO_SUBJECT: Text = { "pt-BR": "Sem assunto ainda", en: "No subject yet" };

export const COMPLEXITY_NAMES = {
  low: { "pt-BR": "Simples", en: "Simple" },
  medium: { "pt-BR": "Média", en: "Medium" },
  high: { "pt-BR": "Alta", en: "High" },
} satisfies Record<string, Text>;

const FLAG_NAMES: Readonly<Record<string, Text>> = {
  violence: { "pt-BR": "violência", en: "violence" },
  custody: { "pt-BR": "guarda de criança", en: "child custody" },
  detention: { "pt-BR": "prisão", en: "detention" },
  health_injunction: { "pt-BR": "saúde urgente", en: "urgent health" },
  self_harm: { "pt-BR": "risco de vida", en: "risk to life" },
  deadline_danger: { "pt-BR": "prazo em risco", en: "deadline at risk" },
  foreign_law: { "pt-BR": "lei de outro país", en: "foreign law" },
  asked_for_person: { "pt-BR": "pediu uma pessoa", en: "asked for a person" },
  angry: { "pt-BR": "muito contrariada", en: "very upset" },
  low_confidence: { "pt-BR": "assunto incerto", en: "subject unclear" },
};

/** A flag without a name is shown as it is: better than not at all. */
export function flagName(flag: string, locale: Locale): string {
  return FLAG_NAMES[flag]?.[locale] ?? flag;
}

export const PRESET_NAMES = {
  fast: { "pt-BR": "rápido", en: "fast" },
  expert: { "pt-BR": "especialista", en: "expert" },
  balanced: { "pt-BR": "equilibrado", en: "balanced" },
  economic: { "pt-BR": "econômico", en: "economic" },
} satisfies Record<string, Text>;

export const OFFER_STATUS_NAMES = {
  pending: { "pt-BR": "Nova", en: "New" },
  seen: { "pt-BR": "Vista", en: "Seen" },
  accepted: { "pt-BR": "Aceita", en: "Accepted" },
  declined: { "pt-BR": "Recusada", en: "Declined" },
  expired: { "pt-BR": "Expirada", en: "Expired" },
  withdrawn: { "pt-BR": "Retirada", en: "Withdrawn" },
} satisfies Record<string, Text>;

/** As operators call them; a client reads softer words. */
export const CASE_STATUS_NAMES: Readonly<Record<CaseStatus, Text>> = {
  triage: { "pt-BR": "Em triagem", en: "In triage" },
  handed_off: { "pt-BR": "Com pessoa", en: "Handed off" },
  stopped: { "pt-BR": "Parado", en: "Stopped" },
  matching: { "pt-BR": "Procurando", en: "Matching" },
  choosing: { "pt-BR": "Cliente escolhe", en: "Choosing" },
  offering: { "pt-BR": "Em proposta", en: "Offering" },
  unmatched: { "pt-BR": "Sem ninguém", en: "Unmatched" },
  accepted: { "pt-BR": "Aceito", en: "Accepted" },
  signed: { "pt-BR": "Assinado", en: "Signed" },
  closed: { "pt-BR": "Encerrado", en: "Closed" },
  not_legal: { "pt-BR": "Não jurídico", en: "Not legal" },
  forgotten: { "pt-BR": "Apagado", en: "Forgotten" },
};

export const CONTRACT_STATUS_NAMES = {
  draft: { "pt-BR": "Rascunho", en: "Draft" },
  sent: { "pt-BR": "Para assinar", en: "To sign" },
  signed: { "pt-BR": "Assinado", en: "Signed" },
  closed: { "pt-BR": "Encerrado", en: "Closed" },
  voided: { "pt-BR": "Cancelado", en: "Cancelled" },
} satisfies Record<string, Text>;

const LANGUAGE_NAMES: Readonly<Record<string, Text>> = {
  "pt-BR": { "pt-BR": "Português", en: "Portuguese" },
  en: { "pt-BR": "Inglês", en: "English" },
  es: { "pt-BR": "Espanhol", en: "Spanish" },
  fr: { "pt-BR": "Francês", en: "French" },
  it: { "pt-BR": "Italiano", en: "Italian" },
  de: { "pt-BR": "Alemão", en: "German" },
  ja: { "pt-BR": "Japonês", en: "Japanese" },
  ht: { "pt-BR": "Crioulo haitiano", en: "Haitian Creole" },
  zh: { "pt-BR": "Chinês", en: "Chinese" },
  ar: { "pt-BR": "Árabe", en: "Arabic" },
  libras: { "pt-BR": "Libras", en: "Libras (sign language)" },
};

export function languageName(language: string, locale: Locale): string {
  return LANGUAGE_NAMES[language]?.[locale] ?? language;
}
