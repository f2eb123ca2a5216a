// The words of the pages of webhooks.
import type { WebhookDeliveryStatus } from "../../../db/tables/webhooks.ts";
import type { Text } from "../../../domain/locale.ts";
import type { TargetRefusal } from "../../../domain/webhooks/target.ts";

export const WEBHOOKS = {
  title: { "pt-BR": "Webhooks", en: "Webhooks" },
  lead: {
    "pt-BR":
      "Vez avisa estes endereços quando um caso, uma proposta ou um contrato muda. O aviso leva números e estados, nada sobre pessoas.",
    en: "Vez tells these addresses when a case, an offer or a contract changes. The news has ids and states, nothing about people.",
  },
  once: {
    "pt-BR": "Copie o segredo agora. Ele não aparece de novo.",
    en: "Copy the secret now. It is not shown again.",
  },
  none: { "pt-BR": "Ainda não há webhooks.", en: "There are no webhooks yet." },
  add: { "pt-BR": "Novo webhook", en: "New webhook" },
  url: { "pt-BR": "Endereço", en: "Address" },
  urlHint: { "pt-BR": "Público, com https://.", en: "Public, with https://." },
  events: { "pt-BR": "Eventos", en: "Events" },
  about: { "pt-BR": "Para que serve", en: "What it is for" },
  make: { "pt-BR": "Cadastrar", en: "Register" },
  whose: { "pt-BR": "De quem", en: "Whose" },
  house: { "pt-BR": "da casa: todos os casos", en: "the house's: all cases" },
  status: { "pt-BR": "Estado", en: "Status" },
  enabled: { "pt-BR": "ligado", en: "on" },
  disabled: { "pt-BR": "desligado", en: "off" },
  byFailures: { "pt-BR": "desligado por falhas", en: "off after failures" },
  failing: { "pt-BR": "falhando desde", en: "failing since" },
  made: { "pt-BR": "Criado", en: "Made" },
  log: { "pt-BR": "Registro", en: "Log" },
  logEmpty: { "pt-BR": "Nada foi enviado ainda.", en: "Nothing has been sent yet." },
  test: { "pt-BR": "Enviar um teste", en: "Send a test" },
  rotate: { "pt-BR": "Trocar o segredo", en: "Replace the secret" },
  both: {
    "pt-BR": "O segredo anterior também assina até",
    en: "The secret before this one signs as well until",
  },
  off: { "pt-BR": "Desligar", en: "Switch off" },
  on: { "pt-BR": "Ligar", en: "Switch on" },
  remove: { "pt-BR": "Apagar com o registro", en: "Delete with its log" },
  sure: { "pt-BR": "Apagar mesmo", en: "Do delete it" },
  again: { "pt-BR": "Reenviar", en: "Send again" },
  event: { "pt-BR": "Evento", en: "Event" },
  at: { "pt-BR": "Quando", en: "When" },
  attempts: { "pt-BR": "Tentativas", en: "Tries" },
  nextAt: { "pt-BR": "próxima", en: "next" },
  act: { "pt-BR": "Ações", en: "Actions" },
  bad: {
    "pt-BR": "Dê um endereço e marque ao menos um grupo de eventos.",
    en: "Give an address and tick at least one group of events.",
  },
  many: {
    "pt-BR": "Já há 20 webhooks. Apague um que não é mais usado.",
    en: "There are 20 webhooks already. Delete one that is not used any more.",
  },
  all: { "pt-BR": "Todas", en: "All" },
} satisfies Record<string, Text>;

export const DELIVERY_STATUSES: Readonly<Record<WebhookDeliveryStatus, Text>> = {
  pending: { "pt-BR": "a caminho", en: "on its way" },
  delivered: { "pt-BR": "entregue", en: "delivered" },
  failed: { "pt-BR": "desistiu", en: "given up" },
};

export const EVENT_GROUPS: Readonly<Record<"case.*" | "offer.*" | "contract.*", Text>> = {
  "case.*": { "pt-BR": "casos", en: "cases" },
  "offer.*": { "pt-BR": "propostas", en: "offers" },
  "contract.*": { "pt-BR": "contratos", en: "contracts" },
};

export const TARGET_PROBLEMS: Readonly<Record<TargetRefusal, Text>> = {
  not_a_url: { "pt-BR": "Isto não é um endereço.", en: "This is not an address." },
  not_https: { "pt-BR": "O endereço precisa começar com https://.", en: "The address must begin with https://." },
  has_password: { "pt-BR": "Tire nome e senha do endereço.", en: "Leave name and password out of the address." },
  odd_port: { "pt-BR": "Só as portas 443 e 8443.", en: "Only the ports 443 and 8443." },
  not_public: {
    "pt-BR": "Só endereços públicos, não de uma rede interna.",
    en: "Only public addresses, not those of a private network.",
  },
  own_address: { "pt-BR": "Este é o endereço da própria Vez.", en: "This is Vez's own address." },
};
