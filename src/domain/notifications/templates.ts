// What Vez writes to a person: subject, text and the page that it leads to, for every occasion and both languages.
import type { Locale } from "../locale.ts";
import type { NotificationKind } from "./kinds.ts";
import type { Params, Templates } from "./template-shape.ts";
import { ENGLISH } from "./templates-en.ts";
import { PORTUGUESE } from "./templates-pt.ts";

export interface Rendered {
  /** Shown on locked screens: no area of law, no name, no code. */
  subject: string;
  /** Plain text, paragraphs apart by an empty line. */
  text: string;
  /** Path of the page that the message leads to, or null. */
  path: string | null;
}

/** Whom the words are for: one kind can be news to a client and work for an operator. */
export type Audience = "person" | "operators";

const TEMPLATES: Record<Locale, Templates> = { "pt-BR": PORTUGUESE, en: ENGLISH };

/** A param that is missing costs its sentence or its link, never the message. */
export function render(
  kind: NotificationKind,
  params: Params,
  locale: Locale,
  audience: Audience = "person",
): Rendered {
  const template = TEMPLATES[locale][kind];
  const words = audience === "operators" ? (template.operators ?? template) : template;
  return {
    subject: words.subject,
    text: words.text(params).join("\n\n"),
    path: audience === "operators" ? "/ops" : pathOf(kind, params),
  };
}

function pathOf(kind: NotificationKind, params: Params): string | null {
  switch (kind) {
    case "sign_in_code":
    case "invite":
      return null;
    case "operators_changed":
      return "/ops/people";
    case "second_factor_changed":
      return "/ops/second-factor";
    case "offer_new":
    case "offer_chosen":
    case "offer_reminder":
    case "offer_withdrawn":
    case "offer_stopped":
      return "/pro";
    case "case_accepted":
      return "/";
    case "case_unmatched":
      return params.case_id === undefined ? "/" : `/conversations/${encodeURIComponent(params.case_id)}/case#help`;
    case "case_needs_human":
    case "message_dead":
    case "whatsapp_disconnected":
    case "vendor_key_refused":
      return "/ops";
    case "contacts_over":
      return params.case_id === undefined ? null : `/conversations/${encodeURIComponent(params.case_id)}/professionals`;
    case "organisation_invited":
      return "/invitations";
    case "case_message_new":
      return params.case_id === undefined ? null : talkPath(params.case_id, params.side);
    case "offer_question":
      return params.case_id === undefined ? null : `/conversations/${encodeURIComponent(params.case_id)}#questions`;
    case "question_answered":
      return params.offer_id === undefined ? null : `/pro/offers/${encodeURIComponent(params.offer_id)}`;
    case "talk_warning":
      return params.case_id === undefined ? null : talkPath(params.case_id, params.side);
    case "talk_reported":
      return "/ops/reports";
    case "case_searching_again":
    case "case_cancelled":
    case "case_waiting":
    case "case_fell_silent":
      return params.case_id === undefined ? "/" : `/conversations/${encodeURIComponent(params.case_id)}/case`;
    case "acceptance_over":
      return "/pro/cases";
    case "verification_asked":
    case "verification_approved":
    case "verification_refused":
    case "professional_suspended":
    case "suspension_lifted":
      return "/pro";
    case "verification_waits":
      return "/ops/verifications";
    case "conflict_review":
      return "/ops/conflicts";
    case "model_unreadable":
      return "/ops/models";
    case "webhook_disabled":
      return "/ops/webhooks";
    case "backfill_failed":
      return "/ops/embeddings";
    case "contract_ready":
    case "contract_signed_by_other":
    case "contract_signed":
    case "contract_closed":
    case "contract_unsigned":
    case "contract_moved":
    case "contract_declined":
    case "contract_needs_look":
    case "review_invited":
    case "review_received":
      return params.contract_id === undefined ? null : `/contracts/${encodeURIComponent(params.contract_id)}`;
  }
}

/** Where each side reads what the other wrote. */
function talkPath(caseId: string, side: string | undefined): string {
  const id = encodeURIComponent(caseId);
  return side === "professional" ? `/pro/cases/${id}#latest` : `/conversations/${id}/talk#latest`;
}
