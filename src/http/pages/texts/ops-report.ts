// The words of the operators' report.
import type { Text } from "../../../domain/locale.ts";

export const REPORT = {
  title: { "pt-BR": "Relatório", en: "Report" },
  lead: {
    "pt-BR": "O que foi feito dos casos que começaram nestes dias, até agora. Os tempos são medianas.",
    en: "What became of the cases that began in these days, until now. Times are medians.",
  },
  from: { "pt-BR": "De", en: "From" },
  to: { "pt-BR": "Até", en: "To" },
  show: { "pt-BR": "Mostrar", en: "Show" },
  download: { "pt-BR": "Baixar como planilha (CSV)", en: "Download as a spreadsheet (CSV)" },
  badDays: {
    "pt-BR": "O primeiro dia vem antes do último, e um relatório tem no máximo 366 dias.",
    en: "The first day comes before the last, and a report has at most 366 days.",
  },
  cases: { "pt-BR": "Casos", en: "Cases" },
  offers: { "pt-BR": "Propostas", en: "Offers" },
  people: { "pt-BR": "Profissionais e avaliações", en: "Professionals and reviews" },
  areas: { "pt-BR": "Por área", en: "By area" },
  noAreas: { "pt-BR": "Nenhum caso com área nestes dias.", en: "No case with an area in these days." },
  area: { "pt-BR": "Área", en: "Area" },
  none: { "pt-BR": "–", en: "–" },
} satisfies Record<string, Text>;

/** Names of the figures, by their field in the report. */
export const REPORT_FIGURES = {
  opened: { "pt-BR": "Abertos", en: "Opened" },
  triaged: { "pt-BR": "Com triagem completa", en: "Triage completed" },
  not_legal: { "pt-BR": "Sem problema jurídico", en: "No legal problem" },
  called_person: { "pt-BR": "Chamaram uma pessoa", en: "Called a person" },
  accepted: { "pt-BR": "Aceites", en: "Accepted" },
  signed: { "pt-BR": "Assinados pelos dois", en: "Signed by both" },
  done: { "pt-BR": "Concluídos", en: "Done" },
  cancelled: { "pt-BR": "Cancelados pelo cliente", en: "Called off by the client" },
  silent: { "pt-BR": "Encerrados por silêncio", en: "Closed by silence" },
  unmatched: { "pt-BR": "Sem ninguém agora", en: "Unmatched now" },
  minutes_to_triage: { "pt-BR": "Até o fim da triagem", en: "To the end of the triage" },
  minutes_to_acceptance: { "pt-BR": "Da triagem ao aceite", en: "From triage to acceptance" },
  minutes_to_signature: { "pt-BR": "Do aceite às assinaturas", en: "From acceptance to signatures" },
  sent: { "pt-BR": "Enviadas", en: "Sent" },
  declined: { "pt-BR": "Recusadas", en: "Declined" },
  expired: { "pt-BR": "Expiradas", en: "Expired" },
  withdrawn: { "pt-BR": "Retiradas", en: "Withdrawn" },
  joined: { "pt-BR": "Entraram", en: "Joined" },
  active: { "pt-BR": "Ativos hoje", en: "Active today" },
  count: { "pt-BR": "Avaliações", en: "Reviews" },
  mean_rating: { "pt-BR": "Nota média (1 a 5)", en: "Mean rating (1 to 5)" },
} satisfies Record<string, Text>;
