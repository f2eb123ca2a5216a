// The words of the professional's pages.
import type { Text } from "../../../domain/locale.ts";

export const PRO_NAV = {
  offers: { "pt-BR": "Propostas", en: "Offers" },
  cases: { "pt-BR": "Meus casos", en: "My cases" },
  turn: { "pt-BR": "Minha vez", en: "My turn" },
  profile: { "pt-BR": "Perfil", en: "Profile" },
} satisfies Record<string, Text>;

export const OFFERS = {
  chosen: { "pt-BR": "Escolheu você", en: "Chose you" },
  title: { "pt-BR": "Propostas", en: "Offers" },
  waitingOne: { "pt-BR": "Um caso espera a sua resposta.", en: "One case is waiting for your answer." },
  waiting: { "pt-BR": "{n} casos esperam a sua resposta.", en: "{n} cases are waiting for your answer." },
  empty: {
    "pt-BR": "Nenhuma proposta agora. Quando for a sua vez, ela aparece aqui e chega por e-mail.",
    en: "No offer right now. When it is your turn, it appears here and comes by e-mail.",
  },
  emptyLeave: {
    "pt-BR": "Você está de licença, e por isso não recebe propostas.",
    en: "You are on leave, so no offers come to you.",
  },
  emptyInactive: {
    "pt-BR": "O recebimento de propostas está desligado no seu perfil.",
    en: "Receiving offers is switched off in your profile.",
  },
  emptyPending: {
    "pt-BR": "A sua inscrição ainda está sendo conferida. As propostas começam depois.",
    en: "Your licence is still being checked. Offers begin after that.",
  },
  emptyFull: {
    "pt-BR": "Você chegou ao limite de casos do período. Para receber mais, reveja a capacidade.",
    en: "You have reached your limit of cases for the period. To receive more, review your capacity.",
  },
  changeProfile: { "pt-BR": "Abrir o perfil", en: "Open the profile" },
  read: { "pt-BR": "Ler e responder", en: "Read and answer" },
  left: { "pt-BR": "Para responder:", en: "To answer:" },
  past: { "pt-BR": "Anteriores", en: "Earlier" },
  pastEmpty: { "pt-BR": "Ainda não houve nenhuma.", en: "There has been none yet." },
  older: { "pt-BR": "Mais antigas", en: "Older ones" },
  newer: { "pt-BR": "Voltar às mais novas", en: "Back to the newest" },
  declined: {
    "pt-BR": "Recusada. O caso segue logo para outra pessoa; a sua vez não muda por isso.",
    en: "Declined. The case moves on at once; your turn does not change because of it.",
  },
  arrived: { "pt-BR": "Chegou uma proposta nova.", en: "A new offer has come." },
  back: { "pt-BR": "Todas as propostas", en: "All offers" },
} satisfies Record<string, Text>;

export const OFFER = {
  chosen: { "pt-BR": "Esta pessoa escolheu você", en: "This person chose you" },
  chosenText: {
    "pt-BR": "Viu o seu nome na lista, em ordem sorteada, e escreveu para você. A Vez não indicou ninguém.",
    en: "The person saw your name in the list, in an order drawn by lot, and wrote to you. Vez recommended nobody.",
  },
  place: { "pt-BR": "Lugar", en: "Place" },
  anywhere: { "pt-BR": "não informado", en: "not told" },
  urgency: { "pt-BR": "Urgência", en: "Urgency" },
  complexity: { "pt-BR": "Complexidade", en: "Complexity" },
  deadlines: { "pt-BR": "Prazos", en: "Deadlines" },
  lastDay: { "pt-BR": "último dia", en: "last day" },
  passed: { "pt-BR": "já passou", en: "already passed" },
  languages: { "pt-BR": "Idiomas", en: "Languages" },
  fee: { "pt-BR": "Sua consulta", en: "Your consultation" },
  free: { "pt-BR": "sem custo", en: "free of charge" },
  budget: { "pt-BR": "Pode pagar", en: "Can pay" },
  answerBy: { "pt-BR": "Responder até", en: "Answer by" },
  summary: { "pt-BR": "O que aconteceu", en: "What happened" },
  anonymous: {
    "pt-BR": "Resumo sem nomes. Quem é o cliente, você sabe ao aceitar.",
    en: "A summary without names. You learn who the client is when you accept.",
  },
  accept: { "pt-BR": "Aceitar o caso", en: "Accept the case" },
  acceptHint: {
    "pt-BR": "Ao aceitar, o cliente recebe o seu nome e o contrato é preparado para os dois assinarem.",
    en: "When you accept, the client gets your name, and the contract is prepared for both to sign.",
  },
  decline: { "pt-BR": "Não posso aceitar", en: "I cannot take it" },
  declineWhy: { "pt-BR": "Por quê?", en: "Why not?" },
  declineHint: {
    "pt-BR": "Ajuda a propor casos melhores. O cliente não lê o motivo.",
    en: "It helps us propose better cases. The client does not read the reason.",
  },
  declineSend: { "pt-BR": "Recusar", en: "Decline" },
} satisfies Record<string, Text>;

/** What an offer that cannot be answered any more says, by its status. */
export const OFFER_OVER = {
  accepted: { "pt-BR": "Você aceitou este caso.", en: "You have accepted this case." },
  declined: { "pt-BR": "Você recusou este caso.", en: "You have declined this case." },
  expired: {
    "pt-BR": "O prazo para responder terminou. A próxima proposta vem na sua vez.",
    en: "The time to answer is over. The next offer comes in your turn.",
  },
  withdrawn: {
    "pt-BR":
      "Este caso não espera mais resposta: um colega aceitou antes, ou a proposta foi retirada. O seu lugar na vez continua o mesmo.",
    en: "This case no longer waits for an answer: a colleague accepted before, or the offer was taken back. Your place in the turn stays the same.",
  },
} satisfies Record<string, Text>;

/** What came between an answer and its success, by the error's code. */
export const OFFER_REFUSED: Readonly<Record<string, Text>> = {
  offer_taken: {
    "pt-BR": "Um colega aceitou este caso um pouco antes. O seu lugar na vez continua o mesmo.",
    en: "A colleague accepted this case a little before you. Your place in the turn stays the same.",
  },
  offer_expired: OFFER_OVER.expired,
  offer_answered: {
    "pt-BR": "Esta proposta já tinha sido respondida. Abaixo está como ela ficou.",
    en: "This offer was answered already. Below is where it stands.",
  },
  not_active: {
    "pt-BR": "Você está de licença ou com o recebimento desligado. Mude isso no perfil e depois aceite.",
    en: "You are on leave or switched off. Change that in your profile, then accept.",
  },
  at_capacity: {
    "pt-BR":
      "Você já tem tantos casos quanto a sua capacidade permite. Aumente a capacidade no perfil e depois aceite.",
    en: "You hold as many cases as your capacity allows. Raise it in your profile, then accept.",
  },
  opted_out: {
    "pt-BR": "Você pediu para não receber propostas. Volte a receber no perfil e depois aceite.",
    en: "You asked for no more offers. Switch them on again in your profile, then accept.",
  },
  licence: {
    "pt-BR": "A sua inscrição profissional está sendo conferida. Depois disso você pode aceitar.",
    en: "Your registration is being checked. You can accept once that is done.",
  },
  suspended: {
    "pt-BR": "A equipe pausou a sua participação. A primeira página diz o motivo e até quando.",
    en: "The team has paused your participation. The first page says why and until when.",
  },
  conflict_of_interest: {
    "pt-BR":
      "Pode haver conflito de interesse com alguém que você representa. A equipe vai conferir; a sua vez não muda.",
    en: "There may be a conflict of interest with someone you represent. The team will check; your turn does not change.",
  },
  offer_closed: {
    "pt-BR": "Esta proposta não pode mais ser respondida.",
    en: "This offer can no longer be answered.",
  },
};

export const MY_CASES = {
  title: { "pt-BR": "Meus casos", en: "My cases" },
  empty: {
    "pt-BR": "Os casos que você aceitar ficam aqui, com o cliente e o contrato.",
    en: "The cases that you accept are kept here, with their client and contract.",
  },
  taken: {
    "pt-BR": "O caso é seu. O contrato está sendo preparado e aparece aqui em instantes.",
    en: "The case is yours. The contract is being prepared and appears here in a moment.",
  },
  client: { "pt-BR": "Cliente", en: "Client" },
  unnamed: {
    "pt-BR": "Ainda sem nome: aparece no contrato.",
    en: "No name yet: it will stand in the contract.",
  },
  contact: { "pt-BR": "Contato", en: "Contact" },
  accepted: { "pt-BR": "Aceito em", en: "Accepted on" },
  place: { "pt-BR": "Lugar", en: "Place" },
  openContract: { "pt-BR": "Abrir o contrato", en: "Open the contract" },
  signContract: { "pt-BR": "Ler e assinar o contrato", en: "Read and sign the contract" },
  preparing: { "pt-BR": "Preparando o contrato", en: "Preparing the contract" },
  details: { "pt-BR": "Resumo e prazos", en: "Summary and deadlines" },
} satisfies Record<string, Text>;

export const TURN = {
  lists: { "pt-BR": "Onde o cliente escolhe", en: "Where the client chooses" },
  listsHint: {
    "pt-BR":
      "Aí a Vez não propõe ninguém. A ordem da lista é sorteada a cada dia, igual para todos: estes números não a mudam, nem o preço, nem avaliações.",
    en: "There Vez proposes nobody. The order of the list is drawn anew each day, the same for all: these figures do not move it, nor do price or reviews.",
  },
  listsFirst: {
    "pt-BR": "Vezes em primeiro numa lista vista, em 30 dias",
    en: "Times first in a list that was looked at, 30 days",
  },
  listsContacted: { "pt-BR": "Clientes que escreveram, em 30 dias", en: "Clients who wrote, 30 days" },
  title: { "pt-BR": "Minha vez", en: "My turn" },
  lead: {
    "pt-BR":
      "Entre perfis que servem bem ao caso, é chamado primeiro quem recebeu menos do que a sua parte justa. Ninguém paga para vir antes.",
    en: "Among profiles that fit a case well, whoever has had least of their fair share is asked first. Nobody pays to come first.",
  },
  load: { "pt-BR": "Casos em 30 dias", en: "Cases in 30 days" },
  of: { "pt-BR": "de", en: "of" },
  pending: { "pt-BR": "Propostas abertas", en: "Open offers" },
  room: { "pt-BR": "Ainda cabem", en: "Room for" },
  full: { "pt-BR": "Agora não cabe mais nenhum", en: "No room right now" },
  lastOffered: { "pt-BR": "Última proposta", en: "Last offer" },
  never: { "pt-BR": "ainda nenhuma", en: "none yet" },
  month: { "pt-BR": "Nos últimos 30 dias", en: "In the last 30 days" },
  why: { "pt-BR": "Por que fui ou não fui chamado", en: "Why I was or was not asked" },
  whyHint: {
    "pt-BR": "As buscas em que o seu perfil foi considerado, as mais novas primeiro.",
    en: "The searches in which your profile was considered, the newest first.",
  },
  whyEmpty: {
    "pt-BR": "Nenhum caso da sua área foi procurado ainda.",
    en: "No case in your field has been searched for yet.",
  },
  chosen: { "pt-BR": "Chamado", en: "Asked" },
  ranked: { "pt-BR": "Considerado", en: "Considered" },
  gated: { "pt-BR": "Fora desta", en: "Not in this one" },
  capacityLink: { "pt-BR": "Mudar a capacidade", en: "Change the capacity" },
  reasons: { "pt-BR": "Como foi decidido", en: "How it was decided" },
  older: { "pt-BR": "Mais antigas", en: "Older ones" },
  newer: { "pt-BR": "Voltar às mais novas", en: "Back to the newest" },
} satisfies Record<string, Text>;

export const SHARES = {
  title: { "pt-BR": "Minha parte justa", en: "My fair share" },
  hint: {
    "pt-BR": "Os casos de 30 dias de cada área, divididos conforme a capacidade de cada pessoa.",
    en: "Each area's cases of 30 days, shared by everyone's capacity.",
  },
  empty: {
    "pt-BR": "As contas da sua área aparecem aqui em um minuto.",
    en: "The figures of your area appear here within a minute.",
  },
  had: { "pt-BR": "Você teve", en: "You have had" },
  fair: { "pt-BR": "Parte justa", en: "Fair share" },
  credit: { "pt-BR": "Contam por ausência", en: "Counted for absence" },
  creditHint: {
    "pt-BR":
      "Dias de licença, ou antes de você chegar, contam como os dos colegas: na volta você continua de onde estava, sem acúmulo e sem perda.",
    en: "Days of leave, or before you joined, count like your colleagues': on return you go on where you were, with no pile-up and no loss.",
  },
  open: { "pt-BR": "Propostas abertas", en: "Open offers" },
  nearlyNone: { "pt-BR": "quase 0", en: "nearly 0" },
  due: { "pt-BR": "Sua vez está próxima", en: "Your turn is near" },
  even: { "pt-BR": "Em dia", en: "Even" },
  ahead: { "pt-BR": "Você recebeu mais que a parte justa", en: "You have had more than the fair share" },
  area: {
    "pt-BR": "Casos na área: {cases}. Pessoas: {people}.",
    en: "Cases in the area: {cases}. People: {people}.",
  },
} satisfies Record<string, Text>;

/** What became of a month's offers, after their number. */
export const TURN_COUNTS = {
  offered: { one: { "pt-BR": "recebida", en: "received" }, many: { "pt-BR": "recebidas", en: "received" } },
  accepted: { one: { "pt-BR": "aceita", en: "accepted" }, many: { "pt-BR": "aceitas", en: "accepted" } },
  declined: { one: { "pt-BR": "recusada", en: "declined" }, many: { "pt-BR": "recusadas", en: "declined" } },
  expired: { one: { "pt-BR": "expirada", en: "expired" }, many: { "pt-BR": "expiradas", en: "expired" } },
  gave_back: { one: { "pt-BR": "devolvida", en: "given back" }, many: { "pt-BR": "devolvidas", en: "given back" } },
} satisfies Record<string, Record<"one" | "many", Text>>;

export const PROFILE = {
  title: { "pt-BR": "Perfil", en: "Profile" },
  saved: { "pt-BR": "Guardado.", en: "Saved." },
  notSaved: {
    "pt-BR": "Nada foi guardado ainda. Confira os campos marcados.",
    en: "Nothing has been saved yet. Check the marked fields.",
  },
  fictitious: { "pt-BR": "Pessoa fictícia, para demonstração", en: "A fictitious person, for demonstration" },
  years: { "pt-BR": "anos de prática", en: "years of practice" },
  reviews: { "pt-BR": "avaliações", en: "reviews" },
  receiving: { "pt-BR": "Recebimento", en: "Receiving offers" },
  activeNow: { "pt-BR": "Propostas chegam até você.", en: "Offers reach you." },
  inactiveNow: { "pt-BR": "As propostas estão desligadas.", en: "Offers are switched off." },
  pendingNow: { "pt-BR": "A inscrição está sendo conferida.", en: "The licence is being checked." },
  onLeaveNow: { "pt-BR": "Você está de licença.", en: "You are on leave." },
  switchOn: { "pt-BR": "Ligar propostas", en: "Switch offers on" },
  leave: { "pt-BR": "Licença", en: "Leave" },
  leaveHint: {
    "pt-BR":
      "Enquanto durar, nenhuma proposta chega. Os casos que já são seus continuam seus, e na volta a sua vez segue sem perda.",
    en: "While it lasts no offers come. The cases that are yours stay yours, and on return your turn goes on without loss.",
  },
  leaveFrom: { "pt-BR": "Primeiro dia fora", en: "First day away" },
  leaveUntil: { "pt-BR": "Dia da volta", en: "Day of return" },
  leaveUntilHint: { "pt-BR": "Pode ficar em aberto.", en: "May be left open." },
  leaveSave: { "pt-BR": "Guardar licença", en: "Save leave" },
  leaveEnd: { "pt-BR": "Voltar agora", en: "Come back now" },
  practice: { "pt-BR": "Atuação", en: "Practice" },
  text: { "pt-BR": "Como você trabalha", en: "How you work" },
  textHint: {
    "pt-BR": "É comparado com o que as pessoas contam. Diga que situações resolve, com palavras comuns.",
    en: "It is compared with what people tell. Say which situations you handle, in everyday words.",
  },
  areas: { "pt-BR": "Áreas e assuntos", en: "Areas and subjects" },
  areasHint: {
    "pt-BR": "Até seis áreas. Só chegam casos das áreas marcadas.",
    en: "Up to six areas. Only cases of the ticked areas come.",
  },
  capacity: { "pt-BR": "Casos em 30 dias", en: "Cases in 30 days" },
  capacityHint: {
    "pt-BR": "Pelo seu perfil: {n}. Pode ser de {least} a {most}, ou 0 para nenhum agora. É um limite firme.",
    en: "By your profile: {n}. It may be {least} to {most}, or 0 for none for now. It is a firm limit.",
  },
  capacityWhy: {
    "pt-BR":
      "O número vem dos anos de prática, do tipo de escritório e de como você responde. Vazio: volta ao automático.",
    en: "The number comes from years of practice, kind of office and how you answer. Empty: back to automatic.",
  },
  kind: { "pt-BR": "Como você trabalha no dia a dia", en: "How your practice is organised" },
  noOffers: { "pt-BR": "Não quero receber propostas", en: "I want no more offers" },
  offersAgain: { "pt-BR": "Voltar a receber propostas", en: "Receive offers again" },
  optedOutNow: {
    "pt-BR": "Você pediu para não receber propostas.",
    en: "You asked for no more offers.",
  },
  fee: { "pt-BR": "Primeira consulta (R$)", en: "First consultation (R$)" },
  feeHint: { "pt-BR": "Por exemplo 250,00. Zero se não cobra.", en: "For example 250.00. Zero if you charge nothing." },
  remote: { "pt-BR": "Atendo também a distância", en: "I also work at a distance" },
  languages: { "pt-BR": "Idiomas de atendimento", en: "Languages" },
  represents: { "pt-BR": "Quem você representa", en: "Whom you represent" },
  representsHint: {
    "pt-BR":
      "Um nome por linha, pessoas ou empresas. Casos contra eles não chegam até você, e ninguém vê esta lista. De cada nome ficam só as palavras, em ordem alfabética.",
    en: "One name a line, people or companies. Cases against them do not come to you, and nobody sees this list. Of each name only the words are kept, in alphabetical order.",
  },
  save: { "pt-BR": "Guardar perfil", en: "Save profile" },
} satisfies Record<string, Text>;

/** Kinds of practice, as the capacity's table knows them. */
export const PRACTICE_NAMES = {
  solo: { "pt-BR": "Trabalho só", en: "On my own" },
  office: { "pt-BR": "Escritório pequeno", en: "Small office" },
  firm: { "pt-BR": "Escritório grande", en: "Large firm" },
  part_time: { "pt-BR": "Parte da semana", en: "Part of the week" },
} satisfies Record<string, Text>;

/** A field's trouble in the reader's language, by the field's name in the API. */
export const PROFILE_ERRORS: Readonly<Record<string, Text>> = {
  profile: { "pt-BR": "Escreva entre 40 e 4.000 letras.", en: "Write between 40 and 4,000 characters." },
  areas: { "pt-BR": "Marque de uma a seis áreas.", en: "Tick one to six areas." },
  subareas: {
    "pt-BR": "Marque a área dos assuntos escolhidos, ou desmarque os assuntos.",
    en: "Tick the area of the chosen subjects, or untick the subjects.",
  },
  fee_cents: {
    "pt-BR": "Escreva um valor entre 0 e 100.000, como 250,00.",
    en: "Write an amount between 0 and 100,000, like 250.00.",
  },
  languages: { "pt-BR": "Marque pelo menos um idioma.", en: "Tick at least one language." },
  capacity_monthly: {
    "pt-BR": "Escreva um número inteiro dentro dos limites abaixo do campo, ou 0, ou deixe vazio.",
    en: "Write a whole number within the bounds below the field, or 0, or leave it empty.",
  },
  represents: {
    "pt-BR": "Escreva um nome de pessoa ou empresa por linha, até 500.",
    en: "Write one name of a person or company a line, up to 500.",
  },
  leave_from: { "pt-BR": "Escolha o primeiro dia.", en: "Choose the first day." },
  leave_until: {
    "pt-BR": "O dia da volta vem depois do primeiro dia.",
    en: "The day of return comes after the first day.",
  },
};

/** What the page's module says; only the reader's language is sent. */
export const PRO_LIVE = {
  offline: {
    "pt-BR": "Sem conexão. A página se atualiza quando ela voltar.",
    en: "No connection. The page updates when it is back.",
  },
  reconnecting: { "pt-BR": "Ligando de novo…", en: "Connecting again…" },
  back: { "pt-BR": "A conexão voltou.", en: "The connection is back." },
  arrived: OFFERS.arrived,
} satisfies Record<string, Text>;
