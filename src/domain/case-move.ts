// Whether an event may happen to a case now: the table of moves with its guards asked, or a refusal that says what to do.
import type { CaseMode } from "./case-mode.ts";
import {
  type CaseEffect,
  type CaseEvent,
  type CaseGuard,
  type CaseStatus,
  type CloseReason,
  MOVES,
  type Move,
  type MoveActor,
  stateAfter,
  statesBefore,
} from "./case-state.ts";

/** What the guards ask, beside the state and the mode. */
export interface MoveFacts {
  /** True once a triage was complete. */
  triaged: boolean;
  /** What the triage found, or finds now; `nenhuma`: no legal problem. */
  area: string | null;
  /** Professionals who could still be asked. */
  askable: number;
  /** Offers that can still be answered. */
  openOffers: number;
  /** Who has signed the contract that stands. */
  signed: readonly ("client" | "professional")[];
  closeReason: CloseReason | null;
}

export interface Asked {
  status: CaseStatus;
  mode: CaseMode;
  event: CaseEvent;
  actor: MoveActor;
  facts: MoveFacts;
}

export type Decision =
  | { ok: true; to: CaseStatus; effects: readonly CaseEffect[] }
  | { ok: false; code: string; detail: string };

/** Pure. The first reason against a move is the one that is told: who, then from where, then the guards in order. */
export function decideMove({ status, mode, event, actor, facts }: Asked): Decision {
  const move: Move = MOVES[event];
  if (!move.by.includes(actor)) return { ok: false, code: "not_yours_to_do", detail: NOT_YOURS };
  if (!statesBefore(event).includes(status)) return { ok: false, code: "wrong_state", detail: WHERE_IT_IS[status] };
  const against = move.guards.find((guard) => !GUARDS[guard](facts, mode));
  if (against !== undefined) return { ok: false, code: against, detail: AGAINST[against] };
  const effects = move.effects.flatMap((effect) =>
    typeof effect === "string" ? [effect] : GUARDS[effect.when](facts, mode) ? [effect.does] : [],
  );
  return { ok: true, to: stateAfter(event, mode), effects };
}

/** Each guard by its name in the table. */
export const GUARDS: Record<CaseGuard, (facts: MoveFacts, mode: CaseMode) => boolean> = {
  legal_problem: ({ area }) => isLegal(area),
  no_legal_problem: ({ area }) => !isLegal(area),
  was_searched: ({ triaged, area }) => triaged && isLegal(area),
  was_not_searched: ({ triaged, area }) => !(triaged && isLegal(area)),
  matching_mode: (_, mode) => mode === "matching",
  directory_mode: (_, mode) => mode === "directory",
  nobody_could_be_asked: ({ askable }) => askable === 0,
  no_open_offers: ({ openOffers }) => openOffers === 0,
  both_signatures: ({ signed }) => haveBothSigned(signed),
  not_both_signed: ({ signed }) => !haveBothSigned(signed),
  professional_unsigned: ({ signed }) => !signed.includes("professional"),
  // A signed contract that ended stays what it was: who needs more begins anew.
  may_come_back: ({ closeReason, signed }) =>
    (closeReason === "cancelled" || closeReason === "silent") && !haveBothSigned(signed),
};

function isLegal(area: string | null): boolean {
  return area !== null && area !== "nenhuma";
}

function haveBothSigned(signed: MoveFacts["signed"]): boolean {
  return signed.includes("client") && signed.includes("professional");
}

const NOT_YOURS = "This is not yours to do in this case. Write to the team if it should be done.";

/** What is the matter with a case in this state, and what to do instead. */
const WHERE_IT_IS: Record<CaseStatus, string> = {
  triage: "The questions are not answered yet. Go on in the conversation first.",
  handed_off: "A person on the team has this conversation. Write there what you need.",
  stopped: "The client ended the conversation. A new message of the client takes it up again.",
  matching: "A professional is being looked for at the moment. Wait for the answer, or cancel the case.",
  choosing: "The client is choosing a professional. Wait for the choice, or cancel the case.",
  offering: "Professionals have been asked at the moment. Wait for their answer, or cancel the case.",
  unmatched: "Nobody could take this case so far. An operator can search again.",
  not_legal: "No legal problem was found in this case. Write in the conversation what was missed.",
  accepted: "A professional has this case. Ask for another one, or cancel the case.",
  signed: "The contract of this case is signed. Ask for another professional, or end it on the contract's page.",
  closed: "This case is closed. Reopen it if that is possible, or open a new conversation.",
  forgotten: "Nothing of this case is kept any more. Open a new conversation any time.",
};

const AGAINST: Record<CaseGuard, string> = {
  legal_problem: "No legal problem was found, so nobody is looked for. Write in the conversation what was missed.",
  no_legal_problem: "A legal problem was found. The search goes on.",
  was_searched: "The questions were not all answered. Reopen the conversation and go on there.",
  was_not_searched: "This case was searched for already. Reopen its search instead.",
  matching_mode: "The client chooses the professional in this case.",
  directory_mode: "Vez proposes the professionals in this case. Wait for their answer.",
  nobody_could_be_asked: "There are professionals who can still be asked.",
  no_open_offers: "Somebody was asked and has not answered yet. Wait for the answer.",
  both_signatures: "Both parties have to sign first.",
  not_both_signed: "Both have signed this contract. End it on the contract's page.",
  professional_unsigned: "The professional has signed already. The client's signature is waited for.",
  may_come_back: "What this case was for is done or goes on elsewhere. Open a new conversation for anything else.",
};
