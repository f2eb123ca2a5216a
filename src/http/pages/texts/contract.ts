// The words of the contract page.
import type { ContractStatus } from "../../../db/tables/contracts.ts";
import type { Text } from "../../../domain/locale.ts";

export const CONTRACT = {
  title: { "pt-BR": "Contrato", en: "Contract" },
  about: { "pt-BR": "O que você assina", en: "What you sign" },
  aboutRead: { "pt-BR": "Do que trata", en: "What it is about" },
  subject: { "pt-BR": "Assunto", en: "Subject" },
  professional: { "pt-BR": "Profissional", en: "Professional" },
  fee: { "pt-BR": "Primeira consulta", en: "First consultation" },
  free: { "pt-BR": "sem custo", en: "free of charge" },
  made: { "pt-BR": "Feito em", en: "Made on" },
  summary: { "pt-BR": "Resumo do caso", en: "Summary of the case" },
  words: { "pt-BR": "Ler o contrato inteiro aqui", en: "Read the whole contract here" },
  inOtherLanguage: {
    "pt-BR": "O contrato foi feito em inglês.",
    en: "The contract was made in Portuguese.",
  },
  openPdf: { "pt-BR": "Abrir o PDF", en: "Open the PDF" },
  openSigned: { "pt-BR": "Abrir o documento assinado", en: "Open the signed document" },
  openAgreement: { "pt-BR": "Abrir só o contrato", en: "Open the agreement alone" },
  pdfHint: {
    "pt-BR": "Com a página de evidências: quem assinou, quando e de onde.",
    en: "With the evidence page: who signed, when and from where.",
  },
  fingerprint: { "pt-BR": "Impressão digital do documento (SHA-256)", en: "Fingerprint of the document (SHA-256)" },
  fingerprintHint: {
    "pt-BR": "Muda se uma só letra do documento mudar. É ela que as duas assinaturas confirmam.",
    en: "It changes if a single letter of the document changes. Both signatures confirm it.",
  },
  signatures: { "pt-BR": "Assinaturas", en: "Signatures" },
  you: { "pt-BR": "Você", en: "You" },
  client: { "pt-BR": "Cliente", en: "Client" },
  otherProfessional: { "pt-BR": "Profissional", en: "Professional" },
  signedAt: { "pt-BR": "assinou em", en: "signed on" },
  notYet: { "pt-BR": "ainda não assinou", en: "has not signed yet" },
  sign: { "pt-BR": "Assinar", en: "Sign" },
  signLead: {
    "pt-BR":
      "Assine só se leu e concorda. Se algo não estiver como combinaram, não assine e converse primeiro: veja acima como falar um com o outro.",
    en: "Sign only if you have read it and agree. If something is not as you agreed, do not sign; talk first: see above how to reach each other.",
  },
  name: { "pt-BR": "Seu nome completo", en: "Your full name" },
  nameHint: { "pt-BR": "Como está no seu documento.", en: "As it stands in your identity document." },
  reach: { "pt-BR": "Falar um com o outro", en: "Reaching each other" },
  writeTo: { "pt-BR": "E-mail de", en: "E-mail of" },
  talk: { "pt-BR": "Conversar aqui na Vez", en: "Talk here on Vez" },
  notThroughVez: {
    "pt-BR":
      "O que você escreve ao assistente da Vez não chega a quem cuida do seu caso; o que escreve nesta conversa, sim.",
    en: "What you write to the Vez assistant does not reach whoever handles your case; what you write in this talk does.",
  },
  contactOfClient: { "pt-BR": "Contato do cliente", en: "The client's contact" },
  noContactYet: {
    "pt-BR": "O cliente não deixou telefone nem e-mail. Escreva pela Vez; ele também vê o seu e-mail nesta página.",
    en: "The client has left no phone or e-mail. Write through Vez; they also see your e-mail on this page.",
  },
  contact: {
    "pt-BR": "Telefone ou e-mail para o advogado falar com você",
    en: "Phone or e-mail for the lawyer to reach you",
  },
  contactHint: {
    "pt-BR": "Sem isso, o advogado fala com você só aqui na Vez. Só ele vê. Não é obrigatório.",
    en: "Without it the lawyer talks to you only here on Vez. Only the lawyer sees it. You may leave it empty.",
  },
  saveContact: { "pt-BR": "Guardar contato", en: "Save contact" },
  badContact: {
    "pt-BR": "Escreva um telefone com DDD ou um e-mail, em até 200 letras. Ou deixe em branco.",
    en: "Write a phone number with area code or an e-mail, up to 200 characters. Or leave it empty.",
  },
  consent: {
    "pt-BR": "Li o contrato e concordo com ele. Sei que este nome digitado vale como minha assinatura.",
    en: "I have read the contract and agree to it. I know that this typed name counts as my signature.",
  },
  recorded: {
    "pt-BR":
      "Ao assinar ficam registrados, na página de evidências: seu nome, o dia e a hora, o endereço de rede (IP) e o navegador que você usa.",
    en: "When you sign, the evidence page records: your name, day and time, your network address (IP) and the browser you use.",
  },
  signNow: { "pt-BR": "Assinar o contrato", en: "Sign the contract" },
  badName: {
    "pt-BR": "Escreva o seu nome completo, com letras.",
    en: "Write your full name, in letters.",
  },
  noConsent: {
    "pt-BR": "Para assinar, marque que leu e concorda.",
    en: "To sign, tick that you have read it and agree.",
  },
  close: { "pt-BR": "Encerrar o contrato", en: "Close the contract" },
  closeLead: {
    "pt-BR": "Quando o trabalho estiver feito, qualquer um dos dois pode encerrar. Não dá para desfazer.",
    en: "When the work is done, either of you can close it. This cannot be undone.",
  },
  closeSure: { "pt-BR": "Sim, o trabalho está feito", en: "Yes, the work is done" },
  back: { "pt-BR": "Voltar à conversa", en: "Back to the conversation" },
  backPro: { "pt-BR": "Voltar aos meus casos", en: "Back to my cases" },
  backOps: { "pt-BR": "Voltar ao painel", en: "Back to the console" },
} satisfies Record<string, Text>;

/** By status and by whether the reader has signed; operators read as if they had not. */
export const STATE: Record<ContractStatus, { title: Text; text: Text }> = {
  draft: {
    title: { "pt-BR": "Em preparação", en: "Being prepared" },
    text: { "pt-BR": "O contrato fica pronto em instantes.", en: "The contract will be ready in a moment." },
  },
  sent: {
    title: { "pt-BR": "Esperando as assinaturas", en: "Waiting for the signatures" },
    text: {
      "pt-BR": "O contrato passa a valer quando os dois tiverem assinado.",
      en: "The contract becomes valid when both have signed.",
    },
  },
  signed: {
    title: { "pt-BR": "Assinado pelos dois", en: "Signed by both" },
    text: {
      "pt-BR": "O contrato vale. O documento com as assinaturas está abaixo.",
      en: "The contract is valid. The document with the signatures is below.",
    },
  },
  closed: {
    title: { "pt-BR": "Encerrado", en: "Closed" },
    text: {
      "pt-BR": "O trabalho foi dado como feito. O documento continua guardado aqui.",
      en: "The work has been recorded as done. The document stays here.",
    },
  },
  voided: {
    title: { "pt-BR": "Cancelado", en: "Cancelled" },
    text: { "pt-BR": "Este contrato não vale mais.", en: "This contract is no longer valid." },
  },
};
