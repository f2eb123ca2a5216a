// The queue of verifications: those who wait longest first, and what was decided, newest first.
import { and, asc, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { professionals, REVIEW_STATUSES, verificationReviews } from "../../db/schema.ts";
import { licenceText } from "../../domain/registration/licence.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, laterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  status: z.enum(REVIEW_STATUSES).default("open"),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional(),
});

/** `open` waits for an operator, `asked` for the applicant. `duplicates`: others who say that the number is theirs. */
export async function listReviews(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { status, limit, cursor } = parseInput(input, raw);
  const { createdAt, id } = verificationReviews;
  const isWaiting = status === "open" || status === "asked";
  const rows = await ctx.db
    .select({
      review: verificationReviews,
      vertical: professionals.vertical,
      duplicates: sql<string>`(
        SELECT count(*) FROM professionals o WHERE o.id <> ${professionals.id} AND o.vertical = ${professionals.vertical}
          AND o.licence_uf = ${professionals.licenceUf} AND o.licence_number = ${professionals.licenceNumber})`,
    })
    .from(verificationReviews)
    .innerJoin(professionals, eq(professionals.id, verificationReviews.professionalId))
    .where(
      and(
        eq(verificationReviews.status, status),
        isWaiting ? laterCursor(createdAt, id, cursor) : afterCursor(createdAt, id, cursor),
      ),
    )
    .orderBy(...(isWaiting ? [asc(createdAt), asc(id)] : [desc(createdAt), desc(id)]))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ review }) => ({ at: review.createdAt, id: review.id }));
  return {
    items: page.items.map(({ review, vertical, duplicates }) => ({
      id: review.id,
      kind: review.kind,
      status: review.status,
      vertical,
      professional_id: review.professionalId,
      name: review.claims.name,
      licence: licenceText(vertical, review.claims.licence_uf, review.claims.licence_number),
      registry: review.evidence.registry?.finding ?? null,
      duplicates: Number(duplicates),
      created_at: review.createdAt.toISOString(),
      updated_at: review.updatedAt.toISOString(),
      decided_at: review.decidedAt?.toISOString() ?? null,
    })),
    next: page.next,
  };
}

export type ReviewItem = Awaited<ReturnType<typeof listReviews>>["items"][number];
