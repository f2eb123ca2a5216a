// Reminds a professional of an offer that he can still answer.
import { eq } from "drizzle-orm";
import { offers, professionals } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { deliver } from "../notify/deliver.ts";

/** Nothing happens for an offer that was answered in between. */
export async function remindOffer(ctx: ServiceContext, input: { offerId: string }): Promise<void> {
  const [row] = await ctx.db
    .select({ status: offers.status, userId: professionals.userId })
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(eq(offers.id, input.offerId));
  if (row === undefined || (row.status !== "pending" && row.status !== "seen")) return;
  const params = { offer_id: input.offerId };
  await deliver(ctx, { userId: row.userId, kind: "offer_reminder", params }, `offer:${input.offerId}:reminder`);
}
