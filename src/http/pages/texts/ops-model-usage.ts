// The words of what the models cost in a case.
import type { Text } from "../../../domain/locale.ts";
import type { ModelUsage } from "../../../services/triage/read-usage.ts";

export const MODEL_USAGE = {
  title: { "pt-BR": "Quanto custaram os modelos", en: "What the models cost" },
  none: {
    "pt-BR": "Nenhum modelo foi consultado: as regras da casa fizeram a triagem.",
    en: "No model was asked: the house's own rules did the triage.",
  },
  who: { "pt-BR": "Quem e para quê", en: "Who and what for" },
  calls: { "pt-BR": "Chamadas", en: "Calls" },
  answered: { "pt-BR": "Com resposta útil", en: "Of use" },
  input: { "pt-BR": "Tokens lidos", en: "Tokens read" },
  cached: { "pt-BR": "Em cache, destes", en: "Cached of these" },
  output: { "pt-BR": "Tokens escritos", en: "Tokens written" },
  time: { "pt-BR": "Tempo", en: "Time" },
  total: { "pt-BR": "Total", en: "Total" },
} satisfies Record<string, Text>;

/** Names of houses are the same in every language. */
export const PROVIDER_NAMES: Record<ModelUsage["provider"], string> = {
  anthropic: "Anthropic",
  openai: "OpenAI",
  workers_ai: "Workers AI",
};

export const ROLE_NAMES: Record<ModelUsage["role"], Text> = {
  interviewer: { "pt-BR": "palavras da resposta", en: "words of the reply" },
  analyst: { "pt-BR": "leitura do caso", en: "reading of the case" },
};
