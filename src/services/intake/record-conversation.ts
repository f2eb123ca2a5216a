// Mirrors who holds a conversation, and why, into the case: calls the operators when a person is needed, ends the search at the client's "stop", takes it up when he is back.
import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, cases } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { type CaseEvent, type CaseStatus, statesBefore } from "../../domain/case-state.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ConversationStatus } from "../../domain/ports.ts";
import { caseSubject } from "../../domain/team/team-alert.ts";
import type { Understanding } from "../../domain/triage/types.ts";
import type { ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { forgetAssumed } from "../reach/forget-assumed.ts";
import { resolvePage } from "../team/send-page.ts";
import { completeTriage } from "./complete-triage.ts";
import { resumeSearch, unmarkStopped } from "./resume-search.ts";
import { markStopped, stopSearch } from "./stop-search.ts";

export interface RecordConversation {
  caseId: string;
  status: ConversationStatus;
  controlledBy: "agent" | "human";
  understanding: Understanding;
  /** Why a person is needed; null when none is. */
  reason: string | null;
  /** Number of the conversation's last event: makes one change one alert. */
  seq: number;
}

/** Idempotent for one `seq`. A case whose search has begun keeps its status until the client says stop. */
export async function recordConversation(ctx: ServiceContext, input: RecordConversation): Promise<void> {
  const now = ctx.now();
  const at = now.toISOString();
  const { caseId } = input;
  const marks = input.status === "stopped" ? markStopped(caseId, at) : unmarkStopped(caseId, at);
  const [, , searched, moved, stopped, , queued, , [row]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
    mirror(ctx, input, now),
    ctx.db.execute(searchAfter(ctx, input, at)),
    move(ctx, input, now),
    ctx.db.execute(marks[0]),
    ctx.db.execute(marks[1]),
    ctx.db.execute(insertOutbox(newsOf(ctx, input, now))),
    insertIf(
      ctx.db,
      audit,
      auditRow("system", "conversation.recorded", caseId, now, {
        status: input.status,
        controlled_by: input.controlledBy,
      }),
      sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND updated_at = ${at}::timestamptz)`,
    ),
    ctx.db.select({ status: cases.status }).from(cases).where(eq(cases.id, caseId)),
    ctx.db.execute(forgetAssumed(clientOf(caseId), now)),
  ]);
  if (input.status === "handed_off") ctx.metrics.count("triage_requests_total", { status: "handed_off" }, moved.length);
  if (input.status === "stopped") ctx.metrics.count("triage_requests_total", { status: "stopped" }, stopped.rowCount);
  await ctx.enqueue([...insertedRows(searched), ...insertedRows(queued)]);
  await oweMirror(ctx, caseId, `recorded:${input.seq}`);
  // "Stop" came before the outcome of the triage was kept, and could not be kept then: it is now.
  if (input.status === "completed" && row?.status === "triage") await completeTriage(ctx, input);
}

function clientOf(caseId: string): SQL {
  return sql`(SELECT client_id FROM cases WHERE id = ${caseId})`;
}

/** What the operators' list shows; written, and dated, only when it changed. */
function mirror(ctx: ServiceContext, { caseId, controlledBy, understanding: u }: RecordConversation, now: Date) {
  const hours = Math.round(u.urgencyHours);
  const flags = sql`${sql.param(u.flags, cases.flags)}::text[]`;
  const untriaged = sql`${cases.triagedAt} IS NULL`;
  return ctx.db
    .update(cases)
    .set({
      controlledBy,
      area: sql`CASE WHEN ${untriaged} THEN ${u.area} ELSE ${cases.area} END`,
      urgencyHours: sql`CASE WHEN ${untriaged} THEN ${hours}::int ELSE ${cases.urgencyHours} END`,
      flags,
      updatedAt: now,
    })
    .where(
      and(
        eq(cases.id, caseId),
        ne(cases.status, "forgotten"),
        or(
          ne(cases.controlledBy, controlledBy),
          sql`${cases.flags} IS DISTINCT FROM ${flags}`,
          sql`${untriaged} AND (${cases.area} IS DISTINCT FROM ${u.area}::text OR ${cases.urgencyHours} IS DISTINCT FROM ${hours}::int)`,
        ),
      ),
    );
}

/** The search ends at "stop" and begins anew when a person who was searched for is back in the talk. */
function searchAfter(ctx: ServiceContext, { caseId, status, seq }: RecordConversation, at: string): SQL {
  if (status === "stopped") return stopSearch(ctx, caseId, at);
  return status === "handed_off" ? insertOutbox([]) : resumeSearch(ctx, caseId, seq, at);
}

function move(ctx: ServiceContext, { caseId, status }: RecordConversation, now: Date) {
  const { from, event } = MOVES[status];
  return ctx.db
    .update(cases)
    .set({ status: event === null ? sql`status` : stateAfterSql(event), updatedAt: now })
    .where(and(eq(cases.id, caseId), inArray(cases.status, [...from])))
    .returning({ id: cases.id });
}

/** Moves beside those of the search. Who said stop, or seemed to have no legal problem, and writes again is back in the interview. */
const MOVES: Record<ConversationStatus, { event: CaseEvent | null; from: readonly CaseStatus[] }> = {
  interviewing: { event: "given_back", from: [...statesBefore("given_back"), ...statesBefore("person_returned")] },
  handed_off: { event: "human_called", from: statesBefore("human_called") },
  completed: { event: "person_returned", from: ["stopped"] },
  stopped: { event: null, from: [] },
};

function newsOf(ctx: ServiceContext, input: RecordConversation, now: Date) {
  const { caseId, status, controlledBy, reason, seq } = input;
  const made = { now, traceId: ctx.traceId };
  const data = { case_id: caseId, status, controlled_by: controlledBy };
  const news = outboxRow(
    "conversation.publish",
    `operators:conversation:${caseId}:${seq}`,
    { conversationId: OPERATORS_INBOX, events: [{ type: "handoff", key: `conversation:${caseId}:${seq}`, data }] },
    made,
  );
  // A person may be called beside a conversation that goes on.
  if (controlledBy === "human") return [news, ...resolvePage(ctx, caseSubject(caseId), String(seq))];
  if (status !== "handed_off" && reason === null) return [news];
  const params = { case_id: caseId, reason: reason ?? "asked_for_person" };
  const call = outboxRow(
    "operators.notify",
    `needs_human:${caseId}:${seq}`,
    { kind: "case_needs_human", params },
    made,
  );
  return [news, call];
}
