// Shows in the help desk what was said in a conversation since the last time, in order, each message once.
import { and, eq, type SQL, sql } from "drizzle-orm";
import { insertIf } from "../../db/insert-if.ts";
import { cases, deskThreads } from "../../db/schema.ts";
import type { MessageData } from "../../domain/conversation-events.ts";
import type { Desk } from "../../domain/desk/desk.ts";
import type { LoggedEvent } from "../../domain/events.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ConversationSnapshot } from "../../domain/ports.ts";
import type { ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { oweMirror } from "./owe-mirror.ts";

type Thread = typeof deskThreads.$inferSelect;

/** Events of one run; what is left is owed anew. */
const MOST_EVENTS = 50;
/** Ids of messages that the team wrote in the desk begin so: they stand there already. */
export const FROM_DESK = "chatwoot:";

/** Runs of one case come one after another (the row's line). Throws VezError `vendor_*` while the desk is away. */
export async function mirrorCase(ctx: ServiceContext, { caseId }: MessageBody<"desk.mirror">): Promise<void> {
  const { desk } = ctx;
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  if (desk === null || row === undefined || row.status === "forgotten") return;
  const thread = await threadOf(ctx, desk, caseId);
  if (thread === null) return;
  const asked = { after: thread.mirroredSeq, limit: MOST_EVENTS };
  const snapshot = await ctx.conversation(row.conversationId).snapshot(asked);
  // Killed between the row and the object: there is nothing to show yet.
  if (!snapshot.ok && snapshot.code === "not_open") return;
  const { events, lastSeq, controlledBy, status } = unwrap(snapshot);
  if (!(await show(ctx, desk, thread, events))) return;
  await mark(ctx, desk, thread, { controlledBy, status });
  const last = events.at(-1)?.seq ?? lastSeq;
  if (last < lastSeq) await oweMirror(ctx, caseId, `rest:${last}`);
}

/** Null where the case was forgotten meanwhile: what was opened for it goes by its contact (`forgetThread`). */
async function threadOf(ctx: ServiceContext, desk: Desk, caseId: string): Promise<Thread | null> {
  const [known] = await ctx.db.select().from(deskThreads).where(eq(deskThreads.caseId, caseId));
  if (known !== undefined) return known;
  const link = new URL(`/ops/cases/${encodeURIComponent(caseId)}`, ctx.publicOrigin).href;
  const thread = await desk.openThread({ caseId, title: `Vez ${caseId.slice(-6)}`, link });
  const row = { caseId, thread, createdAt: ctx.now() };
  const [kept] = await insertIf(ctx.db, deskThreads, row, isRemembered(caseId))
    .onConflictDoUpdate({ target: deskThreads.caseId, set: { thread } })
    .returning();
  return kept ?? null;
}

/** False where the case was forgotten meanwhile: from there on nothing is shown. */
async function show(ctx: ServiceContext, desk: Desk, thread: Thread, events: readonly LoggedEvent[]): Promise<boolean> {
  const { caseId } = thread;
  const keep = async (change: Partial<Thread>) => {
    const mine = and(eq(deskThreads.caseId, caseId), isRemembered(caseId));
    const rows = await ctx.db.update(deskThreads).set(change).where(mine).returning({ caseId: deskThreads.caseId });
    return rows.length > 0;
  };
  for (const { seq, type, data } of events) {
    if (type !== "message") continue;
    const { from, text, client_message_id: own = "" } = data as unknown as MessageData;
    if (from === "human" && own.startsWith(FROM_DESK)) continue;
    if (thread.postingSeq === seq && (await desk.has(thread.thread, seq))) continue;
    // What came before it stands there.
    if (!(await keep({ postingSeq: seq, mirroredSeq: seq - 1 }))) return false;
    await desk.say(thread.thread, { seq, from, text });
  }
  const last = events.at(-1)?.seq;
  return last === undefined || (await keep({ mirroredSeq: last, postingSeq: null }));
}

function isRemembered(caseId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM cases WHERE cases.id = ${caseId} AND cases.status <> 'forgotten')`;
}

async function mark(
  ctx: ServiceContext,
  desk: Desk,
  thread: Thread,
  { controlledBy, status }: Pick<ConversationSnapshot, "controlledBy" | "status">,
): Promise<void> {
  const marked = `${status}:${controlledBy}`;
  if (thread.marked === marked) return;
  await desk.mark(thread.thread, {
    isHuman: controlledBy === "human" || status === "handed_off",
    controlledBy,
    status,
  });
  await ctx.db.update(deskThreads).set({ marked }).where(eq(deskThreads.caseId, thread.caseId));
}
