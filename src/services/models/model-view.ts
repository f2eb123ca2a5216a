// A learned model as operators see it: everything but the trees themselves.
import type { models } from "../../db/schema.ts";
import { learnedShare } from "../../domain/matching/blend.ts";

type Row = Omit<typeof models.$inferSelect, "artefact">;

export function modelView(row: Row) {
  return {
    id: row.id,
    vertical: row.vertical,
    hash: row.hash,
    kind: row.kind,
    status: row.status,
    graded_cases: row.gradedCases,
    /** Of the score, if it serves: 0 is a cold start. */
    share: learnedShare(row.gradedCases),
    metrics: row.metrics,
    window_from: row.windowFrom?.toISOString() ?? null,
    window_to: row.windowTo?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    serving_since: row.servingSince?.toISOString() ?? null,
    retired_at: row.retiredAt?.toISOString() ?? null,
  };
}

export type ModelView = ReturnType<typeof modelView>;
