// The life of a case as one table: which event moves it from where to where, who may cause it, under what condition, with what effects.
import type { CaseMode } from "./case-mode.ts";

export const CASE_STATUSES = [
  "triage",
  "handed_off",
  "stopped",
  "matching",
  "choosing",
  "offering",
  "unmatched",
  "not_legal",
  "accepted",
  "signed",
  "closed",
  "forgotten",
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Why a case is closed: the work is done, its client called it off or fell silent, or it went on in another case. */
export const CLOSE_REASONS = ["done", "cancelled", "silent", "joined"] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Who causes a move; `system` is the house itself (queue, clock, cron, or the conversation's own rules). */
export type MoveActor = "client" | "professional" | "operator" | "system";

/** What else must hold, beside the state. */
export type CaseGuard =
  | "legal_problem"
  | "no_legal_problem"
  | "was_searched"
  | "was_not_searched"
  | "matching_mode"
  | "directory_mode"
  | "nobody_could_be_asked"
  | "no_open_offers"
  | "both_signatures"
  | "not_both_signed"
  | "professional_unsigned"
  | "may_come_back";

/** What the batch of a move also does; each is one statement or one outbox row of its verb. */
export type CaseEffect =
  | "search"
  | "withdraw_open_offers"
  | "void_contract"
  | "end_contract"
  | "return_load"
  | "count_withdrawal"
  | "open_contract"
  | "execute_contract"
  | "invite_review"
  | "show_public_help"
  | "forget_story"
  | "call_operators"
  | "tell_client"
  | "tell_professional";

export interface Move {
  from: readonly CaseStatus[];
  /** In `directory` mode a search is the client's own choosing. */
  to: CaseStatus | Record<CaseMode, CaseStatus>;
  by: readonly MoveActor[];
  guards: readonly CaseGuard[];
  effects: readonly (CaseEffect | ConditionalEffect)[];
}

/** What a batch does only where the guard holds as well. */
export interface ConditionalEffect {
  does: CaseEffect;
  when: CaseGuard;
}

const SEARCH = { matching: "matching", directory: "choosing" } as const;
/** An agreement that both have not signed yet leaves no trace: it is void, and the load goes back. */
const UNDO_UNSIGNED = [
  { does: "void_contract", when: "not_both_signed" },
  { does: "return_load", when: "not_both_signed" },
] as const;
const BEFORE_ACCEPTANCE = [
  "triage",
  "handed_off",
  "not_legal",
  "matching",
  "choosing",
  "offering",
  "unmatched",
] as const;

export const MOVES = {
  human_called: {
    from: ["triage", "not_legal", "stopped"],
    to: "handed_off",
    by: ["client", "system"],
    guards: [],
    effects: ["call_operators"],
  },
  given_back: { from: ["handed_off"], to: "triage", by: ["operator"], guards: [], effects: [] },
  // Until somebody has accepted; an agreement between two people is not undone by a word in the chat.
  person_stopped: {
    from: BEFORE_ACCEPTANCE,
    to: "stopped",
    by: ["client"],
    guards: [],
    effects: ["withdraw_open_offers", "tell_professional"],
  },
  person_returned: { from: ["stopped", "not_legal"], to: "triage", by: ["client"], guards: [], effects: [] },
  // Whoever was searched for before he said stop, or called a person after it, is searched for again.
  search_resumed: {
    from: ["stopped", "handed_off"],
    to: SEARCH,
    by: ["client", "operator"],
    guards: ["was_searched"],
    effects: ["search"],
  },
  triage_completed: {
    from: ["triage", "handed_off", "not_legal"],
    to: SEARCH,
    by: ["system"],
    guards: ["legal_problem"],
    effects: ["search", "tell_client"],
  },
  no_legal_problem: {
    from: ["triage", "handed_off"],
    to: "not_legal",
    by: ["system"],
    guards: ["no_legal_problem"],
    effects: ["tell_client"],
  },
  wave_sent: {
    from: ["matching", "offering"],
    to: "offering",
    by: ["system"],
    guards: ["matching_mode"],
    effects: ["tell_professional", "tell_client"],
  },
  // The client of a directory writes to whom he chose.
  contact_made: {
    from: ["choosing", "offering"],
    to: "offering",
    by: ["client"],
    guards: ["directory_mode"],
    effects: ["tell_professional"],
  },
  contacts_over: {
    from: ["offering"],
    to: "choosing",
    by: ["system"],
    guards: ["directory_mode", "no_open_offers"],
    effects: ["tell_client"],
  },
  nobody_left: {
    from: ["matching", "offering", "choosing"],
    to: "unmatched",
    by: ["system"],
    guards: ["nobody_could_be_asked", "no_open_offers"],
    effects: ["show_public_help", "call_operators", "tell_client"],
  },
  search_again: { from: ["unmatched"], to: SEARCH, by: ["operator"], guards: [], effects: ["search"] },
  offer_accepted: {
    from: ["offering"],
    to: "accepted",
    by: ["professional"],
    guards: [],
    effects: ["withdraw_open_offers", "open_contract", "tell_client", "tell_professional"],
  },
  both_signed: {
    from: ["accepted"],
    to: "signed",
    by: ["client", "professional"],
    guards: ["both_signatures"],
    effects: ["execute_contract", "tell_client", "tell_professional"],
  },
  contract_closed: {
    from: ["signed"],
    to: "closed",
    by: ["client", "professional"],
    guards: [],
    effects: ["end_contract", "invite_review", "tell_professional"],
  },
  case_cancelled: {
    from: [...BEFORE_ACCEPTANCE, "stopped", "accepted", "signed"],
    to: "closed",
    by: ["client", "operator"],
    guards: [],
    effects: [
      "withdraw_open_offers",
      ...UNDO_UNSIGNED,
      { does: "end_contract", when: "both_signatures" },
      "tell_professional",
      "tell_client",
    ],
  },
  professional_withdrew: {
    from: ["accepted", "signed"],
    to: SEARCH,
    by: ["professional"],
    guards: [],
    effects: ["void_contract", "return_load", "count_withdrawal", "search", "tell_client"],
  },
  another_wanted: {
    from: ["accepted", "signed"],
    to: SEARCH,
    by: ["client", "operator"],
    guards: [],
    effects: ["void_contract", "return_load", "search", "tell_client", "tell_professional"],
  },
  unsigned_lapsed: {
    from: ["accepted"],
    to: SEARCH,
    by: ["system"],
    guards: ["professional_unsigned"],
    effects: ["void_contract", "return_load", "search", "tell_client", "tell_professional"],
  },
  client_silent: {
    from: ["triage", "not_legal", "unmatched", "choosing", "accepted"],
    to: "closed",
    by: ["system"],
    guards: ["not_both_signed"],
    effects: ["withdraw_open_offers", "void_contract", "return_load", "tell_client", "tell_professional"],
  },
  duplicate_joined: {
    from: [...BEFORE_ACCEPTANCE, "stopped"],
    to: "closed",
    // Whether two stories are one is known to whoever told them.
    by: ["client"],
    guards: [],
    effects: ["withdraw_open_offers", "tell_professional"],
  },
  // The only ways out of `closed`, and never for work that was done.
  case_reopened: {
    from: ["closed"],
    to: SEARCH,
    by: ["client", "operator"],
    guards: ["may_come_back", "was_searched"],
    effects: ["search", "tell_client"],
  },
  talk_reopened: {
    from: ["closed"],
    to: "triage",
    by: ["client", "operator"],
    guards: ["may_come_back", "was_not_searched"],
    effects: ["tell_client"],
  },
  // Only what never became a case, also where its client called it off or fell silent; nothing of what was told is left.
  long_silent: {
    from: ["triage", "stopped", "not_legal", "closed"],
    to: "forgotten",
    by: ["system"],
    guards: ["was_not_searched"],
    effects: ["forget_story"],
  },
} as const satisfies Record<string, Move>;

export type CaseEvent = keyof typeof MOVES;

/** States from which `event` may happen; for the `WHERE status IN (...)` of a conditional update. */
export function statesBefore(event: CaseEvent): readonly CaseStatus[] {
  return MOVES[event].from;
}

/** The state after `event` in a case of this mode. */
export function stateAfter(event: CaseEvent, mode: CaseMode = "matching"): CaseStatus {
  const { to } = MOVES[event];
  return typeof to === "string" ? to : to[mode];
}

/** Closed to new words of the client: the conversation only shows what was, or nothing when it was forgotten. */
export function isOver(status: CaseStatus): boolean {
  return status === "closed" || status === "forgotten";
}
