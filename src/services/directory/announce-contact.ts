// A client wrote to a professional of the list: he hears of it, the client sees that he was asked, the clock is set.
import { and, eq, inArray, sql } from "drizzle-orm";
import { cases, OPEN_OFFER_STATUSES, offers, professionals } from "../../db/schema.ts";
import { inboxOf, OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { deliver } from "../notify/deliver.ts";
import { unwrap } from "../rpc.ts";

/** Idempotent: every effect has a key of its own. Nothing happens where the offer was ended meanwhile. */
export async function announceContact(ctx: ServiceContext, input: { offerId: string }): Promise<void> {
  const [row] = await ctx.db
    .select({
      offer: offers,
      userId: professionals.userId,
      name: professionals.name,
      open: sql<number>`(SELECT count(*)::int FROM offers k WHERE k.case_id = ${offers.caseId} AND k.status IN ('pending', 'seen'))`,
      conversationId: cases.conversationId,
    })
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .where(and(eq(offers.id, input.offerId), inArray(offers.status, [...OPEN_OFFER_STATUSES])));
  if (row === undefined) return;
  const { offer } = row;
  await ctx.caseClock(offer.caseId).wakeAt({ caseId: offer.caseId, atMs: offer.remindAt.getTime() });
  const answerBy = offer.expiresAt.toISOString();
  const common = { case_id: offer.caseId, wave: offer.wave, asked: row.open, answer_by: answerBy, chosen_by: "client" };
  const type = "match_ready" as const;
  unwrap(
    await ctx
      .conversation(row.conversationId)
      .publish([{ type, key: `contact:${offer.id}`, data: { ...common, name: row.name } }]),
  );
  unwrap(await ctx.conversation(OPERATORS_INBOX).publish([{ type, key: `contact:${offer.id}`, data: common }]));
  const data = { offer_id: offer.id, status: "pending" };
  unwrap(
    await ctx.conversation(inboxOf(row.userId)).publish([{ type: "offer_update", key: `offer:${offer.id}:new`, data }]),
  );
  const params = { offer_id: offer.id };
  await deliver(ctx, { userId: row.userId, kind: "offer_chosen", params }, `offer:${offer.id}:new`);
}
