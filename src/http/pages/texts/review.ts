// The words of the review form.
import type { ReviewOutcome } from "../../../db/tables/contracts.ts";
import type { Text } from "../../../domain/locale.ts";

export const REVIEW = {
  title: { "pt-BR": "Como foi?", en: "How was it?" },
  thanks: { "pt-BR": "Obrigado pela avaliação", en: "Thank you for your review" },
  until: { "pt-BR": "Você pode mudá-la até", en: "You can change it until" },
  fixed: {
    "pt-BR": "O prazo para mudar passou, e ela fica como está.",
    en: "The time to change it is over, and it stays as it is.",
  },
  lead: {
    "pt-BR": "Leva um minuto. Ajuda quem vier depois a encontrar a pessoa certa.",
    en: "It takes a minute and helps whoever comes next to find the right person.",
  },
  rating: { "pt-BR": "Nota para o atendimento", en: "Your rating" },
  outcome: { "pt-BR": "E o seu problema?", en: "And your problem?" },
  comment: { "pt-BR": "Quer contar mais? (não é preciso)", en: "Would you like to say more? (optional)" },
  commentHint: {
    "pt-BR": "O profissional lê este texto. Não escreva dados de outras pessoas.",
    en: "The professional reads this text. Leave out details about other people.",
  },
  send: { "pt-BR": "Enviar avaliação", en: "Send the review" },
  change: { "pt-BR": "Guardar mudança", en: "Save the change" },
  missing: {
    "pt-BR": "Escolha uma nota e diga como ficou o problema.",
    en: "Choose a rating and say how the problem stands.",
  },
} satisfies Record<string, Text>;

export const RATINGS: readonly { value: number; words: Text }[] = [
  { value: 1, words: { "pt-BR": "muito ruim", en: "very bad" } },
  { value: 2, words: { "pt-BR": "ruim", en: "bad" } },
  { value: 3, words: { "pt-BR": "razoável", en: "fair" } },
  { value: 4, words: { "pt-BR": "bom", en: "good" } },
  { value: 5, words: { "pt-BR": "muito bom", en: "very good" } },
];

export const OUTCOMES: Record<ReviewOutcome, Text> = {
  resolved: { "pt-BR": "Foi resolvido", en: "It was resolved" },
  partly: { "pt-BR": "Foi resolvido em parte", en: "It was partly resolved" },
  ongoing: { "pt-BR": "Ainda está em andamento", en: "It is still going on" },
  unresolved: { "pt-BR": "Não foi resolvido", en: "It was not resolved" },
};
