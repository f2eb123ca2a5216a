// The words of the list from which a client chooses, and of an offer that a client made himself.
import type { OfferStatus } from "../../../db/schema.ts";
import type { Text } from "../../../domain/locale.ts";

export const LIST = {
  title: { "pt-BR": "Escolha com quem falar", en: "Choose whom to write to" },
  lead: {
    "pt-BR": "Aqui quem escolhe é você. A Vez não indica, não dá nota e não põe ninguém na frente.",
    en: "Here you are the one who chooses. Vez recommends nobody, gives no marks and puts nobody in front.",
  },
  orderTitle: { "pt-BR": "Como a ordem surge", en: "How the order arises" },
  order: {
    "pt-BR":
      "Estão na lista todos os que podem cuidar do seu caso agora: inscrição válida, na área, ao alcance, com tempo e sem conflito de interesses. A ordem é sorteada a cada dia e é a mesma para todo mundo naquele dia. Preço, avaliação, tempo de casa ou pagamento não mudam nada: ninguém compra lugar.",
    en: "Everybody who can look after your case now is in the list: registered, in the field, within reach, with time and without a conflict of interest. The order is drawn anew each day and is the same for everyone on that day. Price, reviews, years or payment change nothing: nobody can buy a place.",
  },
  drawn: { "pt-BR": "Ordem sorteada para", en: "Order drawn for" },
  filters: { "pt-BR": "Filtrar a lista", en: "Narrow the list" },
  filtersHint: {
    "pt-BR": "Os filtros mudam quem aparece, nunca a ordem.",
    en: "Filters change who is shown, never the order.",
  },
  subarea: { "pt-BR": "Assunto", en: "Subject" },
  any: { "pt-BR": "Qualquer", en: "Any" },
  uf: { "pt-BR": "Estado", en: "State" },
  city: { "pt-BR": "Cidade", en: "City" },
  language: { "pt-BR": "Idioma", en: "Language" },
  remote: { "pt-BR": "Atende também a distância", en: "Also works at a distance" },
  maxPrice: { "pt-BR": "Primeira consulta até (R$)", en: "First consultation up to (R$)" },
  apply: { "pt-BR": "Filtrar", en: "Narrow" },
  clear: { "pt-BR": "Tirar os filtros", en: "Remove the filters" },
  wrongFilter: {
    "pt-BR": "Um dos filtros não foi entendido e ficou de fora.",
    en: "One of the filters was not understood and was left out.",
  },
  one: { "pt-BR": "1 pessoa pode cuidar do seu caso", en: "1 person can look after your case" },
  many: { "pt-BR": "{n} pessoas podem cuidar do seu caso", en: "{n} people can look after your case" },
  oneFiltered: { "pt-BR": "1 pessoa com estes filtros", en: "1 person with these filters" },
  manyFiltered: { "pt-BR": "{n} pessoas com estes filtros", en: "{n} people with these filters" },
  noneFiltered: {
    "pt-BR": "Ninguém com estes filtros. Tire um deles para ver mais gente.",
    en: "Nobody with these filters. Remove one of them to see more people.",
  },
  none: {
    "pt-BR": "Agora ninguém na lista pode aceitar. Isso não diz nada sobre o seu caso. A equipe olha de perto.",
    en: "Nobody in the list can take the case now. That says nothing about your case. The team takes a close look.",
  },
  noneOpen: {
    "pt-BR": "Mais ninguém pode aceitar agora. Quem você já procurou ainda pode responder.",
    en: "Nobody else can take the case now. Those you wrote to can still answer.",
  },
  distance: { "pt-BR": "também a distância", en: "also at a distance" },
  price: { "pt-BR": "Primeira consulta", en: "First consultation" },
  areas: { "pt-BR": "Áreas", en: "Fields" },
  languages: { "pt-BR": "Idiomas", en: "Languages" },
  ownWords: { "pt-BR": "Nas palavras de quem atende", en: "In their own words" },
  fictitious: { "pt-BR": "perfil fictício, de demonstração", en: "fictitious profile, for demonstration" },
  write: { "pt-BR": "Escrever para {name}", en: "Write to {name}" },
  text: { "pt-BR": "Recado (se quiser)", en: "A note (if you like)" },
  textHint: {
    "pt-BR":
      "Junto vai o resumo do caso, sem o seu nome. Nomes, telefones e números que a Vez reconhece só aparecem depois do aceite.",
    en: "The summary of your case goes with it, without your name. Names, phones and numbers that Vez recognises are shown only after the acceptance.",
  },
  send: { "pt-BR": "Enviar para {name}", en: "Send to {name}" },
  contacts: { "pt-BR": "A quem você escreveu", en: "Whom you wrote to" },
  until: { "pt-BR": "pode responder até", en: "can answer until" },
  limits: {
    "pt-BR": "Até três podem responder ao mesmo tempo. Quem aceitar primeiro fica com o caso.",
    en: "Up to three can answer at the same time. Whoever accepts first has the case.",
  },
  written: {
    "pt-BR": "Seu pedido foi enviado. O aviso da resposta chega aqui.",
    en: "Your request was sent. The answer comes here.",
  },
  next: { "pt-BR": "Mais pessoas", en: "More people" },
  first: { "pt-BR": "Voltar ao começo da lista", en: "Back to the start of the list" },
  yours: { "pt-BR": "O que você escreveu:", en: "What you wrote:" },
} satisfies Record<string, Text>;

export const CONTACT_STATUS: Record<OfferStatus, Text> = {
  pending: { "pt-BR": "ainda não abriu", en: "not opened yet" },
  seen: { "pt-BR": "leu o resumo", en: "has read the summary" },
  accepted: { "pt-BR": "aceitou", en: "accepted" },
  declined: { "pt-BR": "não pôde aceitar", en: "could not take it" },
  expired: { "pt-BR": "não respondeu a tempo", en: "did not answer in time" },
  withdrawn: { "pt-BR": "pedido retirado", en: "request taken back" },
};

/** What the page says to a refusal, by its code. */
export const LIST_PROBLEMS: Record<string, Text> = {
  not_choosable: {
    "pt-BR": "Esta pessoa não pode aceitar agora. Escolha outra da lista.",
    en: "This person cannot take the case now. Choose another one from the list.",
  },
  too_many_open_contacts: {
    "pt-BR": "Três pessoas ainda podem responder. Espere uma resposta e escreva para a próxima.",
    en: "Three people can still answer. Wait for one of them and write to the next.",
  },
  too_many_contacts: {
    "pt-BR": "Você já escreveu para dez pessoas. Peça ajuda a alguém da equipe na conversa.",
    en: "You have written to ten people. Ask somebody on the team for help in the conversation.",
  },
  too_long: {
    "pt-BR": "O recado passa de 600 letras. Encurte um pouco.",
    en: "The note is longer than 600 characters. Make it a bit shorter.",
  },
};
