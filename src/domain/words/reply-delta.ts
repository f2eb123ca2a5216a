// A reply while it is being said: pieces with their place, so that none is shown twice or left out.
import type { ReplyDelta } from "../conversation-events.ts";

/** The piece in a `triage_update`, or null where the event is about what was understood. */
export function deltaOf(data: Record<string, unknown>): ReplyDelta | null {
  const { delta } = data;
  if (typeof delta !== "object" || delta === null) return null;
  const { message_id, from, text } = delta as Record<string, unknown>;
  if (typeof message_id !== "string" || typeof from !== "number" || typeof text !== "string") return null;
  return { message_id, from, text };
}

/** `shown` with the piece; unchanged where it is there already, null where something before it is missing. */
export function withDelta(shown: string, delta: ReplyDelta): string | null {
  if (delta.from > shown.length) return null;
  return delta.from + delta.text.length <= shown.length ? shown : shown.slice(0, delta.from) + delta.text;
}

/** The reply that was still being said when `events` end, or null. */
export function openReply(
  events: readonly { type: string; data: Record<string, unknown> }[],
): { messageId: string; text: string } | null {
  let open: { messageId: string; text: string } | null = null;
  for (const { type, data } of events) {
    const delta = type === "triage_update" ? deltaOf(data) : null;
    if (delta !== null) {
      const shown: string = open?.messageId === delta.message_id ? open.text : "";
      open = { messageId: delta.message_id, text: withDelta(shown, delta) ?? shown };
    }
    if (type === "message" && open !== null && data.message_id === open.messageId) open = null;
  }
  return open;
}
