// The words of the pages of queues: lanes, messages, what is sent again.
import type { Text } from "../../../domain/locale.ts";

export const QUEUES = {
  title: { "pt-BR": "Filas", en: "Queues" },
  lead: {
    "pt-BR":
      "O que a Vez ainda tem a fazer. Nada se perde: o que falha é tentado de novo e, quando não há mais o que tentar, fica parado aqui.",
    en: "What Vez still has to do. Nothing is lost: what fails is tried again, and when there is nothing left to try it is parked here.",
  },
  high: { "pt-BR": "Rápida: alguém espera", en: "Fast: somebody waits" },
  low: { "pt-BR": "Lenta: pode esperar", en: "Slow: it can wait" },
  lane: { "pt-BR": "Fila", en: "Queue" },
  depth: { "pt-BR": "A fazer", en: "To do" },
  scheduled: { "pt-BR": "Marcadas para depois", en: "Set for later" },
  failing: { "pt-BR": "Já falharam", en: "Have failed" },
  oldest: { "pt-BR": "A mais antiga espera há", en: "The oldest waits for" },
  rate: { "pt-BR": "Feitas por minuto", en: "Done a minute" },
  nothing: { "pt-BR": "nada", en: "nothing" },
  dead: { "pt-BR": "Paradas", en: "Parked" },
  pending: { "pt-BR": "A fazer", en: "To do" },
  done: { "pt-BR": "Feitas", en: "Done" },
  message: { "pt-BR": "Mensagem", en: "Message" },
  error: { "pt-BR": "Motivo", en: "Reason" },
  count: { "pt-BR": "Quantas", en: "How many" },
  since: { "pt-BR": "Desde", en: "Since" },
  act: { "pt-BR": "Ações", en: "Actions" },
  emptied: { "pt-BR": "esvaziado", en: "emptied" },
  emptiedLead: {
    "pt-BR": "Esvaziado: o que uma mensagem dizia é apagado um mês depois de feita.",
    en: "Emptied: what a message said is deleted a month after it was done.",
  },
  groups: { "pt-BR": "Paradas, por motivo", en: "Parked, by reason" },
  countFirst: { "pt-BR": "Reenviar todas", en: "Send all again" },
  replayTitle: { "pt-BR": "Enviar de novo", en: "Send again" },
  replayCount: {
    "pt-BR": "{n} mensagens paradas voltam à fila com todas as tentativas. Nada foi enviado ainda.",
    en: "{n} parked messages go back to their queue with all their tries. Nothing has been sent yet.",
  },
  replayNone: {
    "pt-BR": "Nenhuma mensagem parada é assim. Nada a fazer.",
    en: "No parked message is like that. Nothing to do.",
  },
  replayBound: { "pt-BR": "Até 500 por vez; depois, repita.", en: "At most 500 at a time; then do it again." },
  replayGo: { "pt-BR": "Enviar {n} de novo", en: "Send {n} again" },
  replayed: { "pt-BR": "{n} voltaram à fila.", en: "{n} went back to their queue." },
  any: { "pt-BR": "qualquer", en: "any" },
  back: { "pt-BR": "Voltar às filas", en: "Back to the queues" },
  open: { "pt-BR": "Abrir", en: "Open" },
  content: { "pt-BR": "Conteúdo", en: "Content" },
  contentLead: {
    "pt-BR": "O que as pessoas escreveram não aparece (…) e não pode ser mudado aqui.",
    en: "What people wrote is left out (…) and cannot be changed here.",
  },
  editAndRetry: { "pt-BR": "Guardar e enviar de novo", en: "Save and send again" },
  history: { "pt-BR": "O que foi feito", en: "What was done" },
  trace: { "pt-BR": "Rastro no log", en: "Trace in the log" },
  tries: { "pt-BR": "Tentativas", en: "Tries" },
} satisfies Record<string, Text>;

/** Acts on one message, by their name in the audit. */
export const ACTS: Record<string, Text> = {
  "message.dead": { "pt-BR": "Parou", en: "Parked" },
  "message.retried": { "pt-BR": "Enviada de novo", en: "Sent again" },
  "message.edited": { "pt-BR": "Mudada e enviada de novo", en: "Changed and sent again" },
  "message.discarded": { "pt-BR": "Descartada", en: "Let go" },
};
