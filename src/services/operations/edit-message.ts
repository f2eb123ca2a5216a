// What an operator changes in a dead message before it is sent again: fields that he could see, checked as the consumer checks them.
import { conflict, invalid } from "../../base/errors.ts";
import { MESSAGES, type MessageName } from "../../domain/messages.ts";
import { redacted } from "./redact-body.ts";

/**
 * The whole body with `changes` in it; a number stays a number. Throws `invalid_input` for a field that is not shown, or for a body that the
 * consumer would not take, and `message_unreadable` (409) for a message that no release here knows: it cannot be checked.
 */
export function editedBody(
  row: { name: string; body: Record<string, unknown> },
  changes: Record<string, string>,
): Record<string, unknown> {
  const schema = Object.hasOwn(MESSAGES, row.name) ? MESSAGES[row.name as MessageName] : undefined;
  if (schema === undefined) {
    throw conflict("message_unreadable", "This message is of another release. Send it again as it is, or let it go.");
  }
  const visible = redacted(row.body);
  const body = { ...row.body };
  for (const [key, text] of Object.entries(changes)) {
    const was = row.body[key];
    if (!Object.hasOwn(row.body, key) || typeof was === "object" || visible[key] !== was)
      throw invalid("Only fields that are shown can be changed.");
    body[key] = typeof was === "number" ? Number(text) : typeof was === "boolean" ? text === "true" : text.trim();
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    // The schema's complaint may quote what was typed; the field's name says enough.
    const fields = parsed.error.issues.map(({ path }) => path.join(".")).join(", ");
    throw invalid(`These fields do not hold what the message needs: ${fields}. Correct them, then send it again.`);
  }
  return parsed.data;
}
