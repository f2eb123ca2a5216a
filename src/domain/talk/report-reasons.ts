// Why somebody reports the other side of a talk, and what may become of it.
import type { Text } from "../locale.ts";

export const REPORT_REASONS = ["rude", "threat", "harassment", "money", "false_identity", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** `taken_over`: an operator looks after the case himself. */
export const REPORT_STATUSES = ["open", "dismissed", "warned", "taken_over"] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const REPORT_DECISIONS = {
  dismiss: "dismissed",
  warn: "warned",
  take_over: "taken_over",
} as const satisfies Record<string, ReportStatus>;

export const MOST_REPORT_CHARACTERS = 1000;

export const REPORT_REASON_NAMES: Record<ReportReason, Text> = {
  rude: { "pt-BR": "Ofensas ou desrespeito", en: "Insults or disrespect" },
  threat: { "pt-BR": "Ameaça ou pressão", en: "Threats or pressure" },
  harassment: { "pt-BR": "Assédio", en: "Harassment" },
  money: { "pt-BR": "Pede dinheiro fora do combinado", en: "Asks for money beyond the agreement" },
  false_identity: { "pt-BR": "Não parece ser quem diz", en: "Does not seem to be who they say" },
  other: { "pt-BR": "Outro motivo", en: "Another reason" },
};
