// What each kind of message is about, and how much it matters that it is read soon.
import type { NotificationKind } from "./kinds.ts";

/** What people choose by: few plain groups. */
export const NOTICE_GROUPS = ["offers", "cases", "talk", "other", "team", "account"] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/**
 * `immediate`: asked for in this moment or good for a while only: by e-mail, at once, nowhere else. `urgent`: somebody waits for the
 * reader, or time runs. `usual`: good to know.
 */
export type Urgency = "immediate" | "urgent" | "usual";

const OCCASIONS: Record<NotificationKind, readonly [NoticeGroup, Urgency]> = {
  sign_in_code: ["account", "immediate"],
  invite: ["account", "immediate"],
  organisation_invited: ["account", "immediate"],
  operators_changed: ["account", "urgent"],
  second_factor_changed: ["account", "urgent"],
  offer_new: ["offers", "urgent"],
  offer_chosen: ["offers", "urgent"],
  offer_reminder: ["offers", "urgent"],
  offer_withdrawn: ["offers", "usual"],
  offer_stopped: ["offers", "usual"],
  contacts_over: ["cases", "urgent"],
  case_accepted: ["cases", "urgent"],
  case_unmatched: ["cases", "urgent"],
  case_needs_human: ["team", "urgent"],
  conflict_review: ["team", "urgent"],
  contract_ready: ["cases", "urgent"],
  contract_signed_by_other: ["cases", "urgent"],
  contract_unsigned: ["cases", "urgent"],
  contract_moved: ["cases", "urgent"],
  contract_declined: ["cases", "urgent"],
  contract_needs_look: ["team", "usual"],
  contract_signed: ["cases", "usual"],
  contract_closed: ["cases", "usual"],
  acceptance_over: ["cases", "usual"],
  case_searching_again: ["cases", "usual"],
  case_cancelled: ["cases", "usual"],
  case_waiting: ["cases", "usual"],
  case_fell_silent: ["cases", "usual"],
  case_message_new: ["talk", "urgent"],
  offer_question: ["talk", "urgent"],
  question_answered: ["talk", "urgent"],
  talk_warning: ["other", "usual"],
  review_invited: ["other", "usual"],
  review_received: ["other", "usual"],
  verification_asked: ["other", "usual"],
  verification_approved: ["other", "usual"],
  verification_refused: ["other", "usual"],
  professional_suspended: ["other", "urgent"],
  suspension_lifted: ["other", "usual"],
  talk_reported: ["team", "urgent"],
  whatsapp_disconnected: ["team", "urgent"],
  vendor_key_refused: ["team", "urgent"],
  verification_waits: ["team", "usual"],
  message_dead: ["team", "usual"],
  model_unreadable: ["team", "usual"],
  backfill_failed: ["team", "usual"],
  webhook_disabled: ["other", "usual"],
};

/** For an operator whatever is about cases is the team's work. */
export function groupOf(kind: NotificationKind, role: string): NoticeGroup {
  const [group] = OCCASIONS[kind];
  return role === "operator" && group !== "account" ? "team" : group;
}

export function urgencyOf(kind: NotificationKind): Urgency {
  return OCCASIONS[kind][1];
}

/** Those that a person of this role gets and may choose by; what concerns the account itself is always sent. */
export function groupsOf(role: string): readonly NoticeGroup[] {
  if (role === "operator") return ["team"];
  if (role === "professional") return ["offers", "cases", "talk", "other"];
  return role === "client" ? ["cases", "talk", "other"] : ["cases", "other"];
}
