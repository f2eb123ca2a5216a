// A professional gives a case back, with the reason; it is counted, and the search goes on with somebody else.
import { and, eq } from "drizzle-orm";
import type * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { caseChanges, professionals } from "../../db/schema.ts";
import type { CaseMode } from "../../domain/case-mode.ts";
import { stateAfter } from "../../domain/case-state.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { callWhenOften } from "./call-when-often.ts";
import { changeCourse } from "./change-course.ts";
import type { withdrawInput } from "./course-input.ts";
import type { CourseOutcome } from "./course-order.ts";

/**
 * The contract is void, the load goes back, and he is never asked in this case again. Withdrawn twice is withdrawn once.
 * Throws `not_found` for anyone but the professional who has the case.
 */
export async function withdrawFromCase(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof withdrawInput>,
): Promise<CourseOutcome> {
  const gaveBack = await hasGivenBack(ctx, actor.userId, caseId);
  let mode: CaseMode = "matching";
  const { changed, outcome } = await changeCourse(ctx, {
    caseId,
    kind: "withdrawn",
    event: () => "professional_withdrew",
    actor: "professional",
    by: actor.userId,
    reason: input.reason,
    words: input.words,
    closeReason: null,
    check: ({ row, taken }) => {
      mode = row.mode;
      if (!gaveBack && taken?.professional.userId !== actor.userId) throw notFound("case");
    },
    isDone: () => gaveBack,
  });
  if (changed) await callWhenOften(ctx, caseId);
  // Whoever gave it back is not told what became of it since.
  return changed ? outcome : { ...outcome, status: stateAfter("professional_withdrew", mode), close_reason: null };
}

async function hasGivenBack(ctx: ServiceContext, userId: string, caseId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: caseChanges.id })
    .from(caseChanges)
    .innerJoin(professionals, eq(professionals.id, caseChanges.professionalId))
    .where(and(eq(caseChanges.caseId, caseId), eq(caseChanges.kind, "withdrawn"), eq(professionals.userId, userId)));
  return rows.length > 0;
}
