// A question before the acceptance, as the one who asked it and the one who answers it see it.
import { eq } from "drizzle-orm";
import { offerQuestions } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { ownOffer } from "../offers/read-offer.ts";
import type { Person } from "./talk-of.ts";

type Row = typeof offerQuestions.$inferSelect;

/** For the professional. Times are ISO 8601. */
export function askedOf(row: Row) {
  return {
    id: row.id,
    offer_id: row.offerId,
    text: row.text,
    answer: row.answer,
    asked_at: row.createdAt.toISOString(),
    answered_at: row.answeredAt?.toISOString() ?? null,
  };
}

export type OfferQuestion = ReturnType<typeof askedOf>;

/** The professional's own question on an offer of his, or null. Throws `not_found` for someone else's offer. */
export async function readQuestion(ctx: ServiceContext, actor: Person, offerId: string): Promise<OfferQuestion | null> {
  await ownOffer(ctx, actor, offerId);
  const [row] = await ctx.db.select().from(offerQuestions).where(eq(offerQuestions.offerId, offerId));
  return row === undefined ? null : askedOf(row);
}
