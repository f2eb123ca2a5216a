// Every occasion on which Vez writes to a person.

export const NOTIFICATION_KINDS = [
  "sign_in_code",
  "offer_new",
  "offer_chosen",
  "contacts_over",
  "offer_reminder",
  "offer_withdrawn",
  "offer_stopped",
  "case_accepted",
  "case_unmatched",
  "case_needs_human",
  "conflict_review",
  "contract_ready",
  "contract_signed_by_other",
  "contract_signed",
  "contract_closed",
  "review_invited",
  "review_received",
  "organisation_invited",
  "case_message_new",
  "offer_question",
  "question_answered",
  "talk_warning",
  "talk_reported",
  "message_dead",
  "model_unreadable",
  "backfill_failed",
] as const;

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
