// The states of a case and the moves between them, as one table.

export const CASE_STATUSES = [
  "triage",
  "handed_off",
  "stopped",
  "matching",
  "offering",
  "unmatched",
  "not_legal",
  "accepted",
  "signed",
  "closed",
  "forgotten",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export type CaseEvent =
  | "human_called"
  | "given_back"
  | "person_stopped"
  | "person_returned"
  | "search_resumed"
  | "triage_completed"
  | "no_legal_problem"
  | "wave_sent"
  | "nobody_left"
  | "search_again"
  | "offer_accepted"
  | "both_signed"
  | "contract_closed"
  | "long_silent";

const MOVES: Record<CaseEvent, { from: readonly CaseStatus[]; to: CaseStatus }> = {
  human_called: { from: ["triage", "not_legal", "stopped"], to: "handed_off" },
  given_back: { from: ["handed_off"], to: "triage" },
  // Until somebody has accepted; an agreement between two people is not undone by a word in the chat.
  person_stopped: { from: ["triage", "handed_off", "not_legal", "matching", "offering", "unmatched"], to: "stopped" },
  person_returned: { from: ["stopped", "not_legal"], to: "triage" },
  // Whoever was searched for before he said stop, or called a person after it, is searched for again.
  search_resumed: { from: ["stopped", "handed_off"], to: "matching" },
  triage_completed: { from: ["triage", "handed_off", "not_legal"], to: "matching" },
  no_legal_problem: { from: ["triage", "handed_off"], to: "not_legal" },
  wave_sent: { from: ["matching", "offering"], to: "offering" },
  nobody_left: { from: ["matching", "offering"], to: "unmatched" },
  search_again: { from: ["unmatched"], to: "matching" },
  offer_accepted: { from: ["offering"], to: "accepted" },
  both_signed: { from: ["accepted"], to: "signed" },
  contract_closed: { from: ["signed"], to: "closed" },
  // Only what never became a case; nothing of what was told is left.
  long_silent: { from: ["triage", "stopped", "not_legal"], to: "forgotten" },
};

/** States from which `event` may happen; for the `WHERE status IN (...)` of a conditional update. */
export function statesBefore(event: CaseEvent): readonly CaseStatus[] {
  return MOVES[event].from;
}

/** The state after `event`. */
export function stateAfter(event: CaseEvent): CaseStatus {
  return MOVES[event].to;
}

/** Closed to new words of the client: the conversation only shows what was, or nothing when it was forgotten. */
export function isOver(status: CaseStatus): boolean {
  return status === "closed" || status === "forgotten";
}
