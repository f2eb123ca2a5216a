// Posts words to the server and says whether trying again makes sense.
import type { Outgoing, Post } from "./outgoing.ts";

/**
 * A post that hangs on a bad line is given up and made again: the message's id keeps it from being taken twice. A turn may take
 * 20 s, and the log shows the message long before that.
 */
const TIMEOUT_MS = 30_000;
/** Answers after which the same post may succeed. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** To the conversation with Vez. */
export function postMessage(caseId: string, message: Outgoing): Promise<Post> {
  return postJson(`/api/v2/triage/${caseId}/messages`, { text: message.text, client_message_id: message.id });
}

/** `onAnswer` gets what the server answered when it took the words. */
export async function postJson(url: string, body: unknown, onAnswer?: (answer: unknown) => void): Promise<Post> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok) {
      onAnswer?.(await answer.json());
      return { ok: true, again: false, status: "", retryAfter: null };
    }
    const wait = Number(answer.headers.get("retry-after"));
    return {
      ok: false,
      again: PASSING.has(answer.status),
      status: String(answer.status),
      retryAfter: Number.isFinite(wait) && wait > 0 ? wait : null,
    };
  } catch (cause) {
    // A network that fails and a wait that ran out are the same to the reader: not sent yet.
    if (cause instanceof TypeError || cause instanceof DOMException) {
      return { ok: false, again: true, status: "", retryAfter: null };
    }
    throw cause;
  }
}

/** Asks for the end of the reply that is on its way; where that fails the reply simply comes. */
export async function stopReply(caseId: string): Promise<void> {
  await fetch(`/api/v2/triage/${caseId}/stop-reply`, {
    method: "POST",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    if (!(cause instanceof TypeError || cause instanceof DOMException)) throw cause;
  });
}
