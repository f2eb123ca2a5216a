// How a doubt about a conflict of interest can be decided, and the reasons that stand for it in the audit.
import type { Text } from "../locale.ts";

/** Reasons by decision: a closed list, since free words about people do not belong into the audit. */
export const CONFLICT_REASONS = {
  cleared: ["other_person", "no_longer_represented", "no_conflict"],
  confirmed: ["same_person", "close_to_them", "cannot_tell"],
} as const;

export type ConflictDecision = keyof typeof CONFLICT_REASONS;
export type ConflictReason = (typeof CONFLICT_REASONS)[ConflictDecision][number];

export const CONFLICT_REASON_TEXTS: Readonly<Record<ConflictReason, Text>> = {
  other_person: { "pt-BR": "mesmo nome, outra pessoa", en: "same name, another person" },
  no_longer_represented: { "pt-BR": "não representa mais", en: "no longer represented" },
  no_conflict: { "pt-BR": "representa, mas não há conflito", en: "represented, but there is no conflict" },
  same_person: { "pt-BR": "é a mesma pessoa ou empresa", en: "it is the same person or company" },
  close_to_them: { "pt-BR": "tem ligação com ela", en: "is close to them" },
  cannot_tell: { "pt-BR": "não dá para saber", en: "it cannot be told" },
};
