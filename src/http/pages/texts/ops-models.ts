// The words of the learned models' page.
import type { Text } from "../../../domain/locale.ts";

export const MODELS = {
  title: { "pt-BR": "Modelos", en: "Models" },
  cold: { "pt-BR": "casos avaliados: quem decide são os modelos fixos.", en: "graded cases: the presets serve." },
  of: { "pt-BR": "de", en: "of" },
  enough: {
    "pt-BR":
      "casos avaliados, o bastante para um modelo aprendido. Nenhum está servindo: quem decide são os modelos fixos.",
    en: "graded cases, enough for a learned model. None serves: the presets decide.",
  },
  servesCold: {
    "pt-BR":
      "Um modelo está servindo, mas aprendeu de poucos casos e ainda não conta: quem decide são os modelos fixos.",
    en: "A model serves, but it has learned from few cases and has no share yet: the presets decide.",
  },
  decides: { "pt-BR": "dos pontos vêm do modelo aprendido", en: "of the score comes from the learned model" },
  rest: { "pt-BR": "o resto, do modelo fixo que o cliente escolheu.", en: "the rest from the client's preset." },
  ours: { "pt-BR": "Nossos casos avaliados", en: "Our own graded cases" },
  window: { "pt-BR": "Contados em 365 dias.", en: "Counted over 365 days." },
  train: { "pt-BR": "Treinar agora", en: "Train now" },
  trainTitle: { "pt-BR": "Treino", en: "Training" },
  trainHint: {
    "pt-BR":
      "Com os casos respondidos deste período. Leva alguns segundos, fora desta página; o resultado entra na lista como candidato.",
    en: "On the cases answered in this window. It takes a few seconds, away from this page; the result joins the list as a candidate.",
  },
  days: { "pt-BR": "dias", en: "days" },
  period: { "pt-BR": "Período", en: "Window" },
  never: { "pt-BR": "Nenhum treino foi pedido ainda.", en: "No training has been asked for yet." },
  waiting: { "pt-BR": "na fila", en: "waiting" },
  waitingDetail: { "pt-BR": "O treino está na fila ou em andamento.", en: "The training waits or is under way." },
  done: { "pt-BR": "feito", en: "done" },
  failed: { "pt-BR": "falhou", en: "failed" },
  failedDetail: {
    "pt-BR": "O treino parou em todas as tentativas. Dá para mandar de novo em Entregas.",
    en: "The training stopped at every try. It can be sent again under Deliveries.",
  },
  toDead: { "pt-BR": "Ver entregas paradas", en: "See dead deliveries" },
  tooFew: {
    "pt-BR":
      "Há menos de 20 casos avaliados neste período: não se aprende nada que dure. Espere mais respostas ou aumente o período.",
    en: "There are fewer than 20 graded cases in this window: nothing that lasts is learned. Wait for answers, or widen the window.",
  },
  trained: { "pt-BR": "Novo candidato", en: "New candidate" },
  rows: { "pt-BR": "propostas", en: "offers" },
  seconds: { "pt-BR": "s", en: "s" },
  asked: { "pt-BR": "pedido em", en: "asked on" },
  importTitle: { "pt-BR": "Trazer um modelo", en: "Import a model" },
  importHint: {
    "pt-BR":
      "Texto do LightGBM, JSON do XGBoost ou artefato da Vez, até 8 MB. Entra como candidato e não muda nada até servir.",
    en: "LightGBM's text, XGBoost's JSON, or an artefact of Vez, up to 8 MB. It joins as a candidate and changes nothing until it serves.",
  },
  file: { "pt-BR": "Arquivo", en: "File" },
  paste: { "pt-BR": "ou cole o conteúdo", en: "or paste its content" },
  gradedCases: { "pt-BR": "Casos avaliados de que aprendeu", en: "Graded cases that it learned from" },
  gradedHint: {
    "pt-BR": "Vazio: o que o arquivo diz, ou os nossos. Decide a parte que o modelo tem nos pontos.",
    en: "Empty: what the file says, or ours. It decides the model's share of the score.",
  },
  import: { "pt-BR": "Trazer", en: "Import" },
  refused: { "pt-BR": "O modelo não entrou", en: "The model was not taken" },
  empty: {
    "pt-BR": "Nenhum modelo ainda. Os modelos fixos servem sozinhos, e servem bem.",
    en: "No model yet. The presets serve alone, and they serve well.",
  },
  list: { "pt-BR": "Modelos guardados", en: "Models kept" },
} satisfies Record<string, Text>;

export const MODEL_COLUMN = {
  model: { "pt-BR": "Modelo", en: "Model" },
  cases: { "pt-BR": "Casos", en: "Cases" },
  share: { "pt-BR": "Parte", en: "Share" },
  judged: { "pt-BR": "Julgado em", en: "Judged on" },
  window: { "pt-BR": "Aprendeu de", en: "Learned from" },
  act: { "pt-BR": "Ações", en: "Actions" },
} satisfies Record<string, Text>;

export const MODEL_STATUS = {
  candidate: { "pt-BR": "candidato", en: "candidate" },
  serving: { "pt-BR": "servindo", en: "serving" },
  retired: { "pt-BR": "retirado", en: "retired" },
} satisfies Record<string, Text>;

export const MODEL_ACT = {
  serve: { "pt-BR": "Servir", en: "Serve" },
  serveWhat: {
    "pt-BR": "A partir da próxima busca, a parte deste modelo nos pontos é",
    en: "From the next search on, this model's share of the score is",
  },
  replaces: { "pt-BR": "O que serve hoje é retirado.", en: "The one that serves today is retired." },
  serveYes: { "pt-BR": "Sim, servir", en: "Yes, serve it" },
  retire: { "pt-BR": "Retirar", en: "Retire" },
  retireServing: {
    "pt-BR": "A partir da próxima busca só os modelos fixos decidem. O modelo fica guardado e pode voltar.",
    en: "From the next search on the presets decide alone. The model is kept and can come back.",
  },
  retireOther: { "pt-BR": "Fica guardado e pode voltar.", en: "It is kept and can come back." },
  retireYes: { "pt-BR": "Sim, retirar", en: "Yes, retire it" },
  notMonotone: {
    "pt-BR": "Este modelo pode baixar os pontos de alguém por uma avaliação melhor. Servir mesmo assim.",
    en: "This model may lower somebody's score for a better review. Serve it all the same.",
  },
  monotoneNo: { "pt-BR": "não monótono", en: "not monotone" },
} satisfies Record<string, Text>;

export const METRIC = {
  head: { "pt-BR": "modelo (fixo)", en: "model (preset)" },
  preset: { "pt-BR": "modelo fixo", en: "preset" },
  laterCases: { "pt-BR": "casos depois", en: "later cases" },
  none: { "pt-BR": "não medido", en: "not measured" },
  legend: {
    "pt-BR":
      "NDCG de 0 a 1 em casos que vieram depois dos do treino; entre parênteses o do modelo fixo nos mesmos casos. A mistura é como o modelo serviria.",
    en: "NDCG from 0 to 1 on cases that came after those of the training; the preset's on the same cases in brackets. The blend is as the model would serve.",
  },
  blend: { "pt-BR": "mistura", en: "blend" },
} satisfies Record<string, Text>;

/** Why a file was not taken, by the error's code; the part that names what is in the file follows in English. */
export const IMPORT_REFUSED: Readonly<Record<string, Text>> = {
  model_unreadable: {
    "pt-BR": "O arquivo não pôde ser lido. Salve o modelo de novo e envie o arquivo inteiro.",
    en: "The file could not be read. Save the model again and send the whole file.",
  },
  model_unsupported: {
    "pt-BR": "O arquivo está em ordem, mas este tipo de modelo seria lido errado aqui.",
    en: "The file is in order, but this kind of model would be misread here.",
  },
  model_too_large: { "pt-BR": "O modelo tem mais de 8 MB.", en: "The model has more than 8 MB." },
  body_too_large: { "pt-BR": "O arquivo tem mais de 8 MB.", en: "The file has more than 8 MB." },
  not_utf8: { "pt-BR": "O arquivo não é um texto UTF-8.", en: "The file is not UTF-8 text." },
  invalid_input: {
    "pt-BR": "O número de casos é um inteiro de 0 a 10.000.000.",
    en: "The number of cases is a whole number from 0 to 10,000,000.",
  },
  nothing_sent: { "pt-BR": "Escolha um arquivo ou cole o conteúdo.", en: "Choose a file, or paste its content." },
};
