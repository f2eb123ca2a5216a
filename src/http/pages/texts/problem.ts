// What a page says when something does not work: what happened, and the way out.
import type { Text } from "../../../domain/locale.ts";

interface ProblemText {
  title: Text;
  way: Text;
}

/** By the error's code first, then by its status. */
export function problemText(code: string, status: number): ProblemText {
  return BY_CODE[code] ?? BY_STATUS[status] ?? (status < 500 ? UNREADABLE : DEFECT);
}

const DEFECT: ProblemText = {
  title: { "pt-BR": "Algo falhou do nosso lado", en: "Something failed on our side" },
  way: {
    "pt-BR": "Já anotamos o problema. Tente de novo daqui a pouco: nada do que você enviou antes se perdeu.",
    en: "We have noted it. Try again in a moment: nothing you sent before is lost.",
  },
};

const UNREADABLE: ProblemText = {
  title: { "pt-BR": "Não deu para ler o que foi enviado", en: "What was sent could not be read" },
  way: {
    "pt-BR": "Volte, confira os campos e envie de novo.",
    en: "Go back, check the fields and send again.",
  },
};

const BUSY: ProblemText = {
  title: { "pt-BR": "Está demorando mais do que devia", en: "This is taking longer than it should" },
  way: {
    "pt-BR": "Espere um pouco e tente de novo. A sua conversa está guardada.",
    en: "Wait a little and try again. Your conversation is kept.",
  },
};

const BY_STATUS: Partial<Record<number, ProblemText>> = {
  403: {
    title: { "pt-BR": "Isto não pode ser feito daqui", en: "This cannot be done from here" },
    way: { "pt-BR": "Abra a Vez de novo e tente por lá.", en: "Open Vez again and try there." },
  },
  404: {
    title: { "pt-BR": "Esta página não existe", en: "There is no such page" },
    way: {
      "pt-BR": "O endereço pode ter mudado, ou a página é de outra pessoa. Se ela é sua, entre com o seu e-mail.",
      en: "The address may have changed, or the page belongs to somebody else. If it is yours, sign in with your e-mail.",
    },
  },
  413: {
    title: { "pt-BR": "O texto é grande demais", en: "The text is too long" },
    way: {
      "pt-BR": "Volte e envie em partes. Nada da conversa se perde.",
      en: "Go back and send it in parts. Nothing of the conversation is lost.",
    },
  },
  429: {
    title: { "pt-BR": "Muitos pedidos de uma vez", en: "Too many requests at once" },
    way: {
      "pt-BR": "Espere alguns segundos e tente de novo.",
      en: "Wait a few seconds, then try again.",
    },
  },
  503: BUSY,
};

const BY_CODE: Partial<Record<string, ProblemText>> = {
  invite_over: {
    title: { "pt-BR": "Este convite não vale mais", en: "This invitation does not work any more" },
    way: {
      "pt-BR": "Ele já foi usado, foi cancelado ou passou de 72 horas. Peça outro a quem convidou você.",
      en: "It was used, taken back, or is older than 72 hours. Ask whoever invited you for another one.",
    },
  },
  address_in_use: {
    title: { "pt-BR": "Este endereço já tem outro uso", en: "This address is used already" },
    way: {
      "pt-BR": "Ele tem casos ou um perfil aqui. Peça um convite para outro endereço seu.",
      en: "It has cases or a profile here. Ask for an invitation to another address of yours.",
    },
  },
  setup_over: {
    title: { "pt-BR": "Alguém já opera esta Vez", en: "Somebody operates this Vez already" },
    way: { "pt-BR": "Peça um convite a essa pessoa.", en: "Ask that person for an invitation." },
  },
  case_closed: {
    title: { "pt-BR": "Este caso está encerrado", en: "This case is closed" },
    way: {
      "pt-BR": "Comece outra conversa, e a Vez ouve de novo.",
      en: "Begin another conversation, and Vez listens again.",
    },
  },
  conversation_forgotten: {
    title: { "pt-BR": "Esta conversa foi apagada", en: "This conversation has been deleted" },
    way: {
      "pt-BR":
        "Faz muito tempo que ninguém escreve nela, e por isso não guardamos mais nada. Comece outra quando quiser.",
      en: "Nobody has written in it for a long time, so nothing of it is kept any more. Begin another whenever you like.",
    },
  },
  already_matched: {
    title: { "pt-BR": "A procura já começou", en: "The search has begun" },
    way: {
      "pt-BR": "O resumo já foi enviado aos profissionais. Escreva na conversa o que faltou.",
      en: "Professionals have the summary already. Write in the conversation what is missing.",
    },
  },
  contract_not_open: {
    title: { "pt-BR": "Este contrato não pode mais ser assinado", en: "This contract can no longer be signed" },
    way: { "pt-BR": "Abra o contrato para ver como ele está.", en: "Open the contract to see where it stands." },
  },
  contract_not_signed: {
    title: { "pt-BR": "Ainda falta uma assinatura", en: "A signature is still missing" },
    way: {
      "pt-BR": "O contrato pode ser encerrado depois que os dois assinarem.",
      en: "The contract can be closed once both have signed.",
    },
  },
  contract_not_closed: {
    title: { "pt-BR": "A avaliação vem depois", en: "The review comes later" },
    way: {
      "pt-BR": "Você pode avaliar quando o contrato estiver encerrado.",
      en: "You can write a review once the contract is closed.",
    },
  },
  review_window_over: {
    title: { "pt-BR": "O prazo para mudar a avaliação passou", en: "The time to change the review is over" },
    way: { "pt-BR": "Ela fica como está.", en: "It stays as it is." },
  },
  document_altered: {
    title: { "pt-BR": "O documento não confere", en: "The document does not match" },
    way: {
      "pt-BR": "Ele não bate com a própria impressão digital e por isso não é mostrado. Fale com a equipe da Vez.",
      en: "It does not match its own fingerprint, so it is not shown. Please talk to the Vez team.",
    },
  },
};
