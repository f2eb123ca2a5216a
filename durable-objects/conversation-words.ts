// What the agent says outside the interview: after the triage is complete, at "stop", and when the person has fallen silent.
import type { LoggedEvent } from "../src/domain/events.ts";
import type { Locale, Text } from "../src/domain/locale.ts";
import { questionById } from "../src/domain/triage/questions.ts";
import type { Turn } from "../src/domain/triage/types.ts";

/** What happens now with a case whose triage is complete, from the latest event of its later life. */
export function whatHappensNow(latest: LoggedEvent | null, locale: Locale): string {
  return `${KEPT[locale]} ${WORDS[standOf(latest)][locale]} ${PERSON[locale]}`;
}

/** What a "stop" after the triage ends, and what stands all the same and how that is ended. */
export function whatStopEnds(latest: LoggedEvent | null, locale: Locale): string {
  const stand = standOf(latest);
  if (stand === "signed") return STOP_SIGNED[locale];
  return (stand === "accepted" || stand === "to_sign" ? STOP_ACCEPTED : STOP_SEARCH)[locale];
}

export function reminder(locale: Locale): string {
  return REMINDER[locale];
}

/** The last thing that a page which is still open is told. */
export function goodbye(locale: Locale): string {
  return GOODBYE[locale];
}

/** The reply with when a person answers: before the question, which comes last. */
export function tellWhen({ reply, state }: Turn, when: string): string {
  const question = reply.question === null ? "" : (questionById(reply.question)?.text[state.locale] ?? "");
  if (question === "" || !reply.text.endsWith(question)) return `${reply.text} ${when}`;
  return `${reply.text.slice(0, -question.length)}${when} ${question}`;
}

type Stand = "searching" | "offered" | "nobody" | "accepted" | "to_sign" | "signed" | "closed" | "voided";

function standOf(latest: LoggedEvent | null): Stand {
  if (latest === null) return "searching";
  const { status } = latest.data;
  if (latest.type === "contract_update") {
    if (status === "signed" || status === "closed" || status === "voided") return status;
    return "to_sign";
  }
  if (status === "unmatched") return "nobody";
  if (latest.type === "match_ready") return "offered";
  return status === "accepted" ? "accepted" : "offered";
}

const KEPT: Text = {
  "pt-BR": "Recebi a sua mensagem e ela fica guardada aqui.",
  en: "I have your message, and it is kept here.",
};

const PERSON: Text = {
  "pt-BR": "Para falar com uma pessoa, escreva: pessoa.",
  en: "To talk to a person, write: person.",
};

const WORDS: Record<Stand, Text> = {
  searching: {
    "pt-BR": "Estou procurando quem pode cuidar do seu caso e aviso nesta conversa.",
    en: "I am looking for someone who can take your case, and I will tell you in this conversation.",
  },
  offered: {
    "pt-BR": "O seu caso já foi proposto a profissionais. Assim que alguém aceitar, aviso aqui.",
    en: "Your case has been proposed to professionals. As soon as one accepts, I will tell you here.",
  },
  nobody: {
    "pt-BR": "Ainda não encontrei alguém livre para o seu caso. Uma pessoa da equipe está cuidando disso.",
    en: "I have not yet found someone free for your case. A person from the team is looking into it.",
  },
  accepted: {
    "pt-BR":
      "Um profissional aceitou o seu caso e o contrato está sendo preparado. O que você escreve aqui não chega a ele; no contrato vai estar o e-mail dele.",
    en: "A professional has accepted your case, and the contract is being prepared. What you write here is not passed on to them; their e-mail will stand with the contract.",
  },
  to_sign: {
    "pt-BR":
      "O contrato está pronto para você ler com calma e assinar. O que você escreve aqui não chega ao profissional: para falar com ele, use o e-mail que está na página do contrato.",
    en: "The contract is ready for you to read at your own pace and sign. What you write here is not passed on to the professional: to reach them, use the e-mail on the contract page.",
  },
  signed: {
    "pt-BR":
      "O contrato está assinado, e o seu caso está com o profissional que o aceitou. O que você escreve aqui não chega a ele: para falar com ele, use o e-mail que está na página do contrato.",
    en: "The contract is signed, and your case is with the professional who accepted it. What you write here is not passed on to them: to reach them, use the e-mail on the contract page.",
  },
  closed: {
    "pt-BR": "Este caso está encerrado. Se for algo novo, comece outra conversa.",
    en: "This case is closed. If it is about something new, please start another conversation.",
  },
  voided: {
    "pt-BR": "O contrato foi cancelado. Uma pessoa da equipe fala com você aqui.",
    en: "The contract was cancelled. A person from the team will talk to you here.",
  },
};

const STOP_SEARCH: Text = {
  "pt-BR":
    "Tudo bem, paro por aqui e encerro a busca: o seu caso não vai a mais ninguém. Para retomar, escreva “voltar”.",
  en: "All right, I stop here and end the search: your case goes to nobody else. To take it up again, type “back”.",
};

const STOP_ACCEPTED: Text = {
  "pt-BR":
    "Tudo bem, não escrevo mais. Um profissional já aceitou o seu caso, mas só vale o que você assinar. Para conversar de novo, escreva “voltar”.",
  en: "All right, I write no more. A professional has already accepted your case, but only what you sign counts. To talk again, type “back”.",
};

const STOP_SIGNED: Text = {
  "pt-BR":
    "Tudo bem, não escrevo mais. O contrato assinado continua valendo: para encerrá-lo, abra a página dele. Para conversar de novo, escreva “voltar”.",
  en: "All right, I write no more. The signed contract still stands: to end it, open its page. To talk again, type “back”.",
};

const REMINDER: Text = {
  "pt-BR": "Está tudo guardado. Quando puder, continue de onde paramos. Se preferir falar com alguém, escreva: pessoa.",
  en: "Everything is kept. When you can, go on from where we stopped. If you would rather talk to someone, write: person.",
};

const GOODBYE: Text = {
  "pt-BR":
    "Faz muito tempo que ninguém escreve aqui, e por isso esta conversa foi apagada. Comece outra quando quiser.",
  en: "Nobody has written here for a long time, so this conversation has been deleted. Begin another whenever you like.",
};
