// Audit rows: made in the batch of the change that they record.
import { newId } from "../base/ids.ts";
import type { audit } from "./schema.ts";

/** `actor` is a user's id or `system`; `action` is `<subject>.<verb>`; `detail` never holds personal data. */
export function auditRow(
  actor: string,
  action: string,
  subject: string,
  now: Date,
  detail: Record<string, unknown> = {},
): typeof audit.$inferInsert {
  return { id: newId("aud", now.getTime()), actor, action, subject, detail, at: now };
}
