// An operator decides a doubt about a conflict of interest: cleared opens the gate for that pair, confirmed keeps it closed.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases, conflictReviews } from "../../db/schema.ts";
import { CONFLICT_REASONS } from "../../domain/matching/conflict-decision.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { searchAgain } from "../operations/search-again.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z
  .object({
    id: z.string().min(1).max(100),
    decision: z.enum(["cleared", "confirmed"], { error: "The decision is cleared or confirmed." }),
    /** Kept in the audit. */
    reason: z.enum([...CONFLICT_REASONS.cleared, ...CONFLICT_REASONS.confirmed]).optional(),
  })
  .refine(({ decision, reason }) => CONFLICT_REASONS[decision].some((one) => reason === undefined || one === reason), {
    path: ["reason"],
    error: "This reason does not go with this decision.",
  });

export interface ConflictDecided {
  id: string;
  case_id: string;
  status: "cleared" | "confirmed";
  decided_at: string;
  /** True where the case had nobody and is searched for again. */
  searching: boolean;
}

/**
 * The same decision twice is one, and finishes what the first left undone. Another one later is a 409 `decided_already`:
 * offers may have gone out on it. Throws `not_found` for anyone but operators.
 */
export async function decideConflict(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<ConflictDecided> {
  const operator = asOperator(actor);
  const { id, decision, reason } = parseInput(input, raw);
  const now = ctx.now();
  const entry = auditRow(operator.userId, `conflict.${decision}`, id, now, reason === undefined ? {} : { reason });
  const isOpen = sql`EXISTS (SELECT 1 FROM conflict_reviews WHERE id = ${id} AND status = 'open')`;
  const [, , , [row]] = await ctx.db.batch([
    ctx.db.select({ id: conflictReviews.id }).from(conflictReviews).where(eq(conflictReviews.id, id)).for("update"),
    insertIf(ctx.db, audit, entry, isOpen),
    ctx.db
      .update(conflictReviews)
      .set({ status: decision, decidedBy: operator.userId, decidedAt: now })
      .where(and(eq(conflictReviews.id, id), eq(conflictReviews.status, "open"))),
    ctx.db
      .select({ review: conflictReviews, caseStatus: cases.status })
      .from(conflictReviews)
      .innerJoin(cases, eq(cases.id, conflictReviews.caseId))
      .where(eq(conflictReviews.id, id)),
  ]);
  if (row === undefined) throw notFound("review");
  const { review, caseStatus } = row;
  if (review.status !== decision) {
    throw conflict(
      "decided_already",
      "Someone has decided this the other way. Reload the list to see who waits still.",
    );
  }
  const searching = decision === "cleared" && caseStatus === "unmatched";
  if (searching) await searchAgain(ctx, actor, review.caseId);
  return {
    id,
    case_id: review.caseId,
    status: decision,
    decided_at: (review.decidedAt ?? now).toISOString(),
    searching,
  };
}
