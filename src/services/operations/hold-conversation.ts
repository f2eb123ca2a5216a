// A human takes a conversation over, writes in it, and gives it back; the agent is silent meanwhile.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases } from "../../db/schema.ts";
import type { ConversationSnapshot } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { messageText } from "../intake/message-text.ts";
import { readConversation } from "../intake/read-conversation.ts";
import { reopenConversation } from "../intake/reopen-conversation.ts";
import { visibleConversation } from "../intake/visible-case.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { unwrap } from "../rpc.ts";
import { asOperator, type Operator, operatorName } from "./as-operator.ts";

const key = z.string().min(1).max(200);
const takeInput = z.object({ caseId: z.string().max(100), key });
export const sayInput = z.object({ caseId: z.string().max(100), text: messageText, client_message_id: key });
export const giveBackInput = z.object({
  caseId: z.string().max(100),
  note: z.string().trim().max(2000).optional(),
  key,
});

/** Events of one reading: a whole triage and what came after it. */
const READ_EVENTS = 500;

/** What was said, for an operator: after `after`, or the latest of it. The reading is audited. Throws `not_found`. */
export async function readAsOperator(ctx: ServiceContext, actor: Actor, input: { caseId: string; after?: number }) {
  const operator = asOperator(actor);
  const read = await readConversation(ctx, operator, input.caseId, { after: input.after, limit: READ_EVENTS });
  const { lastSeq, events } = read.snapshot;
  if (input.after !== undefined || lastSeq <= (events.at(-1)?.seq ?? lastSeq)) return read;
  return readConversation(ctx, operator, input.caseId, { after: lastSeq - READ_EVENTS, limit: READ_EVENTS });
}

/** The same `key` twice is one take-over. Throws `already_taken` (409) while a colleague holds it, `person_stopped` (409). */
export async function takeOver(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof takeInput>,
): Promise<ConversationSnapshot> {
  const operator = asOperator(actor);
  const input = parseInput(takeInput, raw);
  const row = await visibleConversation(ctx, operator, input.caseId);
  const conversation = ctx.conversation(row.conversationId);
  const asked = { operatorName: await operatorName(ctx, operator), key: input.key };
  const first = await conversation.takeOver(asked);
  if (!first.ok && first.code === "not_open") await reopenConversation(ctx, row);
  const snapshot = first.ok ? first.value : unwrap(await conversation.takeOver(asked));
  await auditOnce(ctx, operator, "conversation.taken", row.id, { key: input.key });
  return snapshot;
}

/** The same `client_message_id` twice is one message. Throws `not_in_control` (409) while the agent holds it. */
export async function sayAsOperator(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof sayInput>,
): Promise<{ seq: number }> {
  const operator = asOperator(actor);
  const input = parseInput(sayInput, raw);
  const row = await caseOf(ctx, input.caseId);
  const said = unwrap(
    await ctx.conversation(row.conversationId).sayAsHuman({
      text: input.text,
      operatorName: await operatorName(ctx, operator),
      clientMessageId: input.client_message_id,
    }),
  );
  await auditOnce(ctx, operator, "conversation.said", row.id, { seq: said.seq });
  await oweMirror(ctx, row.id, String(said.seq));
  return said;
}

/** `note` is for the interview, not shown to the client. Throws `not_in_control` (409). */
export async function giveBack(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof giveBackInput>) {
  const operator = asOperator(actor);
  const input = parseInput(giveBackInput, raw);
  const row = await caseOf(ctx, input.caseId);
  const answer = unwrap(
    await ctx.conversation(row.conversationId).giveBack({ note: input.note || undefined, key: input.key }),
  );
  await auditOnce(ctx, operator, "conversation.given_back", row.id, { seq: answer.seq });
  return answer;
}

/** `detail` is the same in every repetition of one act: the object answers a repetition without doing it again. */
async function auditOnce(
  ctx: ServiceContext,
  operator: Operator,
  action: string,
  caseId: string,
  detail: { key: string } | { seq: number },
): Promise<void> {
  await insertIf(
    ctx.db,
    audit,
    auditRow(operator.userId, action, caseId, ctx.now(), detail),
    sql`NOT EXISTS (
      SELECT 1 FROM audit WHERE subject = ${caseId} AND action = ${action} AND detail = ${JSON.stringify(detail)}::jsonb)`,
  );
}

async function caseOf(ctx: ServiceContext, caseId: string) {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw notFound("case");
  return row;
}
