// What people read about registrations: why a number cannot be read, why somebody was refused or suspended.
import type { Text } from "../locale.ts";
import type { LicenceRefusal } from "./licence.ts";
import type { Check, PriorityReason, RefusalReason, RegistryFinding, SuspensionReason } from "./registry.ts";

export const LICENCE_PROBLEMS: Readonly<Record<LicenceRefusal, Text>> = {
  empty: { "pt-BR": "Escreva o número da inscrição.", en: "Write the registration number." },
  form: {
    "pt-BR": "Escreva o número como está na carteira, por exemplo OAB/SP 123.456 ou CRM/SP 123.456.",
    en: "Write the number as on the card, like OAB/SP 123.456 or CRM/SP 123.456.",
  },
  digits: {
    "pt-BR": "O número tem de um a seis algarismos; no CRM do Rio de Janeiro, até dez.",
    en: "A registration number has one to six digits; a CRM of Rio de Janeiro up to ten.",
  },
  letter: {
    "pt-BR": "Depois do número da OAB vem A, B ou P; depois do CRM, P ou S; ou nada.",
    en: "After an OAB number stands A, B or P; after a CRM number P or S; or nothing.",
  },
  trainee: {
    "pt-BR": "Com inscrição de estagiário (E) não se pode assumir casos sozinho.",
    en: "A trainee's registration (E) cannot take cases alone.",
  },
  uf_differs: {
    "pt-BR": "O número fala de outro estado que não o escolhido.",
    en: "The number names another state than the one that was chosen.",
  },
  register: { "pt-BR": "Este número é do outro conselho.", en: "This is the number of the other register." },
};

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, Text>> = {
  not_in_register: {
    "pt-BR": "O número não está no cadastro público.",
    en: "The number is not in the public register.",
  },
  name_differs: { "pt-BR": "O nome no cadastro é outro.", en: "The register has another name." },
  licence_suspended: {
    "pt-BR": "A inscrição não está regular no cadastro.",
    en: "The registration is not in good standing in the register.",
  },
  papers_unreadable: { "pt-BR": "Os documentos não puderam ser lidos.", en: "The documents could not be read." },
  number_of_another: { "pt-BR": "O número já é de outra pessoa aqui.", en: "The number is somebody else's here." },
  incomplete: { "pt-BR": "Faltam informações.", en: "Information is missing." },
  other: { "pt-BR": "Outro motivo, dito abaixo.", en: "Another reason, told below." },
};

export const SUSPENSION_WORDS: Readonly<Record<SuspensionReason, Text>> = {
  licence: { "pt-BR": "A inscrição deixou de estar regular.", en: "The registration is no longer in good standing." },
  complaint: { "pt-BR": "Há uma queixa em análise.", en: "A complaint is being looked into." },
  conduct: { "pt-BR": "As regras da casa não foram seguidas.", en: "The house's rules were not followed." },
  own_wish: { "pt-BR": "A pedido da própria pessoa.", en: "By the person's own wish." },
  data: { "pt-BR": "Dados a esclarecer.", en: "Data to be cleared up." },
  other: { "pt-BR": "Outro motivo.", en: "Another reason." },
};

export const PRIORITY_WORDS: Readonly<Record<PriorityReason, Text>> = {
  missed_turn: { "pt-BR": "Perdeu a vez por falha nossa", en: "Missed a turn by our fault" },
  new_area: { "pt-BR": "Área nova, com poucos profissionais", en: "A new area with few professionals" },
  legal_aid: { "pt-BR": "Atendimento social combinado", en: "Agreed legal aid" },
  back_to_normal: { "pt-BR": "De volta ao normal", en: "Back to normal" },
};

export const CHECK_WORDS: Readonly<Record<Check, Text>> = {
  name: { "pt-BR": "O nome é o mesmo", en: "The name is the same" },
  number: { "pt-BR": "Número e estado são os mesmos", en: "Number and state are the same" },
  situation: { "pt-BR": "A situação é regular", en: "The registration is in good standing" },
  card: { "pt-BR": "A foto da carteira combina", en: "The photo of the card fits" },
};

export const FINDING_WORDS: Readonly<Record<RegistryFinding, Text>> = {
  found: { "pt-BR": "consta, regular", en: "found, in good standing" },
  not_found: { "pt-BR": "não consta", en: "not found" },
  name_differs: { "pt-BR": "consta com outro nome", en: "found under another name" },
  suspended: { "pt-BR": "consta, mas não regular", en: "found, not in good standing" },
  away: { "pt-BR": "o cadastro não respondeu", en: "the register did not answer" },
};
