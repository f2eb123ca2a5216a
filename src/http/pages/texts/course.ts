// The words of the pages on which a case changes its course.
import type { Text } from "../../../domain/locale.ts";

export const COURSE = {
  title: { "pt-BR": "Mudar alguma coisa", en: "Change something" },
  hint: {
    "pt-BR": "Nada acontece antes de você confirmar na próxima página.",
    en: "Nothing happens before you confirm it on the next page.",
  },
  back: { "pt-BR": "Não, deixar como está", en: "No, leave it as it is" },
  reason: { "pt-BR": "Por quê?", en: "Why?" },
  optional: { "pt-BR": "Não é preciso responder.", en: "You need not answer." },
  none: { "pt-BR": "Prefiro não dizer", en: "I would rather not say" },
  words: { "pt-BR": "Em poucas palavras, se quiser", en: "In a few words, if you like" },
  wordsTeam: {
    "pt-BR": "Só a equipe da Vez lê.",
    en: "Only the Vez team reads it.",
  },
  happens: { "pt-BR": "O que vai acontecer", en: "What will happen" },
  changed: {
    "pt-BR": "O caso mudou enquanto isso. Veja onde ele está agora.",
    en: "The case changed meanwhile. See where it is now.",
  },
  help: { "pt-BR": "Ajuda de graça enquanto isso", en: "Free help meanwhile" },
  helpHint: {
    "pt-BR": "Ninguém livre pôde aceitar ainda. A equipe procura. Você também pode procurar aqui, sem perder nada:",
    en: "Nobody who is free could take it yet. The team is looking. You can also turn to these, and lose nothing:",
  },
  helpStates: { "pt-BR": "Defensorias de todos os estados", en: "Public defenders of all states" },
  helpNote: {
    "pt-BR": "Confira horários e documentos no site antes de ir.",
    en: "Check opening hours and papers on the site before you go.",
  },
} as const satisfies Record<string, Text>;

interface Step {
  title: Text;
  /** What will happen, one sentence each. */
  says: readonly Text[];
  press: Text;
  done: Text;
}

export const CANCEL: Step = {
  title: { "pt-BR": "Cancelar o caso", en: "Call the case off" },
  says: [
    {
      "pt-BR": "A busca para, e quem foi consultado fica sabendo que não precisa responder.",
      en: "The search stops, and those who were asked hear that they need not answer.",
    },
    {
      "pt-BR": "Tudo o que você contou continua guardado. Você pode reabrir o caso quando quiser.",
      en: "Everything that you told is kept. You can reopen the case whenever you like.",
    },
  ],
  press: { "pt-BR": "Sim, cancelar", en: "Yes, call it off" },
  done: { "pt-BR": "O caso foi cancelado.", en: "The case was called off." },
};

/** Beside the first sentence of CANCEL, by how far the case is. */
export const CANCEL_TAKEN: Text = {
  "pt-BR": "O contrato que ainda não foi assinado pelos dois deixa de valer, e o profissional é avisado com gentileza.",
  en: "The contract, which you have not both signed yet, becomes void, and the professional is told kindly.",
};
export const CANCEL_SIGNED: Text = {
  "pt-BR":
    "O contrato assinado por vocês dois é encerrado e continua guardado. Este caso não pode ser reaberto; para algo novo, comece outra conversa.",
  en: "The contract that you both signed ends and is kept. This case cannot be reopened; for anything new, begin another conversation.",
};

export const ANOTHER: Step = {
  title: { "pt-BR": "Pedir outro profissional", en: "Ask for another professional" },
  says: [
    {
      "pt-BR": "O contrato com {professional} deixa de valer, e essa pessoa é avisada com gentileza.",
      en: "The contract with {professional} is void, and this person is told kindly.",
    },
    {
      "pt-BR": "A Vez procura outra pessoa com o que você já contou. {professional} não é consultado de novo.",
      en: "Vez looks for somebody else with what you have told already. {professional} is not asked again.",
    },
    {
      "pt-BR": "Pode levar algum tempo até alguém aceitar.",
      en: "It may take some time until somebody accepts.",
    },
  ],
  press: { "pt-BR": "Sim, procurar outra pessoa", en: "Yes, look for somebody else" },
  done: { "pt-BR": "A Vez já procura outra pessoa.", en: "Vez is looking for somebody else." },
};

export const REOPEN: Step = {
  title: { "pt-BR": "Reabrir o caso", en: "Reopen the case" },
  says: [
    {
      "pt-BR": "O caso continua de onde parou, com tudo o que você contou.",
      en: "The case goes on from where it was, with everything that you told.",
    },
    {
      "pt-BR": "Se as perguntas já tinham terminado, a Vez volta a procurar um profissional.",
      en: "If the questions were answered already, Vez looks for a professional again.",
    },
  ],
  press: { "pt-BR": "Sim, reabrir", en: "Yes, reopen it" },
  done: { "pt-BR": "O caso foi reaberto.", en: "The case was reopened." },
};

export const WITHDRAW: Step & { link: Text; wordsHint: Text; choose: Text } = {
  title: { "pt-BR": "Devolver o caso", en: "Give the case back" },
  link: { "pt-BR": "Não posso seguir com este caso", en: "I cannot go on with this case" },
  says: [
    {
      "pt-BR": "O contrato deixa de valer, também se já foi assinado, e o caso sai da sua capacidade.",
      en: "The contract is void, even if it was signed, and the case leaves your capacity.",
    },
    {
      "pt-BR": "O caso segue para outra pessoa. Ele não volta para você.",
      en: "The case goes on to somebody else. It does not come back to you.",
    },
    {
      "pt-BR": "A desistência fica registrada e aparece na sua página e para a equipe. Ela não muda a sua vez.",
      en: "The withdrawal is recorded and shown on your page and to the team. It does not change your turn.",
    },
    {
      "pt-BR":
        "Se houver prazo próximo, avise a pessoa antes: a saída pode exigir que você a acompanhe por alguns dias.",
      en: "If a deadline is near, tell the person first: leaving may oblige you to stand by for some days.",
    },
  ],
  wordsHint: {
    "pt-BR": "A equipe lê; ajuda a escolher melhor da próxima vez. A pessoa não lê.",
    en: "The team reads it; it helps to choose better next time. The person does not read it.",
  },
  choose: { "pt-BR": "Escolha um motivo.", en: "Choose a reason." },
  press: { "pt-BR": "Sim, devolver o caso", en: "Yes, give the case back" },
  done: {
    "pt-BR": "O caso foi devolvido. A pessoa foi avisada, e já procuramos outra para ela.",
    en: "The case was given back. The person was told, and we are looking for somebody else for her.",
  },
};

export const OPS_COURSE = {
  title: { "pt-BR": "Mudar o curso", en: "Change of course" },
  why: { "pt-BR": "Por quê (fica com o caso)", en: "Why (kept with the case)" },
  cancel: { "pt-BR": "Cancelar o caso", en: "Cancel the case" },
  voidContract: { "pt-BR": "Desfazer o contrato e procurar de novo", en: "Void the contract and search again" },
  reopen: { "pt-BR": "Reabrir", en: "Reopen" },
  changes: { "pt-BR": "Mudanças de curso", en: "Changes of course" },
  by: {
    client: { "pt-BR": "cliente", en: "client" },
    professional: { "pt-BR": "profissional", en: "professional" },
    operator: { "pt-BR": "equipe", en: "team" },
    system: { "pt-BR": "a casa", en: "the house" },
  },
  kinds: {
    cancelled: { "pt-BR": "cancelado", en: "cancelled" },
    withdrawn: { "pt-BR": "devolvido", en: "given back" },
    another: { "pt-BR": "outro profissional", en: "another professional" },
    lapsed: { "pt-BR": "sem assinatura a tempo", en: "not signed in time" },
    silent: { "pt-BR": "sem resposta por um mês", en: "no answer for a month" },
    reopened: { "pt-BR": "reaberto", en: "reopened" },
  },
} as const;
