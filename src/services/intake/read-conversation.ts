// The conversation as its client (or an operator) sees it now.
import type { ConversationSnapshot } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { reopenConversation } from "./reopen-conversation.ts";
import { type CaseRow, visibleConversation } from "./visible-case.ts";

/** `after` and `limit` page through the log. Throws `conversation_forgotten` (410). */
export async function readConversation(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  page: { after?: number; limit?: number } = {},
): Promise<{ row: CaseRow; snapshot: ConversationSnapshot }> {
  const row = await visibleConversation(ctx, actor, caseId);
  const conversation = ctx.conversation(row.conversationId);
  const first = await conversation.snapshot(page);
  if (first.ok || first.code !== "not_open") return { row, snapshot: unwrap(first) };
  await reopenConversation(ctx, row);
  return { row, snapshot: unwrap(await conversation.snapshot(page)) };
}
