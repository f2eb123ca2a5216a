// Doubts about conflicts of interest that a ranking met: rows for a person to decide, in the batch of the wave.
import { type SQL, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { outboxRow } from "../../db/outbox.ts";
import { firstClosedGate } from "../../domain/matching/gates.ts";
import type { ServiceContext } from "../context.ts";
import type { Match } from "../matching/match-case.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";

/** Of one wave: more than a person decides in time, and enough to fill several waves. */
const MOST_REVIEWS = 20;

/**
 * Two statements: open reviews of whoever only the conflict gate kept away (nearest to the case first, each pair once ever),
 * then, returned as outbox rows, one message to the operators for a case that has any.
 */
export function conflictReviewSql(ctx: ServiceContext, match: Match): [SQL, SQL] {
  return conflictDoubtsSql(ctx, match.row.id, doubts(match));
}

export interface Doubt {
  professionalId: string;
  /** "name" when a name is alike, "unchecked" when the check could not be made. */
  reason: "name" | "unchecked";
}

/** The same for doubts that are known, in their order. */
export function conflictDoubtsSql(ctx: ServiceContext, caseId: string, doubts: readonly Doubt[]): [SQL, SQL] {
  const now = ctx.now();
  const rows = doubts.map(({ professionalId, reason }, place) => ({
    id: newId("cfr", now.getTime()),
    professional_id: professionalId,
    reason,
    place,
  }));
  const news = outboxRow(
    "operators.notify",
    `conflict_review:${caseId}`,
    { kind: "conflict_review", params: { case_id: caseId } },
    { now, traceId: ctx.traceId },
  );
  return [
    sql`
      INSERT INTO conflict_reviews (id, case_id, professional_id, reason, status, created_at)
      SELECT d.id, ${caseId}, d.professional_id, d.reason, 'open', ${now.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(id text, professional_id text, reason text, place int)
      WHERE NOT EXISTS (SELECT 1 FROM conflict_reviews v WHERE v.case_id = ${caseId} AND v.professional_id = d.professional_id)
      ORDER BY d.place LIMIT ${MOST_REVIEWS}
      ON CONFLICT (case_id, professional_id) DO NOTHING`,
    insertOutbox([news], sql`EXISTS (SELECT 1 FROM conflict_reviews WHERE case_id = ${caseId} AND status = 'open')`),
  ];
}

function doubts({ facts, candidates }: Match): Doubt[] {
  return candidates
    .filter((one) => one.conflict !== false && firstClosedGate(facts, { ...one, conflict: false }) === null)
    .toSorted((a, b) => (b.similarity ?? -1) - (a.similarity ?? -1) || (a.id < b.id ? -1 : 1))
    .map(({ id, conflict }) => ({ professionalId: id, reason: conflict === null ? "unchecked" : "name" }));
}
