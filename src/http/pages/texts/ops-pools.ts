// The words about pools, the daily job and the strength of fairness on the equity page.
import type { Text } from "../../../domain/locale.ts";

export const POOLS = {
  title: { "pt-BR": "Por área, em 30 dias", en: "By area, in 30 days" },
  hint: {
    "pt-BR":
      "Cada área tem a sua conta: quem é de família nunca está atrasado em tributário. Ausências contam casos virtuais, para que a volta não inunde nem esqueça ninguém.",
    en: "Each area is counted by itself: a family lawyer is never behind in tax law. Absences count virtual cases, so that a return neither floods nor forgets anybody.",
  },
  empty: { "pt-BR": "Nenhuma área foi contada ainda.", en: "No area has been counted yet." },
  area: { "pt-BR": "Área", en: "Area" },
  cases: { "pt-BR": "Casos aceitos", en: "Cases accepted" },
  credits: { "pt-BR": "Por ausências", en: "For absences" },
  people: { "pt-BR": "Pessoas", en: "People" },
  gini: { "pt-BR": "Gini", en: "Gini" },
  offered: { "pt-BR": "Com proposta", en: "With an offer" },
  fairShare: { "pt-BR": "Parte média", en: "Mean share" },
  counted: { "pt-BR": "Contado", en: "Counted" },
} satisfies Record<string, Text>;

export const FAIRNESS = {
  title: { "pt-BR": "Regra em vigor", en: "The rule in force" },
  strength: { "pt-BR": "Força da vez", en: "Weight of the turn" },
  floor: { "pt-BR": "Mínimo de adequação", en: "Floor of fit" },
  meaning: {
    "pt-BR": "Na ordem, a vez conta {turn} e a adequação ao caso, {fit}.",
    en: "In the order the turn counts {turn}, and how well somebody fits the case {fit}.",
  },
  floorMeaning: {
    "pt-BR":
      "A vez só decide entre quem tem ao menos {floor} dos pontos do melhor perfil: ninguém que sirva menos vem antes por causa dela.",
    en: "Turns decide only among those with at least {floor} of the best profile's points: nobody who fits less comes first because of them.",
  },
  where: {
    "pt-BR":
      "O preço de cada valor está em docs/decisions/equity.md; muda-se na configuração (FAIRNESS_STRENGTH, FAIRNESS_FLOOR).",
    en: "What each value costs is in docs/decisions/equity.md; it is changed in the configuration (FAIRNESS_STRENGTH, FAIRNESS_FLOOR).",
  },
} satisfies Record<string, Text>;

export const DAILY = {
  title: { "pt-BR": "Rotina diária", en: "Daily job" },
  when: {
    "pt-BR": "Roda às 02:00 de São Paulo e confere tudo de novo pelo registro. A janela de 30 dias anda a cada minuto.",
    en: "It runs at 02:00 in São Paulo and counts everything anew from the ledger. The window of 30 days moves every minute.",
  },
  never: { "pt-BR": "Ainda não rodou aqui.", en: "It has not run here yet." },
  last: { "pt-BR": "Última vez", en: "Last run" },
  running: { "pt-BR": "Está rodando agora.", en: "It is running now." },
  failed: { "pt-BR": "A última vez falhou", en: "The last run failed" },
  checked: { "pt-BR": "Conferidos", en: "Checked" },
  repaired: { "pt-BR": "Corrigidos", en: "Repaired" },
  clean: { "pt-BR": "Tudo batia: nada a corrigir.", en: "Everything was right: nothing to repair." },
  cases: { "pt-BR": "casos", en: "cases" },
  last_offered: { "pt-BR": "última proposta", en: "last offer" },
  capacity: { "pt-BR": "capacidade", en: "capacity" },
  pools: { "pt-BR": "áreas", en: "areas" },
} satisfies Record<string, Text>;
