// A case was taken: the client hears who has it, the others hear kindly that it is taken.
import { eq } from "drizzle-orm";
import { cases, offers, professionals } from "../../db/schema.ts";
import { inboxOf, OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { deliverMany } from "../notify/deliver-many.ts";
import { unwrap } from "../rpc.ts";

/** Idempotent: every effect has a key of its own. */
export async function announceAcceptance(ctx: ServiceContext, input: { offerId: string }): Promise<void> {
  const [accepted] = await ctx.db.select({ caseId: offers.caseId }).from(offers).where(eq(offers.id, input.offerId));
  if (accepted === undefined) return;
  const [[row], asked] = await ctx.db.batch([
    ctx.db.select().from(cases).where(eq(cases.id, accepted.caseId)),
    ctx.db
      .select({ offer: offers, userId: professionals.userId, name: professionals.name })
      .from(offers)
      .innerJoin(professionals, eq(professionals.id, offers.professionalId))
      .where(eq(offers.caseId, accepted.caseId)),
  ]);
  if (row === undefined) return;
  const winner = asked.find(({ offer }) => offer.id === input.offerId);
  const data = { case_id: row.id, status: "accepted", offer_id: input.offerId };
  // Given back or undone before this was told: the others hear that it was taken, the client only what came after.
  const stands = winner?.offer.status === "accepted";
  const news = [
    { to: row.conversationId, data: { ...data, professional: winner?.name ?? "" } },
    { to: OPERATORS_INBOX, data },
  ].filter(() => stands);
  for (const { to, data } of news) {
    unwrap(await ctx.conversation(to).publish([{ type: "offer_update", key: `accepted:${input.offerId}`, data }]));
  }
  // Only whom this acceptance withdrew: a search that the person ended earlier withdrew others.
  const answeredAt = winner?.offer.answeredAt?.getTime();
  const over = asked.filter(
    ({ offer }) =>
      (offer.status === "accepted" || (offer.status === "withdrawn" && offer.id !== input.offerId)) &&
      offer.answeredAt?.getTime() === answeredAt,
  );
  for (const { offer, userId } of over) {
    const data = { offer_id: offer.id, status: offer.status };
    unwrap(
      await ctx
        .conversation(inboxOf(userId))
        .publish([{ type: "offer_update", key: `offer:${offer.id}:${offer.status}`, data }]),
    );
  }
  const toClient = {
    message: { userId: row.clientId, kind: "case_accepted" as const, params: { case_id: row.id } },
    key: `accepted:${input.offerId}:client`,
  };
  await deliverMany(ctx, [
    ...(stands ? [toClient] : []),
    ...over
      .filter(({ offer }) => offer.status === "withdrawn")
      .map(({ offer, userId }) => ({
        message: { userId, kind: "offer_withdrawn" as const, params: { offer_id: offer.id } },
        key: `offer:${offer.id}:withdrawn`,
      })),
  ]);
}
