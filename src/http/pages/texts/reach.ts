// The words around how a client is reached.
import type { Text } from "../../../domain/locale.ts";
import type { ReachChannel } from "../../../domain/reach/reach.ts";

export const REACH = {
  title: { "pt-BR": "Como avisar você com segurança?", en: "How can we reach you safely?" },
  kept: { "pt-BR": "Como falar com você", en: "How to reach you" },
  waits: {
    "pt-BR":
      "Antes de consultar profissionais, a Vez espera a sua resposta até {time}. Depois a busca começa sozinha, e os avisos ficam só nesta página.",
    en: "Before it asks professionals, Vez waits for your answer until {time}. Then the search begins by itself, and news stays on this page only.",
  },
  goesOn: {
    "pt-BR": "Nada espera por isto: o caso já segue. Sem resposta, os avisos ficam só nesta página.",
    en: "Nothing waits for this: the case goes on already. Without an answer, news stays on this page only.",
  },
  danger: {
    "pt-BR":
      "Um telefone ou e-mail dividido com alguém pode ser lido por essa pessoa. Na dúvida, fique com “Só por esta página”.",
    en: "A phone or mailbox that you share with somebody can be read by them. If in doubt, stay with “Only on this page”.",
  },
  channel: { "pt-BR": "Por onde", en: "By what" },
  address: { "pt-BR": "E-mail ou telefone", en: "E-mail or phone" },
  addressHint: {
    "pt-BR": "Telefone com DDD, como (11) 98765-4321.",
    en: "Phone with its area code, like (11) 98765-4321.",
  },
  onlyCalls: {
    "pt-BR": "A Vez não manda mensagem para este número; os avisos ficam aqui. Para receber, mude e permita mensagens.",
    en: "Vez sends no message to this number; news stays here. To get it, change this and allow messages.",
  },
  more: { "pt-BR": "Horários seguros e observação", en: "Safe hours and a note" },
  leave: { "pt-BR": "Pode deixar recado ou mensagem no telefone", en: "A voice message or text may stay on the phone" },
  leaveHint: {
    "pt-BR": "Sem isto, a Vez não manda SMS nem WhatsApp, e o profissional não deixa recado.",
    en: "Without this, Vez sends no SMS or WhatsApp message, and the professional leaves no voice message.",
  },
  from: { "pt-BR": "Seguro das", en: "Safe from" },
  until: { "pt-BR": "até as", en: "until" },
  hoursHint: { "pt-BR": "Vazio: a qualquer hora.", en: "Empty: at any hour." },
  note: { "pt-BR": "Observação, como “chame a Ana”", en: "A note, such as “ask for Ana”" },
  save: { "pt-BR": "Salvar", en: "Save" },
  now: { "pt-BR": "Procurar agora", en: "Search now" },
  change: { "pt-BR": "Mudar", en: "Change" },
  say: { "pt-BR": "Dizer como", en: "Say how" },
  remove: { "pt-BR": "Apagar", en: "Delete" },
  saved: { "pt-BR": "Está salvo.", en: "It is saved." },
  removed: { "pt-BR": "Apagado. Os avisos ficam só no seu caso.", en: "Deleted. News stays in your case only." },
  none: {
    "pt-BR": "Você ainda não disse. Os avisos ficam aqui na Vez.",
    en: "You have not said yet. News stays here on Vez.",
  },
  noneEmail: { "pt-BR": "Os avisos vão para {email}.", en: "News goes to {email}." },
  seen: {
    "pt-BR": "Só quem aceitar o seu caso vê isto. Você muda ou apaga quando quiser.",
    en: "Only whoever accepts your case sees this. You can change or delete it at any time.",
  },
  back: { "pt-BR": "Voltar", en: "Back" },
  badEmail: {
    "pt-BR": "O e-mail deve ser como nome@exemplo.com.",
    en: "The e-mail should look like name@example.com.",
  },
  badPhone: {
    "pt-BR": "Escreva o telefone com DDD, como (11) 98765-4321. Para SMS e WhatsApp, um celular.",
    en: "Write the phone with its area code, like (11) 98765-4321. For SMS and WhatsApp, a mobile.",
  },
  badHours: { "pt-BR": "Dê os dois horários, ou nenhum.", en: "Give both times, or none." },
  // What the professional reads.
  how: { "pt-BR": "Como falar", en: "How to reach" },
  byPage: { "pt-BR": "Só pela Vez: escreva no caso.", en: "Only through Vez: write in the case." },
  mayLeave: { "pt-BR": "Pode deixar recado.", en: "You may leave a message." },
  mayNotLeave: { "pt-BR": "Não deixe recado nem mensagem.", en: "Leave no voice message and no text." },
  hours: { "pt-BR": "Das {from} às {until} ({zone}).", en: "From {from} to {until} ({zone})." },
  anyHour: { "pt-BR": "A qualquer hora.", en: "At any hour." },
} satisfies Record<string, Text>;

export const CHANNELS: Record<ReachChannel, Text> = {
  email: { "pt-BR": "E-mail", en: "E-mail" },
  call: { "pt-BR": "Ligação", en: "Phone call" },
  sms: { "pt-BR": "SMS", en: "SMS" },
  whatsapp: { "pt-BR": "WhatsApp", en: "WhatsApp" },
  page: { "pt-BR": "Só por esta página", en: "Only on this page" },
};

export const SAME = {
  title: { "pt-BR": "É o mesmo assunto?", en: "Is it the same matter?" },
  text: {
    "pt-BR":
      "Em {day} você contou algo parecido. Se for o mesmo, os dois viram um caso só, com tudo o que você contou e os seus arquivos.",
    en: "On {day} you told us of something like this. If it is the same, the two become one case, with all you told and your files.",
  },
  open: { "pt-BR": "Ver o que contou antes", en: "See what you told before" },
  yes: { "pt-BR": "Sim, é o mesmo", en: "Yes, it is the same" },
  no: { "pt-BR": "Não, é outro", en: "No, it is another" },
} satisfies Record<string, Text>;

export const OPS_REACH = {
  waits: { "pt-BR": "Espera o cliente dizer como ser avisado", en: "Waits for how to reach the client" },
  like: { "pt-BR": "Parece com", en: "Seems like" },
  open: { "pt-BR": "(perguntado ao cliente)", en: "(the client was asked)" },
  same: { "pt-BR": "(o mesmo, diz o cliente)", en: "(the same, says the client)" },
  different: { "pt-BR": "(outro, diz o cliente)", en: "(another, says the client)" },
} satisfies Record<string, Text>;
