// The words of the client's own pages: beginning, conversation, panel, list of conversations.
import type { CaseMode } from "../../../domain/case-mode.ts";
import type { CaseStatus } from "../../../domain/case-state.ts";
import type { Text } from "../../../domain/locale.ts";

export const BEGIN = {
  title: { "pt-BR": "Conte o que aconteceu", en: "Tell what happened" },
  lead: {
    "pt-BR": "A Vez ouve você, faz poucas perguntas e encontra um advogado para o seu caso.",
    en: "Vez listens, asks a few questions and finds a lawyer for your case.",
  },
  leadDirectory: {
    "pt-BR": "A Vez ouve você, faz poucas perguntas e mostra os advogados que podem cuidar do seu caso.",
    en: "Vez listens, asks a few questions and shows you the lawyers who can look after your case.",
  },
  matching: { "pt-BR": "A Vez propõe, ninguém paga por lugar", en: "Vez proposes, nobody pays for a place" },
  directory: { "pt-BR": "Quem escolhe é você", en: "You are the one who chooses" },
  label: { "pt-BR": "O que aconteceu?", en: "What happened?" },
  hint: {
    "pt-BR": "Escreva como falaria com um amigo. Erros não têm importância.",
    en: "Write as you would tell a friend. Mistakes do not matter.",
  },
  begin: { "pt-BR": "Começar", en: "Begin" },
  danger: { "pt-BR": "Perigo agora?", en: "In danger now?" },
  police: { "pt-BR": "Polícia 190", en: "Police 190" },
  women: { "pt-BR": "Central da Mulher 180", en: "Women's helpline 180" },
  goodToKnow: { "pt-BR": "Bom saber", en: "Good to know" },
  honestTitle: { "pt-BR": "Você fala com um programa", en: "You talk to a program" },
  honest: {
    "pt-BR": "A Vez é um assistente automático, não um advogado. Quem dá conselho é o profissional que aceitar o caso.",
    en: "Vez is an automated assistant, not a lawyer. Advice comes from the professional who takes the case.",
  },
  personTitle: { "pt-BR": "Pessoas respondem também", en: "People answer too" },
  person: {
    "pt-BR": "Escreva “pessoa” quando quiser, e alguém da equipe entra na conversa.",
    en: "Type “person” whenever you like, and someone on the team joins the conversation.",
  },
  privacyTitle: { "pt-BR": "O que você escreve fica entre nós", en: "What you write stays between us" },
  privacy: {
    "pt-BR":
      "Só você e a equipe da Vez leem a conversa. Profissionais recebem um resumo sem o seu nome; quem você é, só sabe quem aceitar o caso.",
    en: "Only you and the Vez team read the conversation. Professionals get a summary without your name; only the one who takes the case learns who you are.",
  },
  comeBack: { "pt-BR": "Continuar a minha conversa", en: "Go on with my conversation" },
  returning: { "pt-BR": "Já começou em outro aparelho?", en: "Began on another device?" },
  returningLink: { "pt-BR": "Entre com o seu e-mail", en: "Sign in with your e-mail" },
  returningOr: { "pt-BR": "ou", en: "or" },
  returningWords: { "pt-BR": "use as suas seis palavras", en: "use your six words" },
} satisfies Record<string, Text>;

export const TALK = {
  choose: { "pt-BR": "Ver a lista e escolher", en: "See the list and choose" },
  title: { "pt-BR": "Sua conversa", en: "Your conversation" },
  transcript: { "pt-BR": "Mensagens", en: "Messages" },
  earlier: {
    "pt-BR": "As mensagens mais antigas não são mostradas aqui.",
    en: "The oldest messages are not shown here.",
  },
  you: { "pt-BR": "Você", en: "You" },
  vez: { "pt-BR": "Vez, assistente automático", en: "Vez, automated assistant" },
  team: { "pt-BR": "Equipe da Vez", en: "Vez team" },
  label: { "pt-BR": "Sua mensagem", en: "Your message" },
  send: { "pt-BR": "Enviar", en: "Send" },
  latest: { "pt-BR": "Ver a última mensagem", en: "See the latest message" },
  person: { "pt-BR": "Falar com uma pessoa", en: "Talk to a person" },
  personWords: { "pt-BR": "Quero falar com uma pessoa", en: "I want to talk to a person" },
  goOn: { "pt-BR": "Continuar a conversa", en: "Go on with the conversation" },
  goOnWords: { "pt-BR": "Voltar", en: "Back" },
  another: { "pt-BR": "Começar outra conversa", en: "Begin another conversation" },
  mine: { "pt-BR": "Minhas conversas", en: "My conversations" },
  menu: { "pt-BR": "Opções", en: "Options" },
  openContract: { "pt-BR": "Abrir o contrato", en: "Open the contract" },
  keep: { "pt-BR": "Guardar com e-mail", en: "Keep with e-mail" },
  forget: { "pt-BR": "Tirar deste aparelho", en: "Remove from this device" },
  leave: { "pt-BR": "Sair e tirar deste aparelho", en: "Sign out and remove from this device" },
  signedInAs: { "pt-BR": "Guardada em", en: "Kept under" },
  understood: { "pt-BR": "Entendido até agora", en: "Understood so far" },
  nothingYet: { "pt-BR": "Ainda nada: conte o que aconteceu.", en: "Nothing yet: tell what happened." },
  area: { "pt-BR": "Assunto", en: "Subject" },
  urgency: { "pt-BR": "Urgência", en: "Urgency" },
  place: { "pt-BR": "Lugar", en: "Place" },
  deadlines: { "pt-BR": "Prazos", en: "Deadlines" },
  dates: { "pt-BR": "Datas que você contou", en: "Dates you told" },
  unknown: { "pt-BR": "ainda não sei", en: "not known yet" },
  noDeadlines: { "pt-BR": "nenhum encontrado", en: "none found" },
  lastDay: { "pt-BR": "último dia", en: "last day" },
  passed: { "pt-BR": "já passou", en: "already passed" },
  progress: { "pt-BR": "Quanto já foi entendido", en: "How much is understood" },
  inReachOne: {
    "pt-BR": "1 profissional deste assunto pode atender você.",
    en: "1 professional for this subject can take your case.",
  },
  inReach: {
    "pt-BR": "{n} profissionais deste assunto podem atender você.",
    en: "{n} professionals for this subject can take your case.",
  },
  correct: { "pt-BR": "Corrigir", en: "Correct this" },
  correctHint: {
    "pt-BR": "O que você corrigir vale mais do que o que a Vez entendeu.",
    en: "What you correct counts more than what Vez understood.",
  },
  municipality: { "pt-BR": "Cidade", en: "City" },
  state: { "pt-BR": "Estado", en: "State" },
  deadlineDates: { "pt-BR": "Últimos dias de prazos", en: "Last days of deadlines" },
  deadlineDate: { "pt-BR": "Último dia", en: "Last day" },
  addDate: { "pt-BR": "Mais uma data", en: "One more date" },
  removeDate: { "pt-BR": "Tirar esta data", en: "Remove this date" },
  save: { "pt-BR": "Guardar correções", en: "Save corrections" },
  fixedNow: {
    "pt-BR": "É com isto que o caso segue agora. Se algo mudou, escreva na conversa.",
    en: "The case goes on with this now. If something changed, write it in the conversation.",
  },
  otherLanguage: {
    "pt-BR": "Esta conversa está em inglês.",
    en: "This conversation is in Portuguese.",
  },
  switchLanguage: { "pt-BR": "Continuar em português", en: "Go on in English" },
  exit: { "pt-BR": "Sair rápido", en: "Leave quickly" },
  exitHint: {
    "pt-BR": "abre um site comum; quem voltar não vê a conversa",
    en: "opens an ordinary site; going back does not show the conversation",
  },
  whatToDo: { "pt-BR": "O que fazer agora", en: "What to do now" },
  closedHint: {
    "pt-BR": "Este caso está encerrado e não recebe mais mensagens.",
    en: "This case is closed and takes no more messages.",
  },
  listEmpty: {
    "pt-BR": "Você ainda não tem conversas neste aparelho.",
    en: "You have no conversations on this device yet.",
  },
  untitled: { "pt-BR": "Conversa sem assunto ainda", en: "Conversation without a subject yet" },
  more: { "pt-BR": "Mais antigas", en: "Older ones" },
  emptyMessage: { "pt-BR": "Escreva algumas palavras e envie de novo.", en: "Write a few words, then send again." },
  longMessage: {
    "pt-BR": "O texto passa de 8.000 letras. Envie em partes; nada da conversa se perde.",
    en: "The text is longer than 8,000 characters. Send it in parts; nothing of the conversation is lost.",
  },
} satisfies Record<string, Text>;

/** What the page's module says; only the reader's language is sent. */
export const LIVE = {
  sending: { "pt-BR": "Enviando…", en: "Sending…" },
  waiting: { "pt-BR": "Sem rede. Envio assim que voltar.", en: "No network. I send it as soon as it is back." },
  retrying: { "pt-BR": "Ainda não saiu. Tentando de novo…", en: "Not sent yet. Trying again…" },
  refused: { "pt-BR": "Não foi enviada.", en: "This was not sent." },
  edit: { "pt-BR": "Voltar a escrever", en: "Put it back to edit" },
  offline: {
    "pt-BR": "Sem conexão. Pode escrever: nada se perde.",
    en: "No connection. You can write: nothing is lost.",
  },
  reconnecting: { "pt-BR": "Ligando de novo…", en: "Connecting again…" },
  back: { "pt-BR": "A conexão voltou.", en: "The connection is back." },
  typing: { "pt-BR": "Vez está escrevendo", en: "Vez is writing" },
  slow: {
    "pt-BR": "Estou lendo com calma o que você contou…",
    en: "I'm reading what you told me with care…",
  },
  stop: { "pt-BR": "Parar a resposta", en: "Stop the reply" },
  ended: {
    "pt-BR": "Esta página não vale mais neste aparelho. Recarregue para continuar.",
    en: "This page is no longer valid on this device. Reload it to go on.",
  },
  call: { "pt-BR": "Ligar", en: "Call" },
  notSaved: { "pt-BR": "Não foi guardado. Tente de novo.", en: "This was not saved. Try again." },
} satisfies Record<string, Text>;

/** One state of a case in the list of conversations. */
/** How a professional is found, as the first page says it. */
export const MODE_TEXTS: Record<CaseMode, Text> = {
  matching: {
    "pt-BR": "Quem combina com o caso é consultado por vez: quem espera há mais tempo vem antes entre os que servem.",
    en: "Those who fit the case are asked in turn: among them, whoever has waited longest comes first.",
  },
  directory: {
    "pt-BR":
      "Você vê todos os que podem atender, em ordem sorteada a cada dia. A Vez não indica e ninguém compra lugar.",
    en: "You see all who can help, in an order drawn anew each day. Vez recommends nobody and nobody can buy a place.",
  },
};

export const CASE_STATUS: Record<CaseStatus, Text> = {
  triage: { "pt-BR": "Em conversa", en: "Talking" },
  handed_off: { "pt-BR": "Com a equipe", en: "With the team" },
  stopped: { "pt-BR": "Parada", en: "Stopped" },
  matching: { "pt-BR": "Procurando", en: "Searching" },
  choosing: { "pt-BR": "Você escolhe com quem falar", en: "You choose whom to write to" },
  offering: { "pt-BR": "Profissionais consultados", en: "Professionals asked" },
  unmatched: { "pt-BR": "Sem profissional livre", en: "Nobody free yet" },
  not_legal: { "pt-BR": "Sem questão jurídica", en: "No legal problem" },
  accepted: { "pt-BR": "Aceito", en: "Accepted" },
  signed: { "pt-BR": "Contrato assinado", en: "Contract signed" },
  closed: { "pt-BR": "Encerrada", en: "Closed" },
  forgotten: { "pt-BR": "Apagada", en: "Deleted" },
};

export const WHY = {
  link: { "pt-BR": "Por que estas pessoas", en: "Why these people" },
  title: { "pt-BR": "Por que estas pessoas", en: "Why these people" },
  lead: {
    "pt-BR":
      "Aqui está o que conta a favor de cada pessoa consultada. O nome aparece quando uma delas aceita o seu caso.",
    en: "Here is what speaks for each person who was asked. The name appears when one of them accepts your case.",
  },
  back: { "pt-BR": "Voltar à conversa", en: "Back to the conversation" },
  empty: { "pt-BR": "Ninguém foi consultado ainda.", en: "Nobody has been asked yet." },
  search: { "pt-BR": "Busca", en: "Search" },
  searched: { "pt-BR": "Consultados em", en: "Asked on" },
  someone: { "pt-BR": "Profissional consultado", en: "A professional who was asked" },
  accepted: { "pt-BR": "Aceitou o seu caso", en: "Accepted your case" },
  years: { "pt-BR": "anos de prática", en: "years of practice" },
  year: { "pt-BR": "ano de prática", en: "year of practice" },
  fair: {
    "pt-BR": "Ninguém paga para ser consultado. Entre perfis que servem bem ao caso, a vez é dividida de forma justa.",
    en: "Nobody pays to be asked. Among profiles that fit the case well, turns are shared fairly.",
  },
} satisfies Record<string, Text>;
