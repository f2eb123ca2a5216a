// Mirrors who holds a conversation, and why, into the case; calls the operators when a person is needed.
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, cases } from "../../db/schema.ts";
import { type CaseEvent, stateAfter, statesBefore } from "../../domain/case-state.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ConversationStatus } from "../../domain/ports.ts";
import type { Understanding } from "../../domain/triage/types.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

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

const EVENT_OF: Record<ConversationStatus, CaseEvent | null> = {
  interviewing: "given_back",
  handed_off: "human_called",
  stopped: "person_stopped",
  completed: null,
};

/** Idempotent for one `seq`. A case whose search has begun keeps its status; only who holds the talk changes. */
export async function recordConversation(ctx: ServiceContext, input: RecordConversation): Promise<void> {
  const now = ctx.now();
  const { caseId, understanding: u } = input;
  const event = EVENT_OF[input.status];
  const called = input.status === "handed_off" && input.controlledBy === "agent";
  const made = { now, traceId: ctx.traceId };
  const rows = [
    outboxRow(
      "conversation.publish",
      `operators:conversation:${caseId}:${input.seq}`,
      {
        conversationId: OPERATORS_INBOX,
        events: [
          {
            type: "handoff",
            key: `conversation:${caseId}:${input.seq}`,
            data: { case_id: caseId, status: input.status, controlled_by: input.controlledBy },
          },
        ],
      },
      made,
    ),
    ...(called
      ? [
          outboxRow(
            "operators.notify",
            `needs_human:${caseId}:${input.seq}`,
            { kind: "case_needs_human", params: { case_id: caseId, reason: input.reason ?? "asked_for_person" } },
            made,
          ),
        ]
      : []),
  ];
  const [, , queued] = await ctx.db.batch([
    ctx.db
      .update(cases)
      .set({
        controlledBy: input.controlledBy,
        area: sql`CASE WHEN ${cases.triagedAt} IS NULL THEN ${u.area} ELSE ${cases.area} END`,
        urgencyHours: sql`CASE WHEN ${cases.triagedAt} IS NULL THEN ${Math.round(u.urgencyHours)}::int ELSE ${cases.urgencyHours} END`,
        flags: u.flags,
        updatedAt: now,
      })
      .where(and(eq(cases.id, caseId), ne(cases.status, "forgotten"))),
    ctx.db
      .update(cases)
      .set({ status: event === null ? sql`status` : stateAfter(event) })
      .where(
        and(
          eq(cases.id, caseId),
          inArray(cases.status, event === null ? [] : [...statesBefore(event), ...backFrom(event)]),
        ),
      ),
    ctx.db.execute(insertOutbox(rows)),
    ctx.db.insert(audit).values(
      auditRow("system", "conversation.recorded", caseId, now, {
        status: input.status,
        controlled_by: input.controlledBy,
      }),
    ),
  ]);
  await ctx.enqueue(insertedRows(queued));
}

/** A person who said stop and writes again is back in the interview. */
function backFrom(event: CaseEvent) {
  return event === "given_back" ? statesBefore("person_returned") : [];
}
