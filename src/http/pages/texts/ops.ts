// The words of the operators' console.
import type { Text } from "../../../domain/locale.ts";

export const OPS_NAV = {
  overview: { "pt-BR": "Agora", en: "Now" },
  cases: { "pt-BR": "Casos", en: "Cases" },
  conversations: { "pt-BR": "Conversas", en: "Conversations" },
  offers: { "pt-BR": "Propostas", en: "Offers" },
  outbox: { "pt-BR": "Filas", en: "Queues" },
  mail: { "pt-BR": "Correio", en: "Mail box" },
  equity: { "pt-BR": "Equidade", en: "Equity" },
  conflicts: { "pt-BR": "Conflitos", en: "Conflicts" },
  reports: { "pt-BR": "Denúncias", en: "Reports" },
  models: { "pt-BR": "Modelos", en: "Models" },
  embeddings: { "pt-BR": "Espaços", en: "Spaces" },
  jobs: { "pt-BR": "Rotinas", en: "Jobs" },
  keys: { "pt-BR": "Chaves", en: "Keys" },
  webhooks: { "pt-BR": "Webhooks", en: "Webhooks" },
  verifications: { "pt-BR": "Inscrições", en: "Registrations" },
  professionals: { "pt-BR": "Profissionais", en: "Professionals" },
  report: { "pt-BR": "Relatório", en: "Report" },
  organisations: { "pt-BR": "Organizações", en: "Organisations" },
  tenants: { "pt-BR": "Casas", en: "Houses" },
  people: { "pt-BR": "Equipe", en: "Team" },
} satisfies Record<string, Text>;

export const OPS = {
  empty: { "pt-BR": "Nada aqui.", en: "Nothing here." },
  next: { "pt-BR": "Mais", en: "More" },
  first: { "pt-BR": "Do começo", en: "From the start" },
  all: { "pt-BR": "Todos", en: "All" },
  case: { "pt-BR": "Caso", en: "Case" },
  subject: { "pt-BR": "Assunto", en: "Subject" },
  place: { "pt-BR": "Lugar", en: "Place" },
  status: { "pt-BR": "Estado", en: "Status" },
  urgency: { "pt-BR": "Urgência", en: "Urgency" },
  complexity: { "pt-BR": "Complexidade", en: "Complexity" },
  confidence: { "pt-BR": "Confiança", en: "Confidence" },
  flags: { "pt-BR": "Sinais", en: "Flags" },
  wave: { "pt-BR": "Onda", en: "Wave" },
  rank: { "pt-BR": "Ordem", en: "Rank" },
  opened: { "pt-BR": "Aberto", en: "Opened" },
  since: { "pt-BR": "Desde", en: "Since" },
  professional: { "pt-BR": "Profissional", en: "Professional" },
  expires: { "pt-BR": "Expira", en: "Expires" },
  answered: { "pt-BR": "Respondida", en: "Answered" },
  reason: { "pt-BR": "Motivo", en: "Reason" },
  created: { "pt-BR": "Criada", en: "Created" },
  language: { "pt-BR": "Língua", en: "Language" },
  hours: { "pt-BR": "h", en: "h" },
  yes: { "pt-BR": "sim", en: "yes" },
  none: { "pt-BR": "nenhum", en: "none" },
} satisfies Record<string, Text>;

export const OVERVIEW = {
  title: { "pt-BR": "Agora", en: "Now" },
  waiting: { "pt-BR": "esperam uma pessoa", en: "wait for a person" },
  oldest: { "pt-BR": "a mais antiga desde", en: "the oldest since" },
  taken: { "pt-BR": "com uma pessoa", en: "held by a person" },
  unmatched: { "pt-BR": "sem profissional", en: "without a professional" },
  conflicts: { "pt-BR": "conflitos a decidir", en: "conflicts to decide" },
  reports: { "pt-BR": "denúncias a ver", en: "reports to look at" },
  verifications: { "pt-BR": "verificações a fazer", en: "verifications to do" },
  dead: { "pt-BR": "entregas paradas", en: "dead deliveries" },
  pending: { "pt-BR": "entregas a fazer", en: "deliveries to do" },
  heldUp: { "pt-BR": "esperam um serviço de fora", en: "wait for an outside service" },
  offers: { "pt-BR": "propostas abertas", en: "open offers" },
  ending: { "pt-BR": "acabam em uma hora", en: "end within an hour" },
  contracts: { "pt-BR": "contratos a assinar", en: "contracts to sign" },
  byState: { "pt-BR": "Casos por estado", en: "Cases by state" },
  gapOff: { "pt-BR": "Não está ligado. Falta:", en: "Is not on. Missing:" },
  gapDeaf: {
    "pt-BR": "Está ligado, mas o que ele avisa não chega. Falta:",
    en: "Is on, but what it tells does not arrive. Missing:",
  },
  keyRefused: { "pt-BR": "Recusa a chave da Vez desde", en: "Refuses Vez's key since" },
  keyRenew: {
    "pt-BR": "Gere uma nova no serviço e troque na configuração:",
    en: "Make a new one there and exchange it in the configuration:",
  },
  needsYou: { "pt-BR": "Precisa de você", en: "Needs you" },
  calm: { "pt-BR": "Nada espera por uma pessoa agora.", en: "Nothing waits for a person right now." },
  reasonPerson: { "pt-BR": "Conversa espera uma pessoa", en: "Conversation waits for a person" },
  reasonUnmatched: { "pt-BR": "Ninguém livre para o caso", en: "Nobody free for the case" },
  reasonConflict: { "pt-BR": "Conflito a decidir", en: "Conflict to decide" },
  doubts: { "pt-BR": "esperam decisão", en: "wait for a decision" },
  reasonReport: { "pt-BR": "Denúncia a ver", en: "Report to look at" },
  reasonVerification: { "pt-BR": "Verificação a fazer", en: "Verification to do" },
  reasonDead: { "pt-BR": "Entrega parada", en: "Dead delivery" },
} satisfies Record<string, Text>;

export const CONVERSATIONS = {
  title: { "pt-BR": "Conversas", en: "Conversations" },
  waiting: { "pt-BR": "Esperam uma pessoa", en: "Waiting for a person" },
  taken: { "pt-BR": "Com uma pessoa", en: "Held by a person" },
  talking: { "pt-BR": "Com o assistente", en: "With the assistant" },
  waitingEmpty: { "pt-BR": "Ninguém está esperando.", en: "Nobody is waiting." },
  takenEmpty: { "pt-BR": "Nenhuma está com uma pessoa.", en: "None is held by a person." },
  talkingEmpty: { "pt-BR": "Nenhuma triagem em andamento.", en: "No triage is under way." },
  open: { "pt-BR": "Abrir conversa", en: "Open conversation" },
} satisfies Record<string, Text>;

export const CONVERSATION = {
  title: { "pt-BR": "Conversa", en: "Conversation" },
  back: { "pt-BR": "Conversas", en: "Conversations" },
  toCase: { "pt-BR": "Ver o caso", en: "See the case" },
  client: { "pt-BR": "Cliente", en: "Client" },
  agent: { "pt-BR": "Assistente", en: "Assistant" },
  human: { "pt-BR": "Equipe", en: "Team" },
  system: { "pt-BR": "Vez", en: "Vez" },
  takeOver: { "pt-BR": "Assumir a conversa", en: "Take the conversation over" },
  takeOverHint: {
    "pt-BR": "O assistente fica em silêncio até você devolver. O cliente vê que uma pessoa entrou.",
    en: "The assistant is silent until you give it back. The client sees that a person has joined.",
  },
  holds: {
    "pt-BR": "Está com uma pessoa; o assistente está em silêncio.",
    en: "A person holds it; the assistant is silent.",
  },
  agentHolds: { "pt-BR": "O assistente está conduzindo.", en: "The assistant leads it." },
  waits: { "pt-BR": "Espera uma pessoa.", en: "It waits for a person." },
  stopped: {
    "pt-BR": "A pessoa pediu para parar. Ela volta sozinha quando quiser.",
    en: "The person asked to stop, and comes back alone.",
  },
  reply: { "pt-BR": "Sua resposta", en: "Your reply" },
  send: { "pt-BR": "Enviar", en: "Send" },
  giveBack: { "pt-BR": "Devolver ao assistente", en: "Give back to the assistant" },
  note: {
    "pt-BR": "O que ficou combinado (o assistente diz ao cliente)",
    en: "What was agreed (the assistant tells the client)",
  },
  understood: { "pt-BR": "Entendido", en: "Understood" },
  nothing: { "pt-BR": "ainda nada", en: "nothing yet" },
  deadlines: { "pt-BR": "Prazos", en: "Deadlines" },
  parties: { "pt-BR": "Outro lado", en: "Other side" },
  cut: { "pt-BR": "Só as últimas mensagens são mostradas.", en: "Only the latest messages are shown." },
  transcript: { "pt-BR": "Mensagens", en: "Messages" },
} satisfies Record<string, Text>;

export const OPS_CASES = {
  title: { "pt-BR": "Casos", en: "Cases" },
  facts: { "pt-BR": "Fatos", en: "Facts" },
  summary: { "pt-BR": "Resumo", en: "Summary" },
  noSummary: { "pt-BR": "A triagem ainda não terminou.", en: "The triage is not over yet." },
  client: { "pt-BR": "Cliente", en: "Client" },
  anonymous: { "pt-BR": "sem conta", en: "no account" },
  parties: { "pt-BR": "Outro lado", en: "Other side" },
  preset: { "pt-BR": "Modelo", en: "Preset" },
  contract: { "pt-BR": "Contrato", en: "Contract" },
  offers: { "pt-BR": "Propostas", en: "Offers" },
  history: { "pt-BR": "História", en: "History" },
  searchAgain: { "pt-BR": "Procurar de novo", en: "Search again" },
  searchAgainHint: {
    "pt-BR": "Quem já foi consultado não é consultado outra vez.",
    en: "Whoever was asked before is not asked again.",
  },
  searching: { "pt-BR": "A busca recomeçou.", en: "The search has begun again." },
} satisfies Record<string, Text>;

export const OUTBOX = {
  title: { "pt-BR": "Entregas", en: "Deliveries" },
  dead: { "pt-BR": "Paradas", en: "Dead" },
  pending: { "pt-BR": "A fazer", en: "To do" },
  done: { "pt-BR": "Feitas", en: "Done" },
  message: { "pt-BR": "Mensagem", en: "Message" },
  attempts: { "pt-BR": "Tentativas", en: "Tries" },
  error: { "pt-BR": "Erro", en: "Error" },
  body: { "pt-BR": "Conteúdo", en: "Content" },
  retry: { "pt-BR": "Enviar de novo", en: "Send again" },
  discard: { "pt-BR": "Descartar", en: "Discard" },
  deadEmpty: { "pt-BR": "Nenhuma entrega parada.", en: "No dead delivery." },
  act: { "pt-BR": "Ações", en: "Actions" },
  settled: { "pt-BR": "Resolvida.", en: "Settled." },
} satisfies Record<string, Text>;

export const MAIL = {
  title: { "pt-BR": "Correio", en: "Mail box" },
  lead: {
    "pt-BR": "O que foi escrito às pessoas. Códigos de entrada não são mostrados.",
    en: "What was written to people. Sign-in codes are not shown.",
  },
  to: { "pt-BR": "Para", en: "To" },
  channel: { "pt-BR": "Canal", en: "Channel" },
  message: { "pt-BR": "Mensagem", en: "Message" },
  email: { "pt-BR": "e-mail", en: "e-mail" },
  in_app: { "pt-BR": "no app", en: "in the app" },
  sms: { "pt-BR": "SMS", en: "SMS" },
  whatsapp: { "pt-BR": "WhatsApp", en: "WhatsApp" },
  push: { "pt-BR": "aviso no aparelho", en: "push" },
  notBefore: { "pt-BR": "não antes de", en: "not before" },
  at: { "pt-BR": "Quando", en: "When" },
} satisfies Record<string, Text>;

export const EQUITY = {
  choices: {
    "pt-BR":
      "Onde o cliente escolhe, em 30 dias: {looks} listas vistas com {first} pessoas em primeiro; {contacts} pedidos a {contacted} pessoas. A ordem é sorteada e estes números não a mudam.",
    en: "Where the client chooses, 30 days: {looks} lists looked at with {first} people first; {contacts} requests to {contacted} people. The order is drawn by lot and these figures do not move it.",
  },
  chosen: { "pt-BR": "{first}× em primeiro, {contacted} pedidos", en: "{first}× first, {contacted} requests" },
  title: { "pt-BR": "Equidade", en: "Equity" },
  gini: { "pt-BR": "Gini da carga", en: "Gini of the load" },
  giniHint: {
    "pt-BR": "0 é carga igual para todos; acima de 0,40 é desigual.",
    en: "0 is the same load for all; above 0.40 is uneven.",
  },
  early: {
    "pt-BR": "Há menos carga do que profissionais: o número ainda diz pouco.",
    en: "There is less load than there are professionals: the figure says little yet.",
  },
  load: { "pt-BR": "carga de", en: "load of" },
  capacity: { "pt-BR": "capacidade", en: "capacity" },
  active: { "pt-BR": "profissionais ativos", en: "active professionals" },
  full: { "pt-BR": "no limite", en: "at their limit" },
  offered: { "pt-BR": "receberam propostas em 30 dias", en: "were offered a case in 30 days" },
  chart: { "pt-BR": "Profissionais por parte da capacidade ocupada", en: "Professionals by share of capacity in use" },
  idle: { "pt-BR": "livre", en: "idle" },
  name: { "pt-BR": "Nome", en: "Name" },
  cases: { "pt-BR": "Casos 30 d", en: "Cases 30 d" },
  pending: { "pt-BR": "Abertas", en: "Open" },
  capacityColumn: { "pt-BR": "Capacidade", en: "Capacity" },
  share: { "pt-BR": "Ocupação", en: "Load" },
  last: { "pt-BR": "Última proposta", en: "Last offered" },
  leave: { "pt-BR": "licença", en: "on leave" },
  never: { "pt-BR": "nunca", en: "never" },
  people: { "pt-BR": "Profissionais", en: "Professionals" },
  filter: { "pt-BR": "Filtrar", en: "Filter" },
  area: { "pt-BR": "Área", en: "Area" },
  state: { "pt-BR": "Estado (UF)", en: "State" },
  refreshed: { "pt-BR": "Conferido pela rotina em", en: "Checked by the job on" },
} satisfies Record<string, Text>;

export const JOBS = {
  title: { "pt-BR": "Rotinas", en: "Jobs" },
  job: { "pt-BR": "Rotina", en: "Job" },
  outcome: { "pt-BR": "Resultado", en: "Outcome" },
  started: { "pt-BR": "Começou", en: "Started" },
  took: { "pt-BR": "Durou", en: "Took" },
  detail: { "pt-BR": "Detalhe", en: "Detail" },
  empty: { "pt-BR": "Nenhuma rotina rodou ainda.", en: "No job has run yet." },
  succeeded: { "pt-BR": "certo", en: "succeeded" },
  failed: { "pt-BR": "falhou", en: "failed" },
  running: { "pt-BR": "rodando", en: "running" },
} satisfies Record<string, Text>;

export const OPS_KEYS = {
  title: { "pt-BR": "Teclas", en: "Keys" },
  next: { "pt-BR": "linha seguinte", en: "next row" },
  previous: { "pt-BR": "linha anterior", en: "previous row" },
  open: { "pt-BR": "abrir a linha", en: "open the row" },
  reply: { "pt-BR": "escrever a resposta", en: "write the reply" },
  send: { "pt-BR": "enviar a resposta", en: "send the reply" },
  leave: { "pt-BR": "sair do campo", en: "leave the field" },
  help: { "pt-BR": "esta ajuda", en: "this help" },
  close: { "pt-BR": "Fechar", en: "Close" },
  off: { "pt-BR": "Usar teclas de atalho", en: "Use shortcut keys" },
  hint: { "pt-BR": "teclas", en: "keys" },
} satisfies Record<string, Text>;

/** What the console says when an action is refused, by the error's code. */
export const OPS_REFUSED: Readonly<Record<string, Text>> = {
  already_taken: {
    "pt-BR": "Um colega está com esta conversa. Ele precisa devolver primeiro.",
    en: "A colleague holds this conversation. It must be given back first.",
  },
  person_stopped: CONVERSATION.stopped,
  not_in_control: {
    "pt-BR": "O assistente está conduzindo. Assuma a conversa primeiro.",
    en: "The assistant leads it. Take the conversation over first.",
  },
  webhook_disabled: {
    "pt-BR": "Este webhook está desligado. Ligue primeiro.",
    en: "This webhook is switched off. Switch it on first.",
  },
  not_dead: {
    "pt-BR": "Esta entrega já não está parada.",
    en: "This delivery is not dead any more.",
  },
  not_unmatched: {
    "pt-BR": "Só se procura de novo para um caso sem ninguém.",
    en: "Only a case for which nobody was found can be searched for again.",
  },
  space_not_configured: {
    "pt-BR": "Este espaço não tem modelo. Defina as chaves e publique de novo.",
    en: "This space has no model. Set its keys and deploy again.",
  },
  changed_meanwhile: {
    "pt-BR": "Um preenchimento deste espaço acabou agora mesmo. Comece de novo.",
    en: "A back-fill of this space has just ended. Start again.",
  },
  no_reason: {
    "pt-BR": "Escolha um motivo: a decisão não se desfaz.",
    en: "Choose a reason: a decision cannot be undone.",
  },
  decided_already: {
    "pt-BR": "Um colega já decidiu de outra forma. A lista abaixo está atualizada.",
    en: "A colleague has already decided the other way. The list below is up to date.",
  },
  model_unreadable: {
    "pt-BR": "Este modelo não pode ser lido, e por isso não pode servir.",
    en: "This model cannot be read, so it cannot serve.",
  },
  model_not_monotone: {
    "pt-BR":
      "Este modelo pode baixar os pontos de alguém por uma avaliação melhor. Marque que é para servir mesmo assim.",
    en: "This model may lower somebody's score for a better review. Tick that it should serve all the same.",
  },
  model_changing: {
    "pt-BR": "Outro modelo passou a servir neste momento. Confira a lista.",
    en: "Another model was made to serve in this moment. Look at the list.",
  },
  review_changed: {
    "pt-BR": "Chegou algo novo depois que você abriu. Leia de novo antes de decidir.",
    en: "Something new came after you opened this. Read it again before you decide.",
  },
  number_taken: {
    "pt-BR": "Este número já está confirmado para outra pessoa. Compare as duas antes.",
    en: "This number is confirmed for somebody else already. Compare both first.",
  },
  suspended_already: { "pt-BR": "A pessoa já está pausada.", en: "This person is paused already." },
  not_suspended: { "pt-BR": "A pessoa não está pausada.", en: "This person is not paused." },
  day_over: { "pt-BR": "Esse dia já passou. Escolha um que venha.", en: "That day is over. Choose one that comes." },
  fields_missing: {
    "pt-BR": "Nada mudou: falta escolher ou escrever algo no formulário.",
    en: "Nothing changed: something in the form has to be chosen or written.",
  },
  no_registry: {
    "pt-BR": "Nenhum cadastro está ligado. Compare no público.",
    en: "No register is connected. Compare in the public one.",
  },
  invalid_input: { "pt-BR": "Escreva algumas palavras e envie de novo.", en: "Write a few words, then send again." },
};

export const OPS_LIVE = {
  offline: { "pt-BR": "Sem conexão", en: "No connection" },
  reconnecting: { "pt-BR": "Ligando de novo…", en: "Connecting again…" },
  back: { "pt-BR": "Ligado", en: "Connected" },
  news: { "pt-BR": "Algo espera por você.", en: "Something waits for you." },
  notSent: {
    "pt-BR": "Não saiu. O texto continua aqui; tente de novo.",
    en: "Not sent. The text is still here; try again.",
  },
  message: { "pt-BR": "Nova mensagem do cliente.", en: "New message from the client." },
} satisfies Record<string, Text>;
