// A case was taken: the client hears who has it, the others hear kindly that it is taken.
import { eq } from "drizzle-orm";
import { cases, offers, professionals } from "../../db/schema.ts";
import { inboxOf, OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { deliver } from "../notify/deliver.ts";
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
  for (const { offer, userId, name } of asked) {
    if (offer.status !== "accepted" && offer.status !== "withdrawn") continue;
    const event = {
      type: "offer_update",
      key: `offer:${offer.id}:${offer.status}`,
      data: { offer_id: offer.id, status: offer.status },
    } as const;
    unwrap(await ctx.conversation(inboxOf(userId)).publish([event]));
    if (offer.status === "withdrawn") {
      await deliver(
        ctx,
        { userId, kind: "offer_withdrawn", params: { offer_id: offer.id } },
        `offer:${offer.id}:withdrawn`,
      );
      continue;
    }
    const data = { case_id: row.id, status: "accepted", professional: name };
    unwrap(
      await ctx.conversation(row.conversationId).publish([{ type: "offer_update", key: `accepted:${offer.id}`, data }]),
    );
    unwrap(
      await ctx
        .conversation(OPERATORS_INBOX)
        .publish([
          { type: "offer_update", key: `accepted:${offer.id}`, data: { case_id: row.id, status: "accepted" } },
        ]),
    );
    await deliver(
      ctx,
      { userId: row.clientId, kind: "case_accepted", params: { case_id: row.id } },
      `accepted:${offer.id}:client`,
    );
  }
}
