// The words of the page behind a link that came by WhatsApp.
import type { Text } from "../../../domain/locale.ts";

export const WHATSAPP_LINK = {
  title: { "pt-BR": "Seu caso no navegador", en: "Your case in the browser" },
  lead: {
    "pt-BR": "É a mesma conversa do WhatsApp, com tudo o que você já contou. Pode continuar aqui ou lá.",
    en: "It is the same conversation as on WhatsApp, with all that you have told. You can go on here or there.",
  },
  shared: {
    "pt-BR": "Se mais alguém usa este aparelho, saia da sua conta quando terminar.",
    en: "If somebody else uses this device, sign out when you are done.",
  },
  open: { "pt-BR": "Abrir a conversa", en: "Open the conversation" },
  bring: {
    "pt-BR": "Juntar também as conversas que comecei neste navegador",
    en: "Also bring along the conversations that I began in this browser",
  },
  joinLead: {
    "pt-BR":
      "Você já tem uma conta aqui. A conversa do WhatsApp passa para ela, e a Vez continua respondendo no WhatsApp.",
    en: "You have an account here already. The conversation on WhatsApp moves into it, and Vez still answers on WhatsApp.",
  },
  join: { "pt-BR": "Juntar à minha conta", en: "Add it to my account" },
  mineLead: {
    "pt-BR": "Esta conversa está na sua conta. Entre com o seu e-mail para abri-la.",
    en: "This conversation is in your account. Sign in with your e-mail to open it.",
  },
  signIn: { "pt-BR": "Entrar", en: "Sign in" },
  overTitle: { "pt-BR": "Este link não vale mais", en: "This link works no longer" },
  over: {
    "pt-BR": "Ele já foi usado ou tem mais de 7 dias. Nada se perdeu: escreva “link” no WhatsApp e a Vez manda outro.",
    en: "It was used already, or is older than 7 days. Nothing is lost: write “link” on WhatsApp and Vez sends another.",
  },
  home: { "pt-BR": "Ir para o início", en: "Go to the first page" },
} satisfies Record<string, Text>;
