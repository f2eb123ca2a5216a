// Why an operator loses access or a second factor: closed lists, so that the audit holds no free words about people.
import type { Text } from "../locale.ts";

export const REMOVAL_REASONS = ["left_team", "not_needed", "compromised", "mistake"] as const;
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

export const RESET_REASONS = ["lost_device", "new_device", "compromised"] as const;
export type ResetReason = (typeof RESET_REASONS)[number];

export const OPERATOR_REASON_TEXTS: Record<RemovalReason | ResetReason, Text> = {
  left_team: { "pt-BR": "Saiu da equipe", en: "Left the team" },
  not_needed: { "pt-BR": "Não precisa mais deste acesso", en: "Does not need this access any more" },
  compromised: { "pt-BR": "O acesso pode estar em mãos erradas", en: "The access may be in the wrong hands" },
  mistake: { "pt-BR": "Entrou por engano", en: "Was let in by mistake" },
  lost_device: { "pt-BR": "Perdeu o celular e os códigos", en: "Lost the phone and the codes" },
  new_device: { "pt-BR": "Trocou de celular", en: "Has a new phone" },
};
