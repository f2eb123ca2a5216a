// The client wants no more words of the reply that is on its way.
import type { Actor, ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { visibleCase } from "./visible-case.ts";

/** What is shown stands as the reply, with its question; `stopped` is false where no reply was on its way. */
export async function stopReply(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<{ stopped: boolean }> {
  const row = await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  return unwrap(await ctx.conversation(row.conversationId).stopReply());
}
