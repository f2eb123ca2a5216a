// Words that every page shares.
import type { Text } from "../../../domain/locale.ts";

export const COMMON = {
  description: {
    "pt-BR": "Conte o que aconteceu. A Vez encontra o profissional certo para o seu caso.",
    en: "Tell what happened. Vez finds the right professional for your case.",
  },
  skip: { "pt-BR": "Ir para o conteúdo", en: "Skip to content" },
  home: { "pt-BR": "Vez, página inicial", en: "Vez, home page" },
  sections: { "pt-BR": "Seções", en: "Sections" },
  more: { "pt-BR": "Mais", en: "More" },
  languageName: { "pt-BR": "Português", en: "English" },
  signOut: { "pt-BR": "Sair", en: "Sign out" },
  signIn: { "pt-BR": "Entrar", en: "Sign in" },
  foot: {
    "pt-BR": "Vez é um assistente automático. Não é advogado nem dá parecer: encontra quem pode ajudar você.",
    en: "Vez is an automated assistant. It is not a lawyer and gives no legal opinion: it finds someone who can help you.",
  },
} satisfies Record<string, Text>;
