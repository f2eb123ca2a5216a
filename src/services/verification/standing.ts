// Where an applicant or professional stands with the team: waiting, asked, refused, suspended, and what was said.
import { and, desc, eq, isNull } from "drizzle-orm";
import { professionals, suspensions, verificationReviews } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { Person } from "./applicant.ts";

export type ReviewRow = typeof verificationReviews.$inferSelect;

/** The newest, or null. */
export async function lastReview(ctx: ServiceContext, professionalId: string): Promise<ReviewRow | null> {
  const [row] = await ctx.db
    .select()
    .from(verificationReviews)
    .where(eq(verificationReviews.professionalId, professionalId))
    .orderBy(desc(verificationReviews.createdAt), desc(verificationReviews.id))
    .limit(1);
  return row ?? null;
}

/** Null for somebody who never sent an application. */
export async function readStanding(ctx: ServiceContext, actor: Person) {
  const [row] = await ctx.db
    .select({ professional: professionals, suspension: suspensions })
    .from(professionals)
    .leftJoin(suspensions, and(eq(suspensions.professionalId, professionals.id), isNull(suspensions.liftedAt)))
    .where(eq(professionals.userId, actor.userId));
  if (row === undefined) return null;
  const { professional, suspension } = row;
  return {
    professional_id: professional.id,
    vertical: professional.vertical,
    status: professional.status,
    licence_status: professional.licenceStatus,
    review: reviewView(await lastReview(ctx, professional.id)),
    suspension:
      suspension === null
        ? null
        : {
            reason: suspension.reason,
            words: suspension.words,
            since: suspension.createdAt.toISOString(),
            until: suspension.until?.toISOString() ?? null,
          },
  };
}

export type Standing = NonNullable<Awaited<ReturnType<typeof readStanding>>>;

/** As its applicant sees it: who of the team decided, and what a look-up found, stays with the team. */
function reviewView(row: ReviewRow | null) {
  if (row === null) return null;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    claims: row.claims,
    words: row.words,
    refusal_reasons: row.refusalReasons,
    refusal_words: row.refusalWords,
    created_at: row.createdAt.toISOString(),
    decided_at: row.decidedAt?.toISOString() ?? null,
  };
}
