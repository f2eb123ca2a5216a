// What stands on the buttons of the team's channel, and what is answered to whoever presses one.
import type { Text } from "../../domain/locale.ts";

export const TEAM_TEXTS = {
  open: { "pt-BR": "Abrir na Vez", en: "Open in Vez" },
  take: { "pt-BR": "Assumir a conversa", en: "Take the conversation over" },
  notOperator: {
    "pt-BR": "O e-mail da sua conta aqui não é de alguém que opera a Vez. Peça um convite em Pessoas, no console.",
    en: "The address of your account here is nobody's who operates Vez. Ask for an invitation under People, on the console.",
  },
  alreadyTaken: {
    "pt-BR": "Uma colega ou um colega já assumiu esta conversa.",
    en: "A colleague has taken this conversation over already.",
  },
  over: {
    "pt-BR": "Esta conversa não pode mais ser assumida. Veja no console como ela está.",
    en: "This conversation can no longer be taken over. See on the console where it stands.",
  },
} as const satisfies Record<string, Text>;

/** `name` is the operator's own, as the client will read it; the channel is the team's. */
export function takenBy(name: string, link: string): Text {
  return {
    "pt-BR": `${name} assumiu esta conversa. Continue aqui: ${link}`,
    en: `${name} has taken this conversation over. Go on here: ${link}`,
  };
}
