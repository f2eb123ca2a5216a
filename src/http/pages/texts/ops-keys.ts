// The words of the page of API keys.
import type { Scope } from "../../../domain/keys/scopes.ts";
import type { Text } from "../../../domain/locale.ts";

export const KEYS = {
  title: { "pt-BR": "Chaves de API", en: "API keys" },
  lead: {
    "pt-BR":
      "Com uma chave, um programa abre casos próprios e acompanha só eles. Ela não assina contratos nem lê o que as pessoas escrevem.",
    en: "With a key a program opens cases of its own and follows those alone. It signs no contracts and reads nothing that people write.",
  },
  once: {
    "pt-BR": "Copie a chave agora. Ela não aparece de novo.",
    en: "Copy the key now. It is not shown again.",
  },
  none: { "pt-BR": "Ainda não há chaves.", en: "There are no keys yet." },
  add: { "pt-BR": "Nova chave", en: "New key" },
  name: { "pt-BR": "Nome", en: "Name" },
  nameHint: { "pt-BR": "Qual programa a usa.", en: "Which program uses it." },
  scopes: { "pt-BR": "O que ela pode", en: "What it may do" },
  rate: { "pt-BR": "Pedidos por minuto", en: "Requests a minute" },
  rateShort: { "pt-BR": "Por minuto", en: "A minute" },
  days: { "pt-BR": "Vale por quantos dias", en: "Good for how many days" },
  daysHint: { "pt-BR": "Vazio: até ser revogada.", en: "Empty: until it is revoked." },
  make: { "pt-BR": "Criar a chave", en: "Make the key" },
  key: { "pt-BR": "Começo", en: "Beginning" },
  status: { "pt-BR": "Estado", en: "Status" },
  used: { "pt-BR": "Último uso", en: "Last used" },
  never: { "pt-BR": "nunca", en: "never" },
  expires: { "pt-BR": "Vence", en: "Expires" },
  made: { "pt-BR": "Criada", en: "Made" },
  act: { "pt-BR": "Ações", en: "Actions" },
  revoke: { "pt-BR": "Revogar", en: "Revoke" },
  bad: {
    "pt-BR": "Dê um nome, marque ao menos uma permissão e confira os números.",
    en: "Give a name, tick at least one permission and check the numbers.",
  },
} satisfies Record<string, Text>;

export const KEY_STATUSES: Readonly<Record<"active" | "expired" | "revoked", Text>> = {
  active: { "pt-BR": "ativa", en: "active" },
  expired: { "pt-BR": "vencida", en: "expired" },
  revoked: { "pt-BR": "revogada", en: "revoked" },
};

export const SCOPE_NAMES: Readonly<Record<Scope, Text>> = {
  "cases:read": { "pt-BR": "ler os próprios casos", en: "read its own cases" },
  "cases:write": { "pt-BR": "abrir casos e conversar neles", en: "open cases and talk in them" },
  "offers:read": { "pt-BR": "ler as propostas dos próprios casos", en: "read the offers of its own cases" },
  "contracts:read": { "pt-BR": "ler os próprios contratos", en: "read its own contracts" },
  "contracts:write": { "pt-BR": "encerrar e avaliar", en: "close and review" },
  "webhooks:manage": { "pt-BR": "ter webhooks", en: "have webhooks" },
  "operator:read": { "pt-BR": "ler os números do painel", en: "read the console's figures" },
};
