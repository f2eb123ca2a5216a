// A receipt in plain words, for the professional whom it is about: why, or why not; nothing about anyone else.
import type { Locale, Text } from "../locale.ts";
import type { FeatureKey, Gate, Receipt } from "./types.ts";
import { FEATURE_KEYS } from "./types.ts";

/** Two to five short sentences: the outcome, what spoke for it, what held it back, and the turn. */
export function explain(receipt: Receipt, locale: Locale): string[] {
  if (receipt.gate) return [GATE_TEXTS[receipt.gate][locale]];
  const { features, contributions, score, turn, rank } = receipt;
  if (!features || !contributions || score === null || turn === null || rank === null) return [NOT_RANKED[locale]];

  const lines = [outcome(receipt, rank, locale), scored(score, locale)];
  const strongest = FEATURE_KEYS.toSorted((a, b) => contributions[b] - contributions[a]).slice(0, 3);
  lines.push(`${HELPED[locale]} ${list(strongest, locale)}.`);
  // weight * (1 - feature); a feature of zero hides its weight, and is the worst there can be.
  const lost = (key: FeatureKey) => (features[key] > 0 ? contributions[key] * (1 / features[key] - 1) : 1);
  const weakest = FEATURE_KEYS.filter((key) => !strongest.includes(key) && features[key] < 0.5)
    .toSorted((a, b) => lost(b) - lost(a))
    .slice(0, 2);
  if (weakest.length > 0) lines.push(`${HELD_BACK[locale]} ${list(weakest, locale)}.`);
  lines.push(turnText(receipt, turn)[locale]);
  return lines;
}

function outcome(receipt: Receipt, rank: number, locale: Locale): string {
  if (locale === "en") {
    return receipt.chosen
      ? `This case was meant for you: you are number ${rank} in its order.`
      : `You could take this case, but it went to others first: you are number ${rank} in its order.`;
  }
  return receipt.chosen
    ? `Este caso foi indicado a você: ${rank}º lugar na ordem.`
    : `Você poderia atender este caso, mas outras pessoas vieram antes: ${rank}º lugar na ordem.`;
}

function scored(score: number, locale: Locale): string {
  const points = Math.round(score * 100);
  return locale === "en"
    ? `Your profile fits the case with ${points} of 100 points.`
    : `Seu perfil combina com o caso em ${points} de 100 pontos.`;
}

function turnText(receipt: Receipt, turn: number): Text {
  if (!receipt.inBand) return TURN_TEXTS.beyond;
  if (turn >= 2 / 3) return TURN_TEXTS.near;
  return turn >= 1 / 3 ? TURN_TEXTS.middle : TURN_TEXTS.later;
}

function list(keys: readonly FeatureKey[], locale: Locale): string {
  const names = keys.map((key) => FEATURE_NAMES[key][locale]);
  const last = names.pop() ?? "";
  return names.length === 0 ? last : `${names.join(", ")} ${locale === "en" ? "and" : "e"} ${last}`;
}

/** Completes "what counted most". */
const FEATURE_NAMES: Readonly<Record<FeatureKey, Text>> = {
  A: { "pt-BR": "a área do caso", en: "the area of the case" },
  S: { "pt-BR": "a semelhança do seu perfil com o relato", en: "how close your profile is to what was told" },
  T: { "pt-BR": "os resultados anteriores", en: "past results" },
  G: { "pt-BR": "a distância", en: "the distance" },
  Q: { "pt-BR": "a experiência e a formação", en: "experience and training" },
  U: { "pt-BR": "a disponibilidade para o prazo", en: "availability for the deadline" },
  R: { "pt-BR": "as avaliações", en: "reviews" },
  C: { "pt-BR": "a comunicação com clientes", en: "communication with clients" },
  P: { "pt-BR": "o preço da consulta", en: "the price of a consultation" },
};

const HELPED: Text = { "pt-BR": "O que mais contou a favor:", en: "What counted most for you:" };
const HELD_BACK: Text = { "pt-BR": "O que contou pouco:", en: "What counted little:" };
const NOT_RANKED: Text = { "pt-BR": "Este caso não chegou a ser comparado.", en: "This case was not compared." };

const TURN_TEXTS = {
  near: {
    "pt-BR": "Entre perfis parecidos, sua vez está próxima: sua carga é das mais leves.",
    en: "Among similar profiles your turn is near: your load is among the lightest.",
  },
  middle: {
    "pt-BR": "Entre perfis parecidos, sua carga está no meio da fila.",
    en: "Among similar profiles your load is in the middle of the queue.",
  },
  later: {
    "pt-BR": "Entre perfis parecidos, outros com carga mais leve vêm antes.",
    en: "Among similar profiles others with a lighter load come first.",
  },
  beyond: {
    "pt-BR": "A vez só conta entre os perfis mais próximos do caso; o seu ficou um pouco abaixo.",
    en: "Turns only count among the profiles closest to the case; yours was a little below.",
  },
} satisfies Record<string, Text>;

const GATE_TEXTS: Readonly<Record<Gate, Text>> = {
  inactive: {
    "pt-BR": "Seu cadastro está inativo. Reative o perfil para receber propostas.",
    en: "Your account is inactive. Switch it on in your profile to receive offers.",
  },
  licence: {
    "pt-BR": "Sua inscrição profissional ainda não foi confirmada. Confira os dados no perfil.",
    en: "Your licence is not confirmed yet. Check its details in your profile.",
  },
  opted_out: {
    "pt-BR": "Você pediu para não receber propostas. Dá para mudar isso no perfil.",
    en: "You asked not to receive offers. You can change this in your profile.",
  },
  on_leave: {
    "pt-BR": "Você estava em licença. Ao voltar, sua vez é retomada sem prejuízo.",
    en: "You were on leave. When you are back, your turn goes on without loss.",
  },
  already_asked: {
    "pt-BR": "Este caso já foi proposto a você antes.",
    en: "This case was already proposed to you before.",
  },
  conflict: {
    "pt-BR": "Pode haver conflito de interesse, ou não foi possível conferir. Na dúvida, o caso não é proposto.",
    en: "There may be a conflict of interest, or it could not be checked. In doubt the case is not proposed.",
  },
  area: {
    "pt-BR": "O caso é de uma área que não está no seu perfil.",
    en: "The case is in an area that your profile does not list.",
  },
  language: {
    "pt-BR": "O cliente precisa de um idioma que não está no seu perfil.",
    en: "The client needs a language that your profile does not list.",
  },
  distance: {
    "pt-BR": "O caso pede alguém mais perto do cliente.",
    en: "The case needs someone closer to the client.",
  },
  at_capacity: {
    "pt-BR": "Você chegou ao limite de casos do período. Dá para rever a capacidade no perfil.",
    en: "You have reached your limit of cases for the period. You can review your capacity in your profile.",
  },
  rate_limited: {
    "pt-BR": "Você já recebeu o máximo de mensagens por agora.",
    en: "You have received the most messages allowed for now.",
  },
};
