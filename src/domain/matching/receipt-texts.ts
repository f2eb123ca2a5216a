// The words of receipts, in both languages.
import type { Text } from "../locale.ts";
import type { FeatureKey, Gate } from "./types.ts";

/** Completes "what counted most". */
export const FEATURE_NAMES: Readonly<Record<FeatureKey, Text>> = {
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

export const HELPED: Text = { "pt-BR": "O que mais contou a favor:", en: "What counted most for you:" };
export const HELD_BACK: Text = { "pt-BR": "O que contou pouco:", en: "What counted little:" };
export const NOT_RANKED: Text = { "pt-BR": "Este caso não chegou a ser comparado.", en: "This case was not compared." };

/** What comes of somebody's count of turns. */
export const TURN_TEXTS = {
  due: { "pt-BR": "Sua vez está próxima.", en: "Your turn is near." },
  even: {
    "pt-BR": "Isso é cerca da sua parte: sua vez está no meio da fila.",
    en: "That is about your share: your turn is in the middle of the queue.",
  },
  ahead: {
    "pt-BR": "Quem recebeu menos da sua parte vem antes na vez.",
    en: "Whoever has had less of their share comes before you in turn.",
  },
  rests: {
    "pt-BR": "Sua vez descansa um pouco: muitas propostas dos últimos 30 dias ficaram sem caso.",
    en: "Your turn rests for a while: many offers of the last 30 days led to no case.",
  },
  beyond: {
    "pt-BR": "A vez só conta entre os perfis mais próximos do caso; o seu ficou um pouco abaixo.",
    en: "Turns only count among the profiles closest to the case; yours was a little below.",
  },
} satisfies Record<string, Text>;

export const GATE_TEXTS: Readonly<Record<Gate, Text>> = {
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
  blocked: {
    "pt-BR": "Um dos dois lados pediu, em outro momento, para não ser posto em contato com o outro.",
    en: "One of the two sides asked before not to be brought together with the other.",
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
