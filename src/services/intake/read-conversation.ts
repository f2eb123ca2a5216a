// The conversation as its client (or an operator) sees it now.
import type { ConversationSnapshot } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { openingOf } from "./opening.ts";
import { type CaseRow, visibleCase } from "./visible-case.ts";

/** `after` and `limit` page through the log. */
export async function readConversation(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  page: { after?: number; limit?: number } = {},
): Promise<{ row: CaseRow; snapshot: ConversationSnapshot }> {
  const row = await visibleCase(ctx, actor, caseId);
  const conversation = ctx.conversation(row.conversationId);
  const first = await conversation.snapshot(page);
  if (first.ok || first.code !== "not_open") return { row, snapshot: unwrap(first) };
  unwrap(await conversation.open(openingOf(row)));
  return { row, snapshot: unwrap(await conversation.snapshot(page)) };
}
