// The words of the console's page of houses.
import type { CaseMode } from "../../../domain/case-mode.ts";
import type { Text } from "../../../domain/locale.ts";

export const TENANTS = {
  title: { "pt-BR": "Casas e modos", en: "Houses and modes" },
  lead: {
    "pt-BR":
      "Cada casa atende sob os seus endereços. O modo diz quem escolhe: a Vez propõe, ou o cliente escolhe numa lista em ordem neutra, onde a regra da profissão não permite indicar.",
    en: "Each house serves under its own hosts. The mode says who chooses: Vez proposes, or the client chooses from a neutrally ordered list where the profession's rules forbid referral.",
  },
  newOnly: {
    "pt-BR":
      "Mudar o modo vale só para casos novos. Quem já começou continua como começou. Toda mudança fica registrada.",
    en: "A change of mode holds for new cases only. Whoever has begun goes on as he began. Every change is recorded.",
  },
  later: {
    "pt-BR": "Outras máquinas ficam sabendo em até {n} segundos.",
    en: "Other machines learn of it within {n} seconds.",
  },
  fallback: {
    "pt-BR": "Sem casa para o endereço vale a configuração JURISDICTION_MODE, ou a casa “default”, se houver.",
    en: "Where no house has the host, the setting JURISDICTION_MODE holds, or the house “default” where there is one.",
  },
  noShortlist: {
    "pt-BR": "O cliente escolhe numa lista em ordem sorteada: ninguém é proposto e nada é pontuado.",
    en: "The client chooses from a list in an order drawn by lot: nobody is proposed and nothing is scored.",
  },
  now: { "pt-BR": "Agora", en: "Now" },
  id: { "pt-BR": "Código", en: "Code" },
  idHint: {
    "pt-BR": "Letras minúsculas, números e hífen. “default” vale para todo endereço sem casa.",
    en: "Small letters, digits and hyphen. “default” is for every host without a house.",
  },
  name: { "pt-BR": "Nome", en: "Name" },
  hosts: { "pt-BR": "Endereços", en: "Hosts" },
  hostsHint: { "pt-BR": "Um por linha, como vez.exemplo.org.br", en: "One a line, like vez.example.org" },
  mode: { "pt-BR": "Modo", en: "Mode" },
  locale: { "pt-BR": "Idioma de quem não diz o seu", en: "Language of whoever does not say" },
  notes: { "pt-BR": "Por que este modo", en: "Why this mode" },
  notesHint: {
    "pt-BR": "A regra que pede, quem decidiu e quando.",
    en: "The rule that asks for it, who decided and when.",
  },
  cases: { "pt-BR": "Casos: propostos / por escolha", en: "Cases: proposed / chosen" },
  change: { "pt-BR": "Mudar", en: "Change" },
  add: { "pt-BR": "Nova casa", en: "New house" },
  save: { "pt-BR": "Salvar", en: "Save" },
  saved: { "pt-BR": "A casa foi salva.", en: "The house was saved." },
  none: { "pt-BR": "Nenhuma casa ainda: vale a configuração.", en: "No house yet: the setting holds." },
  bad: {
    "pt-BR": "Falta algo ou está em outra forma: código, nome, endereços como vez.exemplo.org e o porquê em uma frase.",
    en: "Something is missing or in another form: code, name, hosts like vez.example.org, and why in a sentence.",
  },
  taken: {
    "pt-BR": "Um destes endereços é de outra casa. Tire de lá primeiro.",
    en: "One of these hosts belongs to another house. Take it away there first.",
  },
} satisfies Record<string, Text>;

export const MODE_NAMES: Record<CaseMode, Text> = {
  matching: { "pt-BR": "A Vez propõe", en: "Vez proposes" },
  directory: { "pt-BR": "O cliente escolhe", en: "The client chooses" },
};
