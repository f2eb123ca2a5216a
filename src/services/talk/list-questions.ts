// What professionals who were asked want to know, for the client of the case: who they are stays unsaid.
import { asc, eq } from "drizzle-orm";
import { OPEN_OFFER_STATUSES, offerQuestions, offers } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";
import type { Person } from "./talk-of.ts";

export interface ClientQuestion {
  id: string;
  text: string;
  answer: string | null;
  /** ISO 8601 */
  asked_at: string;
  answered_at: string | null;
  /** Until when an answer still helps; null: it is over, or answered. */
  answer_by: string | null;
}

/** Unanswered ones that still count, and answered ones, oldest first; there are few. Only the client's own: `not_found` else. */
export async function listQuestions(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
): Promise<{ items: ClientQuestion[]; next: null }> {
  await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  const rows = await ctx.db
    .select({ question: offerQuestions, expiresAt: offers.expiresAt, status: offers.status })
    .from(offerQuestions)
    .innerJoin(offers, eq(offers.id, offerQuestions.offerId))
    .where(eq(offerQuestions.caseId, caseId))
    .orderBy(asc(offerQuestions.createdAt));
  const now = ctx.now();
  const items = rows.flatMap(({ question, expiresAt, status }): ClientQuestion[] => {
    const open = question.answeredAt === null && OPEN_OFFER_STATUSES.some((one) => one === status) && expiresAt > now;
    if (!open && question.answeredAt === null) return [];
    return [
      {
        id: question.id,
        text: question.text,
        answer: question.answer,
        asked_at: question.createdAt.toISOString(),
        answered_at: question.answeredAt?.toISOString() ?? null,
        answer_by: open ? expiresAt.toISOString() : null,
      },
    ];
  });
  return { items, next: null };
}
