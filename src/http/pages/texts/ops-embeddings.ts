// The words of the page of embedding spaces.
import type { SpaceKey } from "../../../domain/embedding/space.ts";
import type { Text } from "../../../domain/locale.ts";

export const SPACE_NAMES: Readonly<Record<SpaceKey, Text>> = {
  openai: { "pt-BR": "OpenAI", en: "OpenAI" },
  bge_m3: { "pt-BR": "Workers AI", en: "Workers AI" },
  lexical: { "pt-BR": "Léxico, próprio", en: "Lexical, our own" },
};

export const EMBEDDINGS = {
  title: { "pt-BR": "Espaços de comparação", en: "Embedding spaces" },
  lead: {
    "pt-BR":
      "Relato e perfil são comparados no melhor espaço que responde a tempo e que tem quase todos os perfis. O léxico sempre responde.",
    en: "Story and profile are compared in the best space that answers in time and holds nearly every profile. The lexical one always answers.",
  },
  configured: { "pt-BR": "ligado", en: "configured" },
  notConfigured: { "pt-BR": "sem chaves", en: "no keys" },
  tooEmpty: { "pt-BR": "ainda não é usado", en: "not used yet" },
  dimensions: { "pt-BR": "dimensões", en: "dimensions" },
  coverage: { "pt-BR": "dos perfis ativos têm vetor", en: "of active profiles have a vector" },
  enough: { "pt-BR": "É usado a partir de {share}.", en: "It is used from {share} on." },
  lacking: {
    "pt-BR": "A preencher: {n} perfis sem vetor, ou cujo vetor pode ser de palavras antigas.",
    en: "To fill: {n} profiles without a vector, or whose vector may be of older words.",
  },
  start: { "pt-BR": "Preencher o espaço", en: "Fill the space" },
  startHint: {
    "pt-BR": "Roda pela fila, sem parar as buscas. Perfis que já têm vetor são pulados.",
    en: "It runs through the queue while searches go on. Profiles that have their vector are passed over.",
  },
  setKeys: {
    "pt-BR": "Para ligar, defina as chaves na configuração e publique de novo.",
    en: "To switch it on, set its keys in the configuration and deploy again.",
  },
  complete: { "pt-BR": "Completo: nada a preencher.", en: "Complete: nothing to fill." },
  runs: { "pt-BR": "Um preenchimento está em andamento.", en: "A back-fill is under way." },
  backfills: { "pt-BR": "Preenchimentos", en: "Back-fills" },
  backfillsEmpty: { "pt-BR": "Nenhum preenchimento foi pedido ainda.", en: "No back-fill has been asked for yet." },
  space: { "pt-BR": "Espaço", en: "Space" },
  progress: { "pt-BR": "Andamento", en: "Progress" },
  status: { "pt-BR": "Estado", en: "Status" },
  speed: { "pt-BR": "Por minuto", en: "Per minute" },
  started: { "pt-BR": "Começou", en: "Started" },
  ends: { "pt-BR": "Termina", en: "Ends" },
  about: { "pt-BR": "por volta de", en: "about" },
  failed: { "pt-BR": "Falhas", en: "Failures" },
  act: { "pt-BR": "Ações", en: "Actions" },
  cancel: { "pt-BR": "Parar", en: "Stop" },
  goneSpace: { "pt-BR": "espaço que não existe mais", en: "a space that no longer exists" },
  use: { "pt-BR": "Buscas em 30 dias", en: "Searches in 30 days" },
  useEmpty: { "pt-BR": "Nenhuma busca em 30 dias.", en: "No search in 30 days." },
  searches: { "pt-BR": "Buscas", en: "Searches" },
  share: { "pt-BR": "Parte", en: "Share" },
  steppedDown: { "pt-BR": "Depois de um espaço melhor não responder", en: "After a better space did not answer" },
} satisfies Record<string, Text>;

export const BACKFILL_STATUSES: Readonly<Record<"running" | "done" | "failed" | "cancelled", Text>> = {
  running: { "pt-BR": "em andamento", en: "running" },
  done: { "pt-BR": "feito", en: "done" },
  failed: { "pt-BR": "falhou", en: "failed" },
  cancelled: { "pt-BR": "parado", en: "stopped" },
};
