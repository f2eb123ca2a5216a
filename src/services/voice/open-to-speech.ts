// The one gate to being heard: the case's own client, while the case is open, in the language of the conversation.
import { conflict } from "../../base/errors.ts";
import { isOver } from "../../domain/case-state.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { readConversation } from "../intake/read-conversation.ts";

/** The language, and the number of the last event. Throws `not_found`, `case_closed` (409) and `conversation_forgotten` (410): nothing is paid for what cannot be said. */
export async function openToSpeech(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<{ locale: Locale; lastSeq: number }> {
  const { row, snapshot } = await readConversation(ctx, { ...actor, role: "client" }, caseId, { limit: 1 });
  if (isOver(row.status)) {
    throw conflict("case_closed", "This case is closed. Open a new conversation and Vez listens again.");
  }
  return { locale: snapshot.locale, lastSeq: snapshot.lastSeq };
}
