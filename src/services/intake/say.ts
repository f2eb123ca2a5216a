// The client says something in his own conversation.
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { isOver } from "../../domain/case-state.ts";
import type { SayInput, TurnAnswer } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { unwrap } from "../rpc.ts";
import { clientSeen } from "./client-seen.ts";
import { messageText } from "./message-text.ts";
import { reopenConversation } from "./reopen-conversation.ts";
import { type CaseRow, visibleCase } from "./visible-case.ts";

export const sayInput = z.object({
  text: messageText,
  client_message_id: z
    .string({ error: "client_message_id must be a string you choose, new for each message." })
    .min(1)
    .max(100),
});

/** The same `client_message_id` twice is one message with one answer. Only the client speaks here, not an operator. */
export async function say(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof sayInput>,
): Promise<TurnAnswer> {
  const row = await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  if (isOver(row.status)) {
    throw conflict("case_closed", "This case is closed. Open a new conversation and Vez listens again.");
  }
  const startedAt = ctx.now().getTime();
  const answer = await sayTo(ctx, row, { text: input.text, clientMessageId: input.client_message_id });
  ctx.later(clientSeen(ctx, caseId));
  ctx.later(oweMirror(ctx, caseId, String(answer.seq)));
  ctx.metrics.observe("triage_duration_seconds", {}, (ctx.now().getTime() - startedAt) / 1000);
  return answer;
}

async function sayTo(ctx: ServiceContext, row: CaseRow, words: SayInput): Promise<TurnAnswer> {
  const conversation = ctx.conversation(row.conversationId);
  const first = await conversation.say(words);
  if (first.ok || first.code !== "not_open") return unwrap(first);
  // Killed between the row and the object: the conversation is opened now and the words are not lost.
  await reopenConversation(ctx, row);
  return unwrap(await conversation.say(words));
}
