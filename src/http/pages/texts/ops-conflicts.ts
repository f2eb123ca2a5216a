// The words of the page on which doubts about conflicts of interest are decided.
import type { Text } from "../../../domain/locale.ts";

export const CONFLICTS = {
  title: { "pt-BR": "Conflitos de interesse", en: "Conflicts of interest" },
  lead: {
    "pt-BR":
      "Na dúvida, ninguém é chamado. Aqui está quem serve ao caso, mas representa alguém de nome parecido com o do outro lado, ou tem nomes que não puderam ser comparados.",
    en: "In doubt nobody is asked. Here is who fits a case but represents someone with a name like the other side's, or has names that could not be compared.",
  },
  open: { "pt-BR": "A decidir", en: "To decide" },
  cleared: { "pt-BR": "Liberados", en: "Cleared" },
  confirmed: { "pt-BR": "Confirmados", en: "Confirmed" },
  openEmpty: { "pt-BR": "Nenhuma dúvida espera por você.", en: "No doubt waits for you." },
  clearedEmpty: { "pt-BR": "Nada foi liberado ainda.", en: "Nothing has been cleared yet." },
  confirmedEmpty: { "pt-BR": "Nenhum conflito foi confirmado.", en: "No conflict has been confirmed." },
  since: { "pt-BR": "desde", en: "since" },
  decided: { "pt-BR": "decidido em", en: "decided on" },
  toCase: { "pt-BR": "Ver o caso", en: "See the case" },
  told: { "pt-BR": "O outro lado, como o cliente contou", en: "The other side, as the client told it" },
  represented: {
    "pt-BR": "Quem o profissional representa, como é comparado",
    en: "Whom the professional represents, as it is compared",
  },
  choose: { "pt-BR": "escolha", en: "choose" },
  unchecked: {
    "pt-BR": "Comparados agora: {compared} de {all} nomes. Nem todos puderam ser comparados na busca.",
    en: "Compared now: {compared} of {all} names. Not all could be compared in the search.",
  },
  noneAlike: {
    "pt-BR": "Entre os nomes comparados agora, nenhum é parecido. Outro lado:",
    en: "Among the names that were compared now none is alike. Other side:",
  },
  clearReason: { "pt-BR": "Motivo para liberar", en: "Reason to clear" },
  confirmReason: { "pt-BR": "Motivo para confirmar", en: "Reason to confirm" },
  clear: { "pt-BR": "Liberar", en: "Clear" },
  clearHint: {
    "pt-BR": "Pode ser chamado para este caso. Se o caso está sem ninguém, a busca recomeça.",
    en: "They may be asked for this case. If it has nobody, the search begins again.",
  },
  confirm: { "pt-BR": "Confirmar conflito", en: "Confirm the conflict" },
  confirmHint: { "pt-BR": "Nunca é chamado para este caso.", en: "They are never asked for this case." },
  final: { "pt-BR": "A decisão não se desfaz.", en: "A decision cannot be undone." },
  audited: {
    "pt-BR": "Esta página mostra nomes de pessoas: cada leitura fica registrada.",
    en: "This page shows people's names: each reading is recorded.",
  },
} satisfies Record<string, Text>;
