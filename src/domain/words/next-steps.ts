// What comes after the present state of a case, step by step, with no time but those that are configured or kept.
import type { Locale, Text } from "../locale.ts";
import { type OfficeHours, whenAnswered } from "../office-hours.ts";
import { type CaseNews, type Stand, standOf } from "./case-news.ts";

/** In order, plain sentences; empty where nothing is left to wait for. When a person answers is told only outside the office's hours. */
export function nextSteps(
  news: CaseNews,
  office: { hours: OfficeHours; now: Date },
  reader: { locale: Locale; zone: string },
): string[] {
  const stand = standOf(news);
  const steps = STEPS[stand].map((step) => step[reader.locale]);
  const when = stand === "called" ? whenAnswered(office.hours, office.now, reader) : "";
  return when === "" ? steps : [when, ...steps];
}

const SUMMARY_READ: Text = {
  "pt-BR": "Os profissionais consultados leem o resumo, sem o seu nome.",
  en: "The professionals who are asked read the summary, without your name.",
};
const ONE_ACCEPTS: Text = {
  "pt-BR": "Quando um aceitar, o nome aparece aqui.",
  en: "When one accepts, the name appears here.",
};
const CONTRACT: Text = {
  "pt-BR": "Você lê o contrato antes. Só assina se quiser.",
  en: "You read the contract first. You sign only if you want to.",
};
const GOES_ON: Text = {
  "pt-BR": "Depois a conversa continua de onde parou.",
  en: "After that the conversation goes on from where it was.",
};

const STEPS: Record<Stand, readonly Text[]> = {
  telling: [SUMMARY_READ, ONE_ACCEPTS, CONTRACT],
  called: [GOES_ON],
  with_person: [GOES_ON],
  stopped: [],
  not_legal: [],
  searching: [SUMMARY_READ, ONE_ACCEPTS, CONTRACT],
  choosing: [
    {
      "pt-BR": "Você escreve para até três pessoas ao mesmo tempo. Elas leem o resumo, sem o seu nome.",
      en: "You write to up to three people at a time. They read the summary, without your name.",
    },
    { "pt-BR": "Quem aceitar primeiro fica com o caso.", en: "Whoever accepts first has the case." },
    CONTRACT,
  ],
  asked: [ONE_ACCEPTS, CONTRACT],
  nobody: [
    { "pt-BR": "O que você já juntou fica guardado aqui.", en: "What you have gathered is kept here." },
    ONE_ACCEPTS,
  ],
  accepted: [CONTRACT],
  to_sign: [
    {
      "pt-BR": "O contrato vale quando os dois assinarem.",
      en: "The contract is valid once both have signed.",
    },
  ],
  signed: [],
  closed: [],
  called_off: [],
  asleep: [],
};
