// Why a professional cannot take a case, in the words of the form that asks.
import type { Text } from "./locale.ts";

export const DECLINE_REASONS = ["no_time", "not_my_field", "conflict", "too_far", "fee", "other"] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const DECLINE_REASON_NAMES: Readonly<Record<DeclineReason, Text>> = {
  no_time: { "pt-BR": "Estou sem tempo agora", en: "I have no time now" },
  not_my_field: { "pt-BR": "Não é a minha especialidade", en: "It is not my speciality" },
  conflict: { "pt-BR": "Tenho conflito de interesse", en: "I have a conflict of interest" },
  too_far: { "pt-BR": "Fica longe demais", en: "It is too far away" },
  fee: { "pt-BR": "O valor não é viável", en: "The fee does not work for me" },
  other: { "pt-BR": "Outro motivo", en: "Another reason" },
};
