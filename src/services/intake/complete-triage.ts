// The triage is complete: the case keeps its outcome, and the search begins.
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, cases } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import { placeOf } from "../../domain/legal/capitals.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import type { Strategy, Understanding } from "../../domain/triage/types.ts";
import type { ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { forgetAssumed } from "../reach/forget-assumed.ts";
import { holdSearch, reachByOf } from "../reach/hold-search.ts";

export interface CompleteTriage {
  caseId: string;
  understanding: Understanding;
  /** How models read the story; absent where only the rules did, which is the interviewer's own result. */
  strategy?: Strategy | undefined;
}

/** Idempotent: told twice, the case is searched for once. */
export async function completeTriage(ctx: ServiceContext, input: CompleteTriage): Promise<void> {
  const now = ctx.now();
  const { caseId, understanding: u } = input;
  // Who only wanted to be listened to is not sent to a lawyer.
  const event = u.area === "nenhuma" ? "no_legal_problem" : "triage_completed";
  const place = placeOf(u.uf, u.municipality);
  const made = { now, traceId: ctx.traceId };
  const told = outboxRow(
    "conversation.publish",
    `operators:triaged:${caseId}`,
    {
      conversationId: OPERATORS_INBOX,
      events: [{ type: "triage_completed", key: `triaged:${caseId}`, data: { case_id: caseId } }],
    },
    made,
  );
  const search = outboxRow("case.match", `case.match:${caseId}:1`, { caseId }, made);
  const open = outboxRow("directory.open", `directory.open:${caseId}:1`, { caseId }, made);
  const compare = outboxRow("case.compare", `case.compare:${caseId}`, { caseId }, made);
  const hold = holdSearch(ctx, caseId, now);
  const [moved, queued, held, asked, , chosen] = await ctx.db.batch([
    ctx.db
      .update(cases)
      .set({
        status: stateAfterSql(event),
        area: u.area,
        subarea: u.subarea,
        uf: u.uf,
        municipality: u.municipality,
        lat: place?.lat ?? null,
        lon: place?.lon ?? null,
        urgencyHours: Math.round(u.urgencyHours),
        complexity: u.complexity,
        confidence: u.confidence,
        strategy: input.strategy ?? "simple",
        deadlines: u.deadlines,
        flags: u.flags,
        languages: u.languages,
        // What the client put into own words before a stop stays.
        summary: sql`CASE WHEN ${cases.ownSummary} IS NULL THEN ${u.summary} ELSE ${cases.summary} END`,
        adverseParties: u.adverseParties,
        triagedAt: now,
        reachBy: reachByOf(ctx, u.urgencyHours, now),
        updatedAt: now,
      })
      .where(and(eq(cases.id, caseId), inArray(cases.status, [...statesBefore(event)])))
      .returning({ id: cases.id }),
    ctx.db.execute(insertOutbox([search, told, compare], isNow(caseId, "matching"))),
    ctx.db.execute(hold[0]),
    ctx.db.execute(hold[1]),
    insertIf(
      ctx.db,
      audit,
      auditRow("system", "case.triaged", caseId, now, { area: u.area, complexity: u.complexity }),
      sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND triaged_at = ${now.toISOString()}::timestamptz)`,
    ),
    ctx.db.execute(insertOutbox([open, told, compare], isNow(caseId, "choosing"))),
    ctx.db.execute(forgetAssumed(sql`(SELECT client_id FROM cases WHERE id = ${caseId})`, now)),
  ]);
  const status = event === "no_legal_problem" ? event : "completed";
  ctx.metrics.count("triage_requests_total", { status }, moved.length);
  const waiting = new Set(insertedRows(held).map(({ id }) => id));
  const due = insertedRows(queued).filter(({ id }) => !waiting.has(id));
  await ctx.enqueue([...due, ...insertedRows(asked), ...insertedRows(chosen)]);
  // The last words of a triage may have been said just before a kill; nothing else would show them in the help desk.
  await oweMirror(ctx, caseId, "completed");
}

/** Vez proposes where the case is in `matching`; in `choosing` its client does, and nobody is searched for. */
function isNow(caseId: string, status: "matching" | "choosing"): SQL {
  return sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND status = ${status})`;
}
