// The words of the operators' mail box: statuses, reasons, and the previews of what people are told.
import type { NotificationStatus } from "../../../db/tables/outbox.ts";
import type { Text } from "../../../domain/locale.ts";
import type { Urgency } from "../../../domain/notifications/occasions.ts";

export const SENT_STATUS: Record<NotificationStatus, Text> = {
  stored: { "pt-BR": "só na Vez", en: "only in Vez" },
  queued: { "pt-BR": "na fila", en: "queued" },
  sending: { "pt-BR": "enviando", en: "sending" },
  unsure: { "pt-BR": "incerto", en: "unsure" },
  sent: { "pt-BR": "enviado", en: "sent" },
  delivered: { "pt-BR": "entregue", en: "delivered" },
  opened: { "pt-BR": "aberto", en: "opened" },
  failed: { "pt-BR": "não chegou", en: "failed" },
};

/** Reasons that have a word; the others are the vendors' codes, and ours. */
export const SENT_REASON: Record<string, Text> = {
  discarded: { "pt-BR": "descartado por quem opera", en: "let go by an operator" },
};

export const TEMPLATES = {
  title: { "pt-BR": "Modelos de aviso", en: "Templates of notices" },
  link: { "pt-BR": "Ver os modelos", en: "See the templates" },
  lead: {
    "pt-BR": "Cada aviso como chega às pessoas, com dados de exemplo.",
    en: "Each notice as it reaches people, with sample data.",
  },
  kind: { "pt-BR": "Aviso", en: "Notice" },
  group: { "pt-BR": "Grupo", en: "Group" },
  urgency: { "pt-BR": "Pressa", en: "Urgency" },
  account: { "pt-BR": "Conta", en: "Account" },
  lock: { "pt-BR": "Na tela bloqueada", en: "On a locked screen" },
  inApp: { "pt-BR": "Na Vez", en: "In Vez" },
  email: { "pt-BR": "E-mail", en: "E-mail" },
  operators: { "pt-BR": "Para a equipe", en: "For the team" },
  person: { "pt-BR": "Para a pessoa", en: "For the person" },
  stop: { "pt-BR": "Com o link para não receber mais.", en: "With the link that ends such mails." },
  noStop: { "pt-BR": "Vai sempre: não há link para não receber mais.", en: "Always goes: no link ends it." },
  all: { "pt-BR": "Todos", en: "All" },
  status: { "pt-BR": "Situação", en: "Status" },
  tries: { "pt-BR": "{n} tentativas", en: "{n} tries" },
} satisfies Record<string, Text>;

export const URGENCIES: Record<Urgency, Text> = {
  immediate: { "pt-BR": "na hora, só por e-mail", en: "at once, by e-mail only" },
  urgent: { "pt-BR": "urgente", en: "urgent" },
  usual: { "pt-BR": "comum", en: "usual" },
};
