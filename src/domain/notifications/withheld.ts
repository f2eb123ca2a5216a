// What is not sent to somebody who told Vez to stop.
import type { NotificationKind } from "./kinds.ts";

/** News that only a client gets. */
const TO_CLIENTS: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "case_accepted",
  "case_unmatched",
  "review_invited",
  "case_searching_again",
  "case_cancelled",
  "case_waiting",
  "case_fell_silent",
  "contacts_over",
  "offer_question",
]);

/** News that both parties to an agreement get. */
const TO_PARTIES: ReadonlySet<NotificationKind> = new Set<NotificationKind>([
  "contract_ready",
  "contract_signed_by_other",
  "contract_signed",
  "contract_closed",
  "contract_unsigned",
  "contract_moved",
  "contract_declined",
  "case_message_new",
]);

/** True when `kind` would go to a client who opted out. What he asks for himself (a sign-in code), and the work of a professional or operator, still goes. */
export function isWithheld(kind: NotificationKind, to: { optedOut: boolean; isClient: boolean }): boolean {
  return to.optedOut && (TO_CLIENTS.has(kind) || (TO_PARTIES.has(kind) && to.isClient));
}
