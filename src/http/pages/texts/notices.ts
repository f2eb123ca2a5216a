// The words of the page of notices, and of the link that ends mails.
import type { Text } from "../../../domain/locale.ts";
import type { NoticeGroup } from "../../../domain/notifications/occasions.ts";
import type { ChosenChannel } from "../../../domain/notifications/preferences.ts";

export const NOTICES = {
  title: { "pt-BR": "Avisos", en: "Notices" },
  lead: {
    "pt-BR": "Tudo o que a Vez avisa fica sempre aqui na Vez. Você escolhe o que também chega fora dela.",
    en: "Everything that Vez tells you is always here in Vez. You choose what reaches you outside it as well.",
  },
  link: { "pt-BR": "Avisos: por onde e quando", en: "Notices: by what and when" },
  saved: { "pt-BR": "Está salvo.", en: "It is saved." },
  notSaved: { "pt-BR": "Não foi salvo. Veja o que falta abaixo.", en: "It was not saved. See below what is missing." },
  what: { "pt-BR": "O que chega por onde", en: "What comes by what" },
  none: {
    "pt-BR": "Ainda não há por onde avisar você fora da Vez.",
    en: "There is no way yet to tell you outside Vez.",
  },
  signIn: { "pt-BR": "Entrar com o meu e-mail", en: "Sign in with my e-mail" },
  sayReach: { "pt-BR": "Dizer como falar comigo", en: "Say how to reach me" },
  account: {
    "pt-BR": "Códigos de entrada, convites e o que protege a sua conta vão sempre por e-mail.",
    en: "Sign-in codes, invitations and what protects your account always go by e-mail.",
  },
  first: { "pt-BR": "Primeiro por", en: "First by" },
  firstAuto: {
    "pt-BR": "O que a Vez achar melhor: o urgente no aparelho, o resto por e-mail",
    en: "What Vez thinks best: what is urgent on the device, the rest by e-mail",
  },
  firstHint: {
    "pt-BR": "Um aviso vai por um caminho só. O próximo só é usado se o primeiro falhar.",
    en: "A notice goes one way only. The next is used only where the first fails.",
  },
  phone: { "pt-BR": "Celular para WhatsApp", en: "Mobile for WhatsApp" },
  phoneHint: {
    "pt-BR": "Com DDD, como (11) 98765-4321. Vazio: sem WhatsApp.",
    en: "With its area code, like (11) 98765-4321. Empty: no WhatsApp.",
  },
  badPhone: {
    "pt-BR": "Escreva um celular com DDD, como (11) 98765-4321.",
    en: "Write a mobile with its area code, like (11) 98765-4321.",
  },
  quiet: { "pt-BR": "Horário de silêncio", en: "Quiet hours" },
  quietHint: {
    "pt-BR": "Neste horário os avisos esperam. Vazio: a qualquer hora.",
    en: "In these hours notices wait. Empty: at any hour.",
  },
  from: { "pt-BR": "Das", en: "From" },
  until: { "pt-BR": "até as", en: "until" },
  zone: { "pt-BR": "Fuso horário", en: "Time zone" },
  badHours: { "pt-BR": "Dê os dois horários, ou nenhum.", en: "Give both times, or none." },
  urgent: {
    "pt-BR": "O que é urgente pode chegar mesmo neste horário",
    en: "What is urgent may come in these hours too",
  },
  urgentHint: {
    "pt-BR": "Urgente é quando alguém espera por você ou um prazo corre.",
    en: "Urgent is when somebody waits for you or time runs.",
  },
  save: { "pt-BR": "Salvar", en: "Save" },
  back: { "pt-BR": "Voltar", en: "Back" },
  stopped: { "pt-BR": "Os e-mails para você estão parados", en: "E-mails to you have stopped" },
  bounced: {
    "pt-BR": "Um e-mail nosso para este endereço voltou, então paramos de escrever para ele:",
    en: "An e-mail of ours to this address came back, so we stopped writing to it:",
  },
  bouncedHow: {
    "pt-BR":
      "Se a sua caixa já funciona, saia e entre de novo com este e-mail: quando o código chegar, os avisos voltam a chegar também.",
    en: "If your mailbox works again, sign out and sign in again with this address: once the code arrives, notices will too.",
  },
  bouncedReach: {
    "pt-BR": "Se o endereço mudou ou tem um erro, diga de novo como falar com você.",
    en: "If the address has changed or has a mistake in it, say again how to reach you.",
  },
  complained: {
    "pt-BR": "Um e-mail nosso foi marcado como indesejado neste endereço, então paramos de escrever para ele:",
    en: "An e-mail of ours was marked as unwanted at this address, so we stopped writing to it:",
  },
  complainedHow: {
    "pt-BR": "Se foi sem querer, ou se mudou de ideia, peça à equipe da Vez: ela libera os e-mails para você.",
    en: "If that was a slip, or if you have changed your mind, ask Vez's team: it will let e-mails go to you again.",
  },
  stoppedStays: {
    "pt-BR": "Enquanto isso, nada se perde: tudo está aqui na Vez.",
    en: "Nothing is lost meanwhile: everything is here in Vez.",
  },
  byReach: {
    "pt-BR": "Os avisos seguem o que você disse sobre como falar com você em segurança:",
    en: "Notices follow what you said about how to reach you safely:",
  },
  changeReach: { "pt-BR": "Mudar como falar comigo", en: "Change how to reach me" },
} satisfies Record<string, Text>;

export const GROUPS: Record<Exclude<NoticeGroup, "account">, { name: Text; hint: Text }> = {
  offers: {
    name: { "pt-BR": "Novos casos e lembretes", en: "New cases and reminders" },
    hint: {
      "pt-BR": "Quando é a sua vez, e quando o prazo termina.",
      en: "When it is your turn, and when time runs out.",
    },
  },
  cases: {
    name: { "pt-BR": "Andamento dos casos e contratos", en: "How cases and contracts go on" },
    hint: {
      "pt-BR": "Aceites, assinaturas, mudanças e encerramentos.",
      en: "Acceptances, signatures, changes and ends.",
    },
  },
  talk: {
    name: { "pt-BR": "Mensagens e perguntas", en: "Messages and questions" },
    hint: {
      "pt-BR": "O aviso diz só que há algo para ler.",
      en: "The notice only says that there is something to read.",
    },
  },
  other: {
    name: { "pt-BR": "Avaliações, cadastro e o resto", en: "Reviews, your registration and the rest" },
    hint: { "pt-BR": "O que não tem pressa.", en: "What is in no hurry." },
  },
  team: {
    name: { "pt-BR": "Trabalho da equipe", en: "The team's work" },
    hint: {
      "pt-BR": "Conversas que precisam de alguém, conferências e alertas.",
      en: "Conversations that need somebody, checks and alerts.",
    },
  },
};

export const WAYS: Record<ChosenChannel, Text> = {
  push: { "pt-BR": "Neste aparelho", en: "On the device" },
  email: { "pt-BR": "E-mail", en: "E-mail" },
  whatsapp: { "pt-BR": "WhatsApp", en: "WhatsApp" },
};

export const UNSUBSCRIBE = {
  title: { "pt-BR": "E-mails da Vez", en: "E-mails from Vez" },
  broken: { "pt-BR": "Este link está incompleto", en: "This link is not complete" },
  brokenText: {
    "pt-BR": "Algum programa pode ter cortado o endereço. Entre com o seu e-mail e escolha ali o que chega.",
    en: "A program may have cut the address. Sign in with your e-mail and choose there what comes.",
  },
  ask: { "pt-BR": "Não receber mais e-mails sobre:", en: "Get no more e-mails about:" },
  stays: {
    "pt-BR": "Os avisos continuam na Vez, e nada muda nos seus casos.",
    en: "Notices stay in Vez, and nothing changes in your cases.",
  },
  stop: { "pt-BR": "Não receber mais", en: "No more of these" },
  all: { "pt-BR": "Não receber nenhum e-mail de avisos", en: "No e-mails of notices at all" },
  done: {
    "pt-BR": "Pronto. Estes e-mails não vão mais para você.",
    en: "Done. These e-mails will not come to you any more.",
  },
  doneAll: {
    "pt-BR": "Pronto. Nenhum e-mail de avisos vai mais para você.",
    en: "Done. No e-mail of notices will come to you any more.",
  },
  change: { "pt-BR": "Mudar isto na página de avisos", en: "Change this on the page of notices" },
} satisfies Record<string, Text>;
