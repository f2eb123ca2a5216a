// The shape of a message's words, filled once for each language.
import type { NotificationKind } from "./kinds.ts";

/** Snake-case names as in events: `case_id`, `offer_id`, `contract_id`, `code`, `reason`, `message`. */
export type Params = Readonly<Record<string, string>>;

/** Words of one kind; `operators` where they are told something else than the person is. */
interface Template {
  subject: string;
  text: (params: Params) => string[];
  operators?: { subject: string; text: (params: Params) => string[] };
}

export type Templates = Record<NotificationKind, Template>;

/** Those about the service itself, which its operators alone are told. */
export type ServiceTemplates = Pick<
  Templates,
  | "message_dead"
  | "model_unreadable"
  | "whatsapp_disconnected"
  | "vendor_key_refused"
  | "webhook_disabled"
  | "backfill_failed"
>;
