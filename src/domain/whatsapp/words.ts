// What Vez says on WhatsApp beside the conversation itself, and how buttons and boxes of the page read there.
import type { Locale, Text } from "../locale.ts";
import type { SafetyBox } from "../triage/types.ts";

/** Follows the greeting, once: that nobody but a program answers, what is kept, the way to the page, how to end it, and the other language. */
export function firstNotice(locale: Locale, link: string | null): string {
  const way = link === null ? null : `${ON_THE_PAGE[locale]} ${link}`;
  const lines = [KEPT[locale], way, STOP[locale], OTHER_LANGUAGE[locale]];
  return lines.filter((line) => line !== null).join("\n");
}

/** A reply with the answers to choose from; a number is an answer too. */
export function withOptions(text: string, options: readonly { label: string }[], locale: Locale): string {
  if (options.length === 0) return text;
  const list = options.map(({ label }, index) => `${index + 1}. ${label}`);
  return [text, "", ...list, ANSWER_BY_NUMBER[locale]].join("\n");
}

/** The answer that "2" stands for; null where it is no such number. */
export function chosenOption(text: string, options: readonly { label: string }[]): string | null {
  const [, number] = /^\s*(\d{1,2})\s*[.)]?\s*$/.exec(text) ?? [];
  return number === undefined ? null : (options[Number(number) - 1]?.label ?? null);
}

/** What to do in danger; its own message, before the reply. */
export function safetyWords({ title, lines }: SafetyBox): string {
  return [`*${title}*`, ...lines.map(({ text, phone }) => (phone === undefined ? text : `${text} ${phone}`))].join(
    "\n",
  );
}

/** The last line of a reply once the case has a life beyond the talk. */
export function linkLine(locale: Locale, link: string): string {
  return `${SEE_CASE[locale]} ${link}`;
}

export function linkAsked(locale: Locale, link: string): string {
  return `${HERE_IS[locale]} ${link}\n${LINK_ONCE[locale]}`;
}

/** `link`: exactly that word, alone. */
export function asksForLink(text: string): boolean {
  return /^(?:o |meu |manda o |envia o |send (?:me )?the |the )?link[.!?]?$/i.test(text.trim());
}

/** Why a message could not be taken, and what to do instead. */
export type NotTaken = "voice_off" | "voice_failed" | "voice_silent" | "voice_long" | "file" | "other";

export function notTaken(why: NotTaken, locale: Locale, link: string | null): string {
  const words = NOT_TAKEN[why][locale];
  return why === "file" && link !== null ? `${words} ${link}` : words;
}

/** Said once a stretch, where more comes than anybody writes. */
export function tooMuch(locale: Locale): string {
  return TOO_MUCH[locale];
}

const TOO_MUCH: Text = {
  "pt-BR":
    "Chegaram mensagens demais de uma vez, e não consigo ler as últimas. Espere uns minutos e me conte de novo o mais importante. Em perigo agora, ligue 190.",
  en: "Too many messages came at once, and I cannot read the last ones. Wait a few minutes and tell me the most important part again. In danger now, call 190.",
};

const KEPT: Text = {
  "pt-BR": "Guardo esta conversa para cuidar do seu caso. Você pode pedir para apagar tudo.",
  en: "I keep this conversation to look after your case. You can ask for everything to be deleted.",
};

const ON_THE_PAGE: Text = {
  "pt-BR": "Se preferir continuar no navegador:",
  en: "If you would rather go on in the browser:",
};

const STOP: Text = {
  "pt-BR": "Para parar, escreva “parar”. Para um novo link, escreva “link”.",
  en: "To stop, write “stop”. For a new link, write “link”.",
};

/** In the language of who cannot read the rest. */
const OTHER_LANGUAGE: Text = {
  "pt-BR": "For English, write “English”.",
  en: "Para português, escreva “português”.",
};

/** Said when somebody asked for a language. */
export function languageSet(locale: Locale): string {
  return LANGUAGE_SET[locale];
}

const LANGUAGE_SET: Text = {
  "pt-BR": "Certo, daqui em diante em português.",
  en: "All right, in English from here on.",
};

const ANSWER_BY_NUMBER: Text = {
  "pt-BR": "Responda com o número ou do seu jeito.",
  en: "Answer with the number, or in your own words.",
};

const SEE_CASE: Text = { "pt-BR": "Acompanhe o seu caso:", en: "Follow your case:" };

const HERE_IS: Text = { "pt-BR": "O seu caso no navegador:", en: "Your case in the browser:" };

const LINK_ONCE: Text = {
  "pt-BR": "O link serve uma vez e vale por 7 dias. Não o envie a ninguém.",
  en: "The link works once, and for 7 days. Do not send it to anyone.",
};

const NOT_TAKEN: Record<NotTaken, Text> = {
  voice_off: {
    "pt-BR": "Ainda não consigo ouvir áudios por aqui. Pode escrever, com suas palavras?",
    en: "I cannot listen to voice messages here yet. Could you write it, in your own words?",
  },
  voice_failed: {
    "pt-BR": "Não consegui ouvir o áudio agora. Pode enviar de novo, ou escrever?",
    en: "I could not listen to the recording just now. Could you send it again, or write it?",
  },
  voice_silent: {
    "pt-BR": "Não ouvi palavras nesse áudio. Pode gravar de novo mais perto do telefone, ou escrever?",
    en: "I heard no words in that recording. Could you record it again closer to the phone, or write it?",
  },
  voice_long: {
    "pt-BR": "Esse áudio é grande demais para eu ouvir. Pode escrever, com suas palavras, ou gravar em partes?",
    en: "That recording is too large for me to listen to. Could you write it, in your own words, or record it in parts?",
  },
  file: {
    "pt-BR":
      "Não guardo arquivos por aqui, para a sua segurança. Depois você pode juntar fotos e documentos pela página:",
    en: "For your safety I keep no files here. You can add photos and documents on the page:",
  },
  other: {
    "pt-BR": "Isso eu não consigo ler por aqui. Pode escrever, com suas palavras?",
    en: "I cannot read that here. Could you write it, in your own words?",
  },
};
