// The words of a shortlist in the console: what decided, by which rules, and whether it can be worked out again.
import type { Text } from "../../../domain/locale.ts";
import type { LearnedReason } from "../../../domain/matching/model.ts";
import type { FeatureKey, Gate } from "../../../domain/matching/types.ts";
import type { ReplayView } from "../../../services/matching/replay-shortlist.ts";

export const SHORTLIST = {
  title: { "pt-BR": "Por que estes", en: "Why these" },
  none: { "pt-BR": "Ainda não houve busca.", en: "There has been no search yet." },
  round: { "pt-BR": "Busca", en: "Search" },
  all: { "pt-BR": "Todas as buscas", en: "All searches" },
  considered: { "pt-BR": "considerados", en: "considered" },
  rules: { "pt-BR": "Regras e modelo", en: "Rules and model" },
  arm: { "pt-BR": "braço", en: "arm" },
  learned: { "pt-BR": "Modelo aprendido", en: "Learned model" },
  ofScore: { "pt-BR": "dos pontos", en: "of the score" },
  noModel: {
    "pt-BR": "Nenhum servia: os pontos são só do modelo fixo.",
    en: "None served: the preset alone made the score.",
  },
  space: { "pt-BR": "Comparação dos textos", en: "Texts compared in" },
  after: { "pt-BR": "depois de", en: "after" },
  noAnswer: { "pt-BR": "sem resposta a tempo", en: "gave no answer in time" },
  pool: { "pt-BR": "Área", en: "Area" },
  cases: { "pt-BR": "casos em 30 dias", en: "cases in 30 days" },
  credits: { "pt-BR": "créditos", en: "credits" },
  people: { "pt-BR": "profissionais", en: "professionals" },
  fairness: { "pt-BR": "Peso da vez", en: "Weight of the turn" },
  floor: { "pt-BR": "piso de qualidade", en: "quality floor" },
  ofBest: { "pt-BR": "do melhor", en: "of the best" },
  notStored: { "pt-BR": "não guardado nesta busca", en: "not kept with this search" },
  gates: { "pt-BR": "Barreiras", en: "Gates" },
  beyond: { "pt-BR": "Sem recibo próprio", en: "Without a receipt of their own" },
  ranked: { "pt-BR": "em ordem", en: "ranked" },
  nobody: { "pt-BR": "ninguém", en: "nobody" },
  chosen: { "pt-BR": "chamado", en: "asked" },
  why: { "pt-BR": "Como o profissional lê:", en: "As the professional reads it:" },
  show: { "pt-BR": "Ver os recibos", en: "See the receipts" },
} satisfies Record<string, Text>;

/** Heads of the columns. */
export const COLUMN = {
  rank: { "pt-BR": "Ordem", en: "Rank" },
  before: { "pt-BR": "Sem vez", en: "Before turns" },
  name: { "pt-BR": "Profissional", en: "Professional" },
  outcome: { "pt-BR": "Resultado", en: "Outcome" },
  score: { "pt-BR": "Pontos", en: "Score" },
  share: { "pt-BR": "Parte, falta", en: "Share, missing" },
  turn: { "pt-BR": "Vez", en: "Turn" },
  final: { "pt-BR": "Final", en: "Final" },
  base: { "pt-BR": "Base", en: "Base" },
} satisfies Record<string, Text>;

export const LEGEND = {
  preset: { "pt-BR": "do modelo fixo", en: "from the preset" },
  learned: { "pt-BR": "do modelo aprendido", en: "from the learned model" },
  base: {
    "pt-BR": "Base: o que o modelo aprendido diz de qualquer pessoa e do caso",
    en: "Base: what the learned model says of anyone and of the case",
  },
  shares: {
    "pt-BR": "Parte justa, e abaixo dela o que falta, em casos de 30 dias; negativo está à frente.",
    en: "Fair share, and below it what is missing, in cases of 30 days; negative is ahead.",
  },
} satisfies Record<string, Text>;

/** The letters of a receipt's features. */
export const FEATURES: Readonly<Record<FeatureKey, Text>> = {
  A: { "pt-BR": "área", en: "area" },
  S: { "pt-BR": "semelhança com o relato", en: "closeness to the story" },
  T: { "pt-BR": "resultados", en: "past results" },
  G: { "pt-BR": "distância", en: "distance" },
  Q: { "pt-BR": "experiência e formação", en: "experience and training" },
  U: { "pt-BR": "espaço para o prazo", en: "room for the deadline" },
  R: { "pt-BR": "avaliações", en: "reviews" },
  C: { "pt-BR": "comunicação", en: "communication" },
  P: { "pt-BR": "preço", en: "price" },
};

export const GATE_NAMES: Readonly<Record<Gate, Text>> = {
  inactive: { "pt-BR": "inativo", en: "inactive" },
  licence: { "pt-BR": "inscrição", en: "licence" },
  opted_out: { "pt-BR": "não quer propostas", en: "opted out" },
  on_leave: { "pt-BR": "em licença", en: "on leave" },
  already_asked: { "pt-BR": "já consultado", en: "asked before" },
  blocked: { "pt-BR": "bloqueado", en: "blocked" },
  conflict: { "pt-BR": "conflito", en: "conflict" },
  area: { "pt-BR": "outra área", en: "other area" },
  language: { "pt-BR": "idioma", en: "language" },
  distance: { "pt-BR": "distância", en: "distance" },
  at_capacity: { "pt-BR": "no limite", en: "at capacity" },
  rate_limited: { "pt-BR": "propostas demais hoje", en: "rate-limited" },
};

export const LEARNED_REASONS: Readonly<Record<LearnedReason, Text>> = {
  cold_start: {
    "pt-BR": "começo frio, com poucos casos avaliados: os pontos são só do modelo fixo",
    en: "cold start, with few graded cases: the preset alone made the score",
  },
  blend: { "pt-BR": "cresce com os casos avaliados", en: "grows with the graded cases" },
  unreadable: {
    "pt-BR": "não pôde ser lido: os pontos são só do modelo fixo",
    en: "could not be read: the preset alone made the score",
  },
};

export const GRADED: Text = { "pt-BR": "casos avaliados", en: "graded cases" };

export const REPLAY = {
  press: { "pt-BR": "Refazer a conta", en: "Replay" },
  agrees: { "pt-BR": "Confere byte por byte", en: "Agrees byte for byte" },
  differs: { "pt-BR": "Não confere", en: "Does not agree" },
  agreesDetail: {
    "pt-BR": "recibos refeitos a partir do que foi guardado, todos iguais até o último bit.",
    en: "receipts worked out again from what was kept, all the same to the last bit.",
  },
  differsDetail: {
    "pt-BR":
      "Alguns números não são os guardados, com as mesmas regras e o mesmo modelo. Isso é um defeito: guarde esta página.",
    en: "Some numbers are not those that were kept, by the same rules and model. That is a defect: keep this page.",
  },
  before: { "pt-BR": "Regras de então", en: "Rules then" },
  now: { "pt-BR": "de agora", en: "now" },
  professional: { "pt-BR": "Profissional", en: "Professional" },
  field: { "pt-BR": "Campo", en: "Field" },
  stored: { "pt-BR": "Guardado", en: "Kept" },
  replayed: { "pt-BR": "Refeito", en: "Replayed" },
  whole: { "pt-BR": "a busca", en: "the search" },
  differences: { "pt-BR": "Diferenças", en: "Differences" },
  first: { "pt-BR": "São mostradas as primeiras.", en: "The first ones are shown." },
} satisfies Record<string, Text>;

export const REPLAY_REASONS: Readonly<Record<NonNullable<ReplayView["reason"]>, { title: Text; detail: Text }>> = {
  formula_changed: {
    title: { "pt-BR": "A fórmula mudou desde então", en: "The formula has changed since" },
    detail: {
      "pt-BR": "Esta versão ordena por outras regras: uma diferença não prova um erro. Refaça na versão de então.",
      en: "This release ranks by other rules: a difference proves no mistake. Replay it on the release of then.",
    },
  },
  not_stored: {
    title: { "pt-BR": "Não dá para refazer", en: "Cannot be replayed" },
    detail: {
      "pt-BR": "A versão que fez esta busca não guardou tudo o que a conta precisa.",
      en: "The release that made this search did not keep all that a replay needs.",
    },
  },
  model_missing: {
    title: { "pt-BR": "Não dá para refazer", en: "Cannot be replayed" },
    detail: {
      "pt-BR": "O modelo aprendido que teve parte nesta ordem não está mais guardado aqui.",
      en: "The learned model that had a part in this order is not kept here any more.",
    },
  },
};
