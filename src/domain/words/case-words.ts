// What happens now with a client's case, in plain words with honest times; and one line of it for each piece of news.
import type { Locale, Text } from "../locale.ts";
import { type CaseNews, newsAfter, type Stand, standOf } from "./case-news.ts";
import { momentWords } from "./moments.ts";

export interface Reader {
  locale: Locale;
  /** IANA name. */
  zone: string;
}

/** A heading and one or two sentences. */
export function nowWords(news: CaseNews, reader: Reader): { title: string; text: string } {
  if (news.waitsUntil !== null && standOf(news) === "searching") {
    return { title: WAITING.title[reader.locale], text: fill(WAITING.text, news, reader) };
  }
  const stand = standOf(news);
  const { title, text } = stand === "asked" && news.mode === "directory" ? CONTACTED : NOW[stand];
  return { title: fill(title, news, reader), text: fill(text, news, reader) };
}

/** The line that the transcript shows for an event of the case's later life, or null for other events. */
export function newsLine(
  before: CaseNews,
  event: { type: string; data: Record<string, unknown> },
  reader: Reader,
): string | null {
  const after = newsAfter(before, event);
  if (event.type === "handoff") return fill(HANDOFF[String(event.data.state)] ?? HANDOFF.called, after, reader);
  if (event.type === "contract_update" && event.data.signing !== undefined && after.signed.length === 0) {
    return event.data.signing === "here" ? fill(SIGNED_HERE, after, reader) : null;
  }
  if (event.type === "contract_update" && after.progress === "to_sign" && after.signed.length > 0) {
    return fill(after.signed.includes("client") ? SIGNED_BY_YOU : SIGNED_BY_OTHER, after, reader);
  }
  if (!LINE_TYPES.has(event.type) || (event.type === "contract_update" && event.data.course === true)) return null;
  const course = event.type === "offer_update" ? COURSE[`${event.data.status} ${event.data.why}`] : undefined;
  if (course !== undefined) return fill(course, before, reader);
  if (after.progress === "choosing" && before.progress === "choosing") return null;
  if (after.progress === "choosing" && before.progress === "asked") return fill(CHOOSE_AGAIN, after, reader);
  const line = LINES[after.mode === "directory" && after.progress === "asked" ? "contacted" : after.progress];
  return line === undefined ? null : fill(line, after, reader);
}

const LINE_TYPES: ReadonlySet<string> = new Set(["triage_completed", "match_ready", "offer_update", "contract_update"]);

const NOW: Record<Stand, { title: Text; text: Text }> = {
  telling: {
    title: { "pt-BR": "Contando o que aconteceu", en: "Telling what happened" },
    text: {
      "pt-BR": "São poucas perguntas. Depois a Vez procura um profissional.",
      en: "There are only a few questions. Then Vez looks for a professional.",
    },
  },
  called: {
    title: { "pt-BR": "Uma pessoa foi chamada", en: "A person has been called" },
    text: {
      "pt-BR": "Alguém da equipe lê tudo e responde aqui mesmo. Enquanto espera, pode continuar escrevendo.",
      en: "Someone on the team reads everything and answers right here. While you wait, you can go on writing.",
    },
  },
  with_person: {
    title: { "pt-BR": "Uma pessoa está com você", en: "A person is with you" },
    text: {
      "pt-BR": "{person} está lendo e responde aqui. O assistente automático fica em silêncio.",
      en: "{person} is reading and answers here. The automated assistant stays silent.",
    },
  },
  stopped: {
    title: { "pt-BR": "A conversa está parada", en: "The conversation is stopped" },
    text: {
      "pt-BR": "Parou porque você pediu. Está tudo guardado, e você continua quando quiser.",
      en: "It stopped because you asked. Everything is kept, and you can go on whenever you like.",
    },
  },
  searching: {
    title: { "pt-BR": "Procurando um profissional", en: "Looking for a professional" },
    text: {
      "pt-BR": "Costuma levar menos de um minuto até os primeiros serem consultados.",
      en: "It usually takes less than a minute until the first ones are asked.",
    },
  },
  choosing: {
    title: { "pt-BR": "Você escolhe com quem falar", en: "You choose whom to write to" },
    text: {
      "pt-BR": "A lista mostra quem pode cuidar do seu caso, em ordem sorteada a cada dia. A Vez não indica ninguém.",
      en: "The list shows who can look after your case, in an order drawn anew each day. Vez recommends nobody.",
    },
  },
  asked: {
    title: { "pt-BR": "Profissionais consultados", en: "Professionals have been asked" },
    text: {
      "pt-BR": "{asked} Se ninguém aceitar, outros são consultados. O aviso chega aqui; pode fechar a página.",
      en: "{asked} If none accepts, others are asked. The news comes here; you can close the page.",
    },
  },
  nobody: {
    title: { "pt-BR": "Ainda sem profissional livre", en: "No professional is free yet" },
    text: {
      "pt-BR":
        "Isso não diz nada sobre o seu caso. A equipe foi avisada e olha de perto. Com prazo curto, procure também a Defensoria Pública.",
      en: "That says nothing about your case. The team knows and takes a close look. With a short deadline, go to the Public Defender (Defensoria Pública) as well.",
    },
  },
  not_legal: {
    title: { "pt-BR": "Não parece um problema jurídico", en: "This does not seem to be a legal problem" },
    text: {
      "pt-BR":
        "Ninguém foi consultado. Se for um problema jurídico, corrija o assunto no resumo ou fale com uma pessoa.",
      en: "Nobody has been asked. If it is a legal problem, correct the subject in the summary or talk to a person.",
    },
  },
  accepted: {
    title: { "pt-BR": "{professional} aceitou o seu caso", en: "{professional} has accepted your case" },
    text: { "pt-BR": "O contrato está sendo preparado.", en: "The contract is being prepared." },
  },
  to_sign: {
    title: { "pt-BR": "O contrato está pronto", en: "The contract is ready" },
    text: {
      "pt-BR": "Leia com calma. {signed} {reach}",
      en: "Read it at your own pace. {signed} {reach}",
    },
  },
  signed: {
    title: { "pt-BR": "Contrato assinado pelos dois", en: "Both have signed the contract" },
    text: {
      "pt-BR": "O seu caso está com {professional}. {reach} O documento assinado fica na página do contrato.",
      en: "Your case is with {professional}. {reach} The signed document is on the contract page.",
    },
  },
  called_off: {
    title: { "pt-BR": "Caso cancelado", en: "Case called off" },
    text: {
      "pt-BR": "Ninguém mais é consultado. O que você contou continua guardado. {back}",
      en: "Nobody is asked any more. What you told is kept. {back}",
    },
  },
  asleep: {
    title: { "pt-BR": "Caso encerrado por enquanto", en: "Case closed for now" },
    text: {
      "pt-BR": "Ficamos um mês sem notícia sua. Está tudo guardado. {back}",
      en: "We did not hear from you for a month. Everything is kept. {back}",
    },
  },
  closed: {
    title: { "pt-BR": "Caso encerrado", en: "Case closed" },
    text: {
      "pt-BR": "Conte como foi: leva um minuto e ajuda quem vier depois.",
      en: "Tell how it went: it takes a minute and helps whoever comes next.",
    },
  },
};

/** Where the client asked, not Vez. */
const CONTACTED: { title: Text; text: Text } = {
  title: { "pt-BR": "Você escreveu para {chosen}", en: "You wrote to {chosen}" },
  text: {
    "pt-BR": "{answer} O aviso chega aqui; pode fechar a página. A lista continua aberta para você.",
    en: "{answer} The news comes here; you can close the page. The list stays open for you.",
  },
};

/** While the search waits for the client to say how to be reached. */
const WAITING: { title: Text; text: Text } = {
  title: { "pt-BR": "Quase tudo pronto", en: "Almost ready" },
  text: {
    "pt-BR": "Falta só dizer como avisar você. A busca começa com a sua resposta, ou sozinha às {waits}.",
    en: "Only how to reach you is missing. The search begins with your answer, or by itself at {waits}.",
  },
};

const LINES: Partial<Record<CaseNews["progress"] | "contacted", Text>> = {
  contacted: { "pt-BR": "Você escreveu para {chosen}. {answer}", en: "You wrote to {chosen}. {answer}" },
  searching: {
    "pt-BR": "A Vez tem o que precisa para procurar um profissional.",
    en: "Vez has what it needs to look for a professional.",
  },
  choosing: {
    "pt-BR": "A lista está aberta: você escolhe com quem falar.",
    en: "The list is open: you choose whom to write to.",
  },
  asked: { "pt-BR": "{asked}", en: "{asked}" },
  nobody: {
    "pt-BR": "Por enquanto ninguém livre pôde aceitar. A equipe foi avisada.",
    en: "For now nobody free could accept. The team has been told.",
  },
  accepted: { "pt-BR": "{professional} aceitou o seu caso.", en: "{professional} has accepted your case." },
  to_sign: {
    "pt-BR": "O contrato está pronto para você ler e assinar.",
    en: "The contract is ready for you to read and sign.",
  },
  signed: { "pt-BR": "Os dois assinaram. O contrato já vale.", en: "Both have signed. The contract is valid." },
  closed: { "pt-BR": "O caso foi encerrado.", en: "The case was closed." },
  called_off: { "pt-BR": "O caso foi cancelado.", en: "The case was called off." },
  asleep: {
    "pt-BR": "Sem notícia por um mês, o caso foi encerrado por enquanto.",
    en: "After a month without news, the case was closed for now.",
  },
};

const CHOOSE_AGAIN: Text = {
  "pt-BR": "Quem você escolheu não pôde aceitar agora. A lista continua aberta.",
  en: "Whoever you chose could not take it now. The list is still open.",
};
const SIGNED_BY_YOU: Text = {
  "pt-BR": "Você assinou. Falta a outra parte.",
  en: "You have signed. The other party is still to sign.",
};
const SIGNED_BY_OTHER: Text = {
  "pt-BR": "{professional} assinou. Falta só a sua assinatura.",
  en: "{professional} has signed. Only your signature is missing.",
};

const SIGNED_HERE: Text = {
  "pt-BR": "O contrato agora se assina aqui mesmo, na página dele.",
  en: "The contract is now signed right here, on its page.",
};

/** What each change of course says, by its status and why. */
const COURSE: Record<string, Text> = {
  "searching_again withdrawn": {
    "pt-BR":
      "{professional} não pode mais cuidar do caso. Isso não diz nada sobre você. A Vez já procura outra pessoa.",
    en: "{professional} can no longer take care of the case. That says nothing about you. Vez is looking for somebody else.",
  },
  "searching_again lapsed": {
    "pt-BR": "{professional} não assinou a tempo. A Vez já procura outra pessoa.",
    en: "{professional} did not sign in time. Vez is looking for somebody else.",
  },
  "searching_again another": {
    "pt-BR": "O contrato foi desfeito. A Vez já procura outra pessoa.",
    en: "The contract was undone. Vez is looking for somebody else.",
  },
  "reopened reopened": { "pt-BR": "O caso foi reaberto.", en: "The case was reopened." },
};

const HANDOFF: Record<string, Text> & { called: Text } = {
  called: { "pt-BR": "Uma pessoa da equipe foi chamada.", en: "A person on the team has been called." },
  taken: { "pt-BR": "{person} entrou na conversa.", en: "{person} has joined the conversation." },
  given_back: {
    "pt-BR": "O assistente automático está de volta.",
    en: "The automated assistant is back.",
  },
};

function fill(text: Text, news: CaseNews, { locale, zone }: Reader): string {
  const words: Record<string, string> = {
    person: news.operatorName ?? SOMEONE[locale],
    professional: news.professional ?? PROFESSIONAL[locale],
    asked: askedWords(news, { locale, zone }),
    waits: news.waitsUntil === null ? "" : momentWords(new Date(news.waitsUntil), { locale, zone, style: "time" }),
    chosen: news.chosen ?? PROFESSIONAL[locale],
    answer: answerWords(news, { locale, zone }),
    reach: news.professionalEmail === null ? REACH_THERE[locale] : `${REACH_BY[locale]} ${news.professionalEmail}.`,
    back: (news.contractId === null ? COME_BACK : BEGIN_ANEW)[locale],
    signed: news.signed.includes("client") ? WAITING_FOR_OTHER[locale] : WHEN_AGREED[locale],
  };
  const filled = text[locale].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "").trim();
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

const COME_BACK: Text = {
  "pt-BR": "Se ainda precisar, reabra na página do caso.",
  en: "If you still need it, reopen it on the case's page.",
};
const BEGIN_ANEW: Text = {
  "pt-BR": "Para o que for novo, comece outra conversa.",
  en: "For anything new, begin another conversation.",
};
const REACH_BY: Text = { "pt-BR": "Para falar direto, escreva para", en: "To talk directly, write to" };
const REACH_THERE: Text = {
  "pt-BR": "Na página do contrato está como falar direto.",
  en: "The contract page tells how to talk directly.",
};
const SOMEONE: Text = { "pt-BR": "Uma pessoa da equipe", en: "A person on the team" };
const PROFESSIONAL: Text = { "pt-BR": "um profissional", en: "a professional" };
const WHEN_AGREED: Text = {
  "pt-BR": "Se estiver de acordo, assine.",
  en: "If you agree, sign it.",
};
const WAITING_FOR_OTHER: Text = {
  "pt-BR": "Você já assinou; falta a outra parte.",
  en: "You have signed; the other party is still to sign.",
};

function askedWords(news: CaseNews, { locale, zone }: Reader): string {
  const by = news.answerBy === null ? null : momentWords(new Date(news.answerBy), { locale, zone });
  const asked = news.asked ?? 0;
  if (locale === "en") {
    const who = asked === 1 ? "One professional was asked" : `${asked || "Some"} professionals were asked`;
    return by === null ? `${who}.` : `${who}. They can answer until ${by}.`;
  }
  const who = asked === 1 ? "Um profissional foi consultado" : `${asked || "Alguns"} profissionais foram consultados`;
  return by === null ? `${who}.` : `${who}. O prazo para responder vai até ${by}.`;
}

function answerWords(news: CaseNews, { locale, zone }: Reader): string {
  if (news.answerBy === null) return "";
  const by = momentWords(new Date(news.answerBy), { locale, zone });
  return locale === "en" ? `An answer can come until ${by}.` : `O prazo para responder vai até ${by}.`;
}
