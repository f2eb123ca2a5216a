// The words of the talk between client and professional, and of the question before it.
import type { Text } from "../../../domain/locale.ts";

export const TALK_PAGE = {
  title: { "pt-BR": "Conversa com {name}", en: "Talk with {name}" },
  heading: { "pt-BR": "Conversa", en: "Talk" },
  open: { "pt-BR": "Conversar com quem cuida do caso", en: "Talk with who looks after the case" },
  unread: { "pt-BR": "mensagens não lidas", en: "unread messages" },
  back: { "pt-BR": "Voltar ao caso", en: "Back to the case" },
  list: { "pt-BR": "Mensagens", en: "Messages" },
  emptyClient: {
    "pt-BR":
      "Ainda não há mensagens. Diga o que quiser contar ou perguntar. Só vocês dois leem; a equipe da Vez, só com um motivo que fica registrado.",
    en: "No messages yet. Say what you want to tell or ask. Only the two of you read it; the Vez team, only with a reason that is kept on record.",
  },
  emptyProfessional: {
    "pt-BR": "Ainda não há mensagens. Uma primeira palavra sua acalma quem espera.",
    en: "No messages yet. A first word from you calms whoever waits.",
  },
  none: {
    "pt-BR": "Esta conversa abre quando alguém aceitar o caso.",
    en: "This talk opens when somebody takes the case.",
  },
  earlier: { "pt-BR": "Mensagens anteriores", en: "Earlier messages" },
  newest: { "pt-BR": "Voltar às mais novas", en: "Back to the newest" },
  former: { "pt-BR": "Conversa anterior, com {name}", en: "Earlier talk, with {name}" },
  readOnly: {
    "pt-BR": "O caso está encerrado. O que foi escrito continua aqui para ler{until}.",
    en: "The case is closed. What was written stays here to be read{until}.",
  },
  readOnlyUntil: { "pt-BR": " por 30 dias", en: " for 30 days" },
  blockedByMe: {
    "pt-BR": "Você encerrou esta conversa. O que foi escrito continua aqui para ler.",
    en: "You closed this talk. What was written stays here to be read.",
  },
  blockedByOther: {
    "pt-BR": "Esta conversa foi encerrada. O que foi escrito continua aqui para ler.",
    en: "This talk was closed. What was written stays here to be read.",
  },
  askAnother: { "pt-BR": "Pedir outra pessoa para o caso", en: "Ask for another professional" },
  giveBack: { "pt-BR": "Devolver o caso", en: "Give the case back" },
  attach: { "pt-BR": "Enviar um arquivo", en: "Send a file" },
  attachHint: {
    "pt-BR": "PDF ou foto, até {mb} MB. Fica também entre os arquivos do caso.",
    en: "PDF or photo, up to {mb} MB. It is kept among the case's files as well.",
  },
  attachSend: { "pt-BR": "Enviar o arquivo", en: "Send the file" },
  fileGone: { "pt-BR": "Arquivo apagado", en: "File deleted" },
  tools: { "pt-BR": "Avisos e proteção", en: "Notices and safety" },
  mute: { "pt-BR": "Silenciar", en: "Mute" },
  muteHint: {
    "pt-BR": "Sem avisos desta conversa. As mensagens continuam chegando aqui.",
    en: "No notices of this talk. Messages still come in here.",
  },
  mute8: { "pt-BR": "Por 8 horas", en: "For 8 hours" },
  mute24: { "pt-BR": "Por um dia", en: "For a day" },
  muteAlways: { "pt-BR": "Até eu mudar", en: "Until I change it" },
  muted: { "pt-BR": "Silenciada até", en: "Muted until" },
  mutedAlways: { "pt-BR": "Silenciada.", en: "Muted." },
  unmute: { "pt-BR": "Voltar a receber avisos", en: "Get notices again" },
  report: { "pt-BR": "Denunciar", en: "Report" },
  reportHint: {
    "pt-BR": "A equipe da Vez lê a denúncia. A outra pessoa não fica sabendo de quem veio.",
    en: "The Vez team reads the report. The other person is not told who it came from.",
  },
  reportReason: { "pt-BR": "O que houve", en: "What happened" },
  reportChoose: { "pt-BR": "Escolha", en: "Choose" },
  reportReasonNeeded: { "pt-BR": "Escolha o que houve.", en: "Choose what happened." },
  reportWords: { "pt-BR": "Com as suas palavras", en: "In your own words" },
  reportWordsNeeded: { "pt-BR": "Conte em poucas palavras o que houve.", en: "Say in a few words what happened." },
  reportSend: { "pt-BR": "Enviar a denúncia", en: "Send the report" },
  reported: {
    "pt-BR": "A denúncia chegou à equipe. Ela olha o que houve e responde se precisar de algo.",
    en: "The report has reached the team. They look into it and write if they need something.",
  },
  block: { "pt-BR": "Encerrar a conversa", en: "Close the talk" },
  blockClient: {
    "pt-BR":
      "Vocês não escrevem mais um ao outro, e esta pessoa não é mais consultada para nenhum caso seu. Não dá para desfazer. O caso continua com ela até você pedir outra.",
    en: "You write to each other no more, and this person is not asked again for any case of yours. It cannot be undone. They keep the case until you ask for somebody else.",
  },
  blockProfessional: {
    "pt-BR":
      "Vocês não escrevem mais um ao outro, e nenhum caso desta pessoa é mais proposto a você. Não dá para desfazer. O caso continua seu até você devolver.",
    en: "You write to each other no more, and no case of this person is proposed to you again. It cannot be undone. The case stays yours until you give it back.",
  },
  blockYes: { "pt-BR": "Encerrar a conversa de vez", en: "Close the talk for good" },
  closedMeanwhile: {
    "pt-BR": "A mensagem não foi enviada: a conversa foi encerrada.",
    en: "The message was not sent: the talk was closed.",
  },
} satisfies Record<string, Text>;

/** What the page's module says by itself. */
export const TALK_LIVE = {
  you: { "pt-BR": "Você", en: "You" },
  vez: { "pt-BR": "Vez", en: "Vez" },
  client: { "pt-BR": "Cliente", en: "Client" },
  label: { "pt-BR": "Sua mensagem", en: "Your message" },
  send: { "pt-BR": "Enviar", en: "Send" },
  read: { "pt-BR": "Lida", en: "Read" },
  latest: { "pt-BR": "Ir para o fim", en: "Go to the end" },
  sending: { "pt-BR": "Enviando", en: "Sending" },
  waiting: { "pt-BR": "Sem conexão: vai assim que ela voltar.", en: "Offline: it goes when the line is back." },
  retrying: { "pt-BR": "Ainda não foi. Tentando de novo.", en: "Not sent yet. Trying again." },
  sent: { "pt-BR": "Enviada", en: "Sent" },
  refused: { "pt-BR": "Não foi enviada.", en: "Not sent." },
  ended: { "pt-BR": "Não foi enviada. Recarregue a página.", en: "Not sent. Reload the page." },
  closedMeanwhile: TALK_PAGE.closedMeanwhile,
  edit: { "pt-BR": "Mudar", en: "Change" },
  fileGone: TALK_PAGE.fileGone,
  uploading: { "pt-BR": "Enviando {name}: {n}%", en: "Sending {name}: {n}%" },
  uploadWaits: {
    "pt-BR": "O arquivo vai assim que a conexão voltar.",
    en: "The file goes when the line is back.",
  },
  offline: { "pt-BR": "Sem conexão. O que você escrever vai depois.", en: "Offline. What you write goes later." },
  reconnecting: { "pt-BR": "Reconectando", en: "Reconnecting" },
  back: { "pt-BR": "Conectado de novo.", en: "Back online." },
} satisfies Record<string, Text>;

export const QUESTION = {
  title: { "pt-BR": "Uma pergunta antes de decidir", en: "A question before you decide" },
  hint: {
    "pt-BR":
      "Você pode fazer uma pergunta à pessoa, por meio da Vez. Nomes, telefones, e-mails e links não passam, nem na pergunta nem na resposta. O prazo da proposta não para: {until}.",
    en: "You may ask the person one question through Vez. Names, phones, e-mails and links do not pass, neither in the question nor in the answer. The offer's time goes on: {until}.",
  },
  label: { "pt-BR": "Sua pergunta (10 a 400 letras)", en: "Your question (10 to 400 characters)" },
  ask: { "pt-BR": "Perguntar", en: "Ask" },
  asked: { "pt-BR": "Você perguntou", en: "You asked" },
  waits: {
    "pt-BR": "Ainda sem resposta. Você pode decidir até {until}.",
    en: "No answer yet. You can decide until {until}.",
  },
  answered: { "pt-BR": "A pessoa respondeu", en: "The person answered" },
  clientTitle: {
    "pt-BR": "Uma pessoa profissional que foi consultada quer saber",
    en: "A professional who was asked wants to know",
  },
  clientHint: {
    "pt-BR": "Ela não sabe quem você é. Nomes, telefones, e-mails e links não passam na resposta.",
    en: "They do not know who you are. Names, phones, e-mails and links do not pass in the answer.",
  },
  by: { "pt-BR": "Ajuda se você responder até", en: "It helps if you answer by" },
  answerLabel: { "pt-BR": "Sua resposta", en: "Your answer" },
  answer: { "pt-BR": "Responder", en: "Answer" },
  you: { "pt-BR": "Você respondeu", en: "You answered" },
} satisfies Record<string, Text>;

/** Why a question or an answer was not taken, by the error's code. */
export const QUESTION_REFUSED: Readonly<Record<string, Text>> = {
  invalid_input: {
    "pt-BR": "Sem nomes, números e endereços, precisa sobrar uma frase para ler. Escreva com outras palavras.",
    en: "Without names, numbers and addresses, a sentence has to be left. Use other words.",
  },
  question_asked: { "pt-BR": "Você já fez a sua pergunta.", en: "You have asked your question already." },
  client_stopped: { "pt-BR": "A pessoa não quer perguntas agora.", en: "The person does not want questions now." },
  too_many_questions: {
    "pt-BR": "Outras perguntas ainda esperam resposta. Decida pelo resumo, ou tente mais tarde.",
    en: "Other questions still wait for an answer. Decide by the summary, or try later.",
  },
  offer_closed: { "pt-BR": "Esta proposta já não espera resposta.", en: "This offer no longer waits for an answer." },
  question_answered: { "pt-BR": "Esta pergunta já foi respondida.", en: "This question was answered already." },
  question_closed: {
    "pt-BR": "Quem perguntou já decidiu. Não é preciso responder.",
    en: "The one who asked has decided already. No answer is needed.",
  },
};

export const MY_CASE = {
  openTalk: { "pt-BR": "Abrir o caso e a conversa", en: "Open the case and the talk" },
  back: { "pt-BR": "Meus casos", en: "My cases" },
  facts: { "pt-BR": "O caso", en: "The case" },
  files: { "pt-BR": "Arquivos do caso", en: "The case's files" },
} satisfies Record<string, Text>;

export const OPS_TALK = {
  title: { "pt-BR": "Conversa do caso", en: "The case's talk" },
  open: { "pt-BR": "Conversa com o profissional", en: "Talk with the professional" },
  why: {
    "pt-BR":
      "O que cliente e profissional escrevem é só deles. Diga por que precisa ler; o motivo fica registrado com o seu nome.",
    en: "What client and professional write is theirs alone. Say why you need to read it; the reason is kept with your name.",
  },
  reason: { "pt-BR": "Motivo (10 a 300 letras)", en: "Reason (10 to 300 characters)" },
  read: { "pt-BR": "Registrar o motivo e ler", en: "Record the reason and read" },
  short: { "pt-BR": "Escreva o motivo em 10 a 300 letras.", en: "Write the reason in 10 to 300 characters." },
  until: { "pt-BR": "Visível para você até", en: "Shown to you until" },
  none: { "pt-BR": "Nada foi escrito neste caso.", en: "Nothing was written in this case." },
  older: { "pt-BR": "Mais antigas", en: "Older ones" },
} satisfies Record<string, Text>;

export const REPORTS = {
  title: { "pt-BR": "Denúncias", en: "Reports" },
  lead: {
    "pt-BR": "O que um lado de uma conversa contou sobre o outro. A leitura fica registrada.",
    en: "What one side of a talk told about the other. Reading it is kept in the audit.",
  },
  open: { "pt-BR": "Abertas", en: "Open" },
  dismissed: { "pt-BR": "Sem providência", en: "Dismissed" },
  warned: { "pt-BR": "Com advertência", en: "Warned" },
  taken_over: { "pt-BR": "Assumidas", en: "Taken over" },
  empty: { "pt-BR": "Nenhuma denúncia aqui.", en: "No report here." },
  byClient: { "pt-BR": "O cliente denunciou", en: "The client reported" },
  byProfessional: { "pt-BR": "denunciou o cliente", en: "reported the client" },
  toCase: { "pt-BR": "Abrir o caso", en: "Open the case" },
  toTalk: { "pt-BR": "Ler a conversa (com motivo)", en: "Read the talk (with a reason)" },
  dismiss: { "pt-BR": "Sem providência", en: "Dismiss" },
  warn: { "pt-BR": "Advertir a outra pessoa", en: "Warn the other person" },
  take_over: { "pt-BR": "Assumir o caso", en: "Take the case over" },
  suspend: { "pt-BR": "Suspender o profissional", en: "Suspend the professional" },
} satisfies Record<string, Text>;
