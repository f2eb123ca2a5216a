// What the team does in the help desk is done in the conversation: taking it over, writing in it, giving it back.
import { and, eq, ne, sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases, deskThreads, users } from "../../db/schema.ts";
import type { ConversationPort, ConversationSnapshot, RpcResult } from "../../domain/ports.ts";
import { AUTOMATIC } from "../../providers/chatwoot-webhook.ts";
import type { ServiceContext } from "../context.ts";
import { messageText } from "../intake/message-text.ts";
import { unwrap } from "../rpc.ts";
import { DESK_TEXTS } from "./desk-texts.ts";
import { FROM_DESK } from "./mirror-case.ts";
import { oweMirror } from "./owe-mirror.ts";

const agent = z.object({ name: z.string().nullish(), email: z.string().nullish() }).nullable();
const said = z.object({ thread: z.string(), message: z.string(), text: z.string(), agent });
const changed = z.object({
  thread: z.string(),
  status: z.string(),
  isLabelled: z.boolean(),
  isAssigned: z.boolean(),
  agent,
});

interface DeskEvent {
  externalId: string;
  type: string;
  body: Record<string, unknown>;
}

/** One act of the team in one conversation; `key` makes it once. */
interface Act {
  caseId: string;
  thread: string;
  key: string;
  conversation: ConversationPort;
  name: string;
  email: string | null;
}

/** The same event twice has one effect; a conversation of the desk that mirrors no case is the team's own. */
export async function answerDesk(ctx: ServiceContext, event: DeskEvent): Promise<"handled" | "unknown"> {
  switch (event.type) {
    case "message_created": {
      const { thread, message, text, agent: by } = said.parse(event.body);
      const act = await actOf(ctx, thread, by, `${FROM_DESK}${message}`);
      if (act !== null) await write(ctx, act, text);
      return "handled";
    }
    case "conversation_updated": {
      const { thread, isLabelled, isAssigned, agent: by } = changed.parse(event.body);
      const act = isLabelled || isAssigned ? await actOf(ctx, thread, by, event.externalId) : null;
      if (act !== null) await takeIfFree(ctx, act, { even: isAssigned });
      return "handled";
    }
    case "conversation_status_changed": {
      const { thread, status, agent: by } = changed.parse(event.body);
      const act = status === "resolved" ? await actOf(ctx, thread, by, event.externalId) : null;
      if (act !== null) await giveBack(ctx, act);
      return "handled";
    }
    // Nobody speaks to the client there but a person.
    case AUTOMATIC:
      return "handled";
    default:
      return "unknown";
  }
}

async function actOf(ctx: ServiceContext, thread: string, by: z.infer<typeof agent>, key: string): Promise<Act | null> {
  const [row] = await ctx.db
    .select({ caseId: deskThreads.caseId, conversationId: cases.conversationId })
    .from(deskThreads)
    .innerJoin(cases, eq(cases.id, deskThreads.caseId))
    .where(and(eq(deskThreads.thread, thread), ne(cases.status, "forgotten")));
  if (row === undefined) return null;
  const name = by?.name?.trim() || "Vez";
  const email = by?.email?.toLowerCase() ?? null;
  return { caseId: row.caseId, thread, key, conversation: ctx.conversation(row.conversationId), name, email };
}

/** Whoever writes to the client holds the conversation: two voices at once would be worse than none. */
async function write(ctx: ServiceContext, act: Act, written: string): Promise<void> {
  const text = messageText.safeParse(written);
  if (!text.success) return note(ctx, act, written.trim() === "" ? "onlyText" : "tooLong");
  const words = { text: text.data, operatorName: act.name, clientMessageId: act.key };
  let kept = await act.conversation.sayAsHuman(words);
  if (!kept.ok && kept.code === "not_in_control") {
    if (!(await takeIfFree(ctx, act, { even: true }))) return;
    kept = await act.conversation.sayAsHuman(words);
  }
  if (await isRefused(ctx, act, kept)) return;
  const { seq } = unwrap(kept);
  await auditOnce(ctx, act, "conversation.said", { seq });
}

/** `even`: also a conversation that waits for somebody. False where it could not be taken, and the team was told why. */
async function takeIfFree(ctx: ServiceContext, act: Act, { even }: { even: boolean }): Promise<boolean> {
  const snapshot = await act.conversation.snapshot({ limit: 1 });
  if (await isRefused(ctx, act, snapshot)) return false;
  const { controlledBy, status } = unwrap(snapshot);
  if (controlledBy === "human") return true;
  // The label that Vez itself put there to call somebody takes nothing over.
  if (status === "handed_off" && !even) return false;
  const taken = await act.conversation.takeOver({ operatorName: act.name, key: act.key });
  if (await isRefused(ctx, act, taken)) return false;
  unwrap(taken);
  await auditOnce(ctx, act, "conversation.taken", { key: act.key });
  await oweMirror(ctx, act.caseId, act.key);
  return true;
}

async function giveBack(ctx: ServiceContext, act: Act): Promise<void> {
  const answer = await act.conversation.giveBack({ key: act.key });
  // Resolved, and nobody held it.
  if (!answer.ok && answer.code === "not_in_control") return;
  if (await isRefused(ctx, act, answer)) return;
  const { seq } = unwrap(answer);
  await auditOnce(ctx, act, "conversation.given_back", { seq });
  await oweMirror(ctx, act.caseId, act.key);
}

/** What the conversation will never take is told to the team and not tried again. */
async function isRefused(
  ctx: ServiceContext,
  act: Act,
  result: RpcResult<ConversationSnapshot | { seq: number }>,
): Promise<boolean> {
  if (result.ok || result.retryable || result.status >= 500) return false;
  await note(ctx, act, result.code === "person_stopped" ? "stopped" : "notTaken");
  return true;
}

async function note(ctx: ServiceContext, act: Act, text: keyof typeof DESK_TEXTS): Promise<void> {
  await ctx.desk?.note(act.thread, DESK_TEXTS[text][ctx.team.locale]);
}

/** In the name of the operator whose address the desk gives; of the house where it is nobody's. */
async function auditOnce(
  ctx: ServiceContext,
  { caseId, email }: Act,
  action: string,
  detail: { key: string } | { seq: number },
): Promise<void> {
  const [operator] = email === null ? [] : await ctx.db.select().from(users).where(eq(users.email, email));
  const actor = operator?.role === "operator" ? operator.id : "system";
  const told = { ...detail, by: "desk" };
  await insertIf(
    ctx.db,
    audit,
    auditRow(actor, action, caseId, ctx.now(), told),
    sql`NOT EXISTS (
      SELECT 1 FROM audit WHERE subject = ${caseId} AND action = ${action} AND detail = ${JSON.stringify(told)}::jsonb)`,
  );
}
