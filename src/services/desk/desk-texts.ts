// What the team reads as a note in the help desk when something it did could not be done.
import type { Text } from "../../domain/locale.ts";

export const DESK_TEXTS = {
  onlyText: {
    "pt-BR": "Só texto chega à pessoa por aqui. Arquivos ela envia e recebe na página do caso.",
    en: "Only text reaches the person from here. Files are sent and received on the page of the case.",
  },
  tooLong: {
    "pt-BR": "A mensagem não foi enviada: é longa demais. Divida em duas.",
    en: "The message was not sent: it is too long. Make two of it.",
  },
  stopped: {
    "pt-BR": "A mensagem não foi enviada: a pessoa pediu que a Vez parasse de escrever.",
    en: "The message was not sent: the person asked Vez to stop writing.",
  },
  notTaken: {
    "pt-BR": "Isto não pôde ser feito nesta conversa. Veja no console da Vez como ela está.",
    en: "This could not be done in this conversation. See on Vez's console where it stands.",
  },
} as const satisfies Record<string, Text>;
