// The words of joining as a professional, and of where one stands with the team.
import type { Text } from "../../../domain/locale.ts";

export const JOIN = {
  title: { "pt-BR": "Atenda pela Vez", en: "Work with Vez" },
  lead: {
    "pt-BR":
      "Pessoas contam o que aconteceu, e o caso vai para quem serve e está na vez. Ninguém compra lugar, e você decide cada caso.",
    en: "People tell what happened, and the case goes to whoever fits and whose turn it is. Nobody buys a place, and you decide on each case.",
  },
  how: { "pt-BR": "Como é a inscrição", en: "How it goes" },
  how1: { "pt-BR": "Seu e-mail, provado por um código.", en: "Your e-mail, proved by a code." },
  how2: {
    "pt-BR": "Seis passos curtos. O que você escreve fica guardado, também se a conexão cair.",
    en: "Six short steps. What you write is kept, also when the connection is lost.",
  },
  how3: {
    "pt-BR": "Uma pessoa da equipe confere a inscrição no cadastro público. Até lá nenhum caso chega.",
    en: "A person of the team checks your registration in the public register. Until then no case comes.",
  },
  begin: { "pt-BR": "Começar com meu e-mail", en: "Begin with my e-mail" },
  team: {
    "pt-BR": "Este e-mail é da equipe. Para atender casos, use outro endereço: ninguém decide sobre si mesmo.",
    en: "This e-mail belongs to the team. To take cases use another address: nobody decides about themselves.",
  },
  account: { "pt-BR": "Você está com o e-mail", en: "You are signed in as" },
  twoRoles: {
    "pt-BR":
      "Esta conta passa a ser de profissional. Conversas que você mesmo abriu aqui continuam suas, e um caso seu nunca é oferecido a você.",
    en: "This account becomes a professional's. Conversations that you opened here stay yours, and a case of your own is never offered to you.",
  },
  step: { "pt-BR": "Passo {n} de {all}", en: "Step {n} of {all}" },
  kept: { "pt-BR": "Fica guardado ao continuar.", en: "It is kept when you go on." },
  goOn: { "pt-BR": "Guardar e continuar", en: "Save and go on" },
  back: { "pt-BR": "Voltar", en: "Back" },
  notSaved: { "pt-BR": "Confira os campos marcados.", en: "Check the marked fields." },
  who: { "pt-BR": "Qual é a sua profissão?", en: "What is your profession?" },
  profession: { "pt-BR": "Profissão", en: "Profession" },
  lawyer: { "pt-BR": "Advocacia (OAB)", en: "Lawyer (OAB)" },
  doctor: { "pt-BR": "Medicina (CRM)", en: "Doctor (CRM)" },
  doctorLater: {
    "pt-BR":
      "Os plantões para médicos ainda não começaram na Vez. Conferimos a sua inscrição agora e avisamos quando começarem; até lá nada chega.",
    en: "Shifts for doctors have not begun on Vez. We check your registration now and write to you when they do; until then nothing comes.",
  },
  registration: { "pt-BR": "A sua inscrição", en: "Your registration" },
  name: { "pt-BR": "Nome completo", en: "Full name" },
  nameHint: { "pt-BR": "Como está na carteira.", en: "As on the card." },
  oab: { "pt-BR": "Número da OAB", en: "OAB number" },
  crm: { "pt-BR": "Número do CRM", en: "CRM number" },
  oabHint: { "pt-BR": "Por exemplo 123.456 ou OAB/SP 123.456-A.", en: "For example 123.456 or OAB/SP 123.456-A." },
  crmHint: { "pt-BR": "Por exemplo 123.456 ou CRM/SP 123.456.", en: "For example 123.456 or CRM/SP 123.456." },
  licenceUf: { "pt-BR": "Estado da inscrição", en: "State of the registration" },
  choose: { "pt-BR": "escolha", en: "choose" },
  others: { "pt-BR": "Outras inscrições (se houver)", en: "Other registrations (if any)" },
  othersHint: {
    "pt-BR": "Suplementares ou secundárias, uma por linha, com o estado.",
    en: "Supplementary or secondary ones, one a line, with the state.",
  },
  years: { "pt-BR": "Anos de prática", en: "Years of practice" },
  practice: { "pt-BR": "Onde e o que você atende", en: "Where and what you take" },
  uf: { "pt-BR": "Estado", en: "State" },
  municipality: { "pt-BR": "Cidade", en: "City" },
  qualifications: { "pt-BR": "Títulos e especialidades (se houver)", en: "Degrees and specialties (if any)" },
  qualificationsHint: { "pt-BR": "Um por linha. Também são conferidos.", en: "One a line. They are checked as well." },
  terms: { "pt-BR": "Como você atende", en: "How you work" },
  capacityHint: {
    "pt-BR": "Vazio: calculamos pelos anos de prática. Depois dá para mudar.",
    en: "Empty: we work it out from the years of practice. You can change it later.",
  },
  papers: { "pt-BR": "Documentos", en: "Documents" },
  papersLead: {
    "pt-BR": "Só você e a equipe veem estes arquivos. Fotos perdem o lugar onde foram tiradas.",
    en: "Only you and the team see these files. Photos lose the place where they were taken.",
  },
  card: { "pt-BR": "Foto da carteira", en: "Photo of the card" },
  cardHint: {
    "pt-BR": "Frente e verso, legíveis. Precisamos de uma pelo menos.",
    en: "Both sides, readable. We need one at least.",
  },
  proof: { "pt-BR": "Comprovante (se houver)", en: "Proof (if any)" },
  proofHint: {
    "pt-BR": "Certidão da seccional, diploma ou outro papel. PDF ou foto de até {mb} MB.",
    en: "A certificate, a diploma or another paper. PDF or photo of up to {mb} MB.",
  },
  other: { "pt-BR": "Outro documento", en: "Another document" },
  add: { "pt-BR": "Juntar", en: "Add" },
  remove: { "pt-BR": "Retirar", en: "Remove" },
  send: { "pt-BR": "Conferir e enviar", en: "Check and send" },
  missing: { "pt-BR": "Ainda falta algo:", en: "Something is still missing:" },
  change: { "pt-BR": "Mudar", en: "Change" },
  declare: {
    "pt-BR": "O que envio é verdade, e a inscrição é minha.",
    en: "What I send is true, and the registration is mine.",
  },
  declareFirst: { "pt-BR": "Marque para poder enviar.", en: "Tick this to send." },
  sendNow: { "pt-BR": "Enviar para conferência", en: "Send to be checked" },
} satisfies Record<string, Text>;

export const STEP_NAMES = {
  start: JOIN.profession,
  registration: JOIN.registration,
  practice: JOIN.practice,
  terms: JOIN.terms,
  papers: JOIN.papers,
  send: JOIN.send,
} satisfies Record<string, Text>;

/** By the field's name; a licence says its own reason. */
export const JOIN_ERRORS: Readonly<Record<string, Text>> = {
  vertical: { "pt-BR": "Escolha uma das duas.", en: "Choose one of the two." },
  name: { "pt-BR": "Escreva nome e sobrenome, até 120 letras.", en: "Write first and last name, up to 120 letters." },
  licence_uf: { "pt-BR": "Escolha o estado da inscrição.", en: "Choose the state of the registration." },
  other_licences: {
    "pt-BR": "Escreva cada uma com o estado, como OAB/RJ 12.345-A.",
    en: "Write each with its state, like OAB/RJ 12.345-A.",
  },
  years_of_practice: { "pt-BR": "Escreva um número inteiro, de 0 a 75.", en: "Write a whole number, 0 to 75." },
  uf: { "pt-BR": "Escolha o estado onde você atende.", en: "Choose the state where you work." },
  municipality: { "pt-BR": "Escreva a cidade.", en: "Write the city." },
  qualifications: { "pt-BR": "Até doze, cada uma com 3 a 120 letras.", en: "Up to twelve, each of 3 to 120 letters." },
  practice: { "pt-BR": "Escolha uma das opções.", en: "Choose one." },
  file_empty: { "pt-BR": "O arquivo está vazio.", en: "The file is empty." },
  file_kind: {
    "pt-BR": "Só PDF ou foto (JPEG, PNG, WebP, HEIC).",
    en: "Only PDF or photos (JPEG, PNG, WebP, HEIC).",
  },
  file_too_large: { "pt-BR": "O arquivo é grande demais.", en: "The file is too large." },
  too_many_files: { "pt-BR": "São doze documentos no máximo.", en: "Twelve documents at most." },
  files_away: {
    "pt-BR": "O lugar dos arquivos não responde agora. Tente de novo em alguns minutos.",
    en: "The place for files does not answer now. Try again in a few minutes.",
  },
  none: { "pt-BR": "Escolha um arquivo primeiro.", en: "Choose a file first." },
};

export const STANDING = {
  open: { "pt-BR": "A sua inscrição está sendo conferida", en: "Your registration is being checked" },
  openText: {
    "pt-BR": "Uma pessoa da equipe olha os dados e os documentos. Avisamos por e-mail, e a resposta aparece aqui.",
    en: "A person of the team looks at your data and documents. We write to you by e-mail, and the answer appears here.",
  },
  changeText: {
    "pt-BR":
      "Uma mudança aqui é conferida pela equipe. Até a resposta não chegam casos novos, e propostas abertas não podem ser aceitas.",
    en: "A change here is checked by the team. Until the answer no new cases come, and open offers cannot be accepted.",
  },
  asked: { "pt-BR": "A equipe tem uma pergunta", en: "The team has a question" },
  askedText: { "pt-BR": "A conferência segue depois da sua resposta.", en: "The check goes on after your answer." },
  refused: { "pt-BR": "A inscrição não pôde ser confirmada", en: "The registration could not be confirmed" },
  again: { "pt-BR": "Corrigir e enviar de novo", en: "Put it right and send again" },
  againText: {
    "pt-BR": "O que você contou está guardado: mude o que for preciso e envie outra vez.",
    en: "What you told is kept: change what is needed and send it again.",
  },
  againProfile: { "pt-BR": "Corrigir no perfil", en: "Put it right in the profile" },
  suspended: { "pt-BR": "A equipe pausou a sua participação", en: "The team has paused your participation" },
  until: { "pt-BR": "Até", en: "Until" },
  untilLifted: { "pt-BR": "Até a equipe retomar.", en: "Until the team ends it." },
  yours: { "pt-BR": "Os casos que já são seus continuam seus.", en: "The cases that are yours stay yours." },
  doctor: { "pt-BR": "Inscrição confirmada", en: "Registration confirmed" },
  doctorText: {
    "pt-BR":
      "Os plantões para médicos ainda não começaram na Vez. Avisamos quando começarem; você não precisa fazer nada.",
    en: "Shifts for doctors have not begun on Vez. We write to you when they do; there is nothing you need to do.",
  },
  sent: { "pt-BR": "O que está sendo conferido", en: "What is being checked" },
  talk: { "pt-BR": "Perguntas e respostas", en: "Questions and answers" },
  team: { "pt-BR": "Equipe", en: "Team" },
  you: { "pt-BR": "Você", en: "You" },
  answer: { "pt-BR": "Sua resposta", en: "Your answer" },
  word: { "pt-BR": "Algo a acrescentar?", en: "Anything to add?" },
  send: { "pt-BR": "Enviar", en: "Send" },
  answerShort: { "pt-BR": "Escreva de 2 a 2.000 letras.", en: "Write 2 to 2,000 characters." },
  notOpen: { "pt-BR": "Isto já foi decidido; veja abaixo.", en: "This has been decided; see below." },
} satisfies Record<string, Text>;
