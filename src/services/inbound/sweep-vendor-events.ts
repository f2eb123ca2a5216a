// Nightly: of what vendors told only the ids outlive a month, and they two, so that a replay is refused; so with what was told by them.
import { and, isNotNull, lte, ne, notInArray, sql } from "drizzle-orm";
import { teamPosts, vendorEvents, whatsappMessages } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** No vendor sends an event again after so long (DocuSign's fifteen days are the longest). */
const IDS_KEPT_DAYS = 60;
/** What nobody knew, or could do, is there to be looked at for a while: it may hold a person's words. */
const BODIES_KEPT_DAYS = 30;

export async function sweepVendorEvents(ctx: ServiceContext): Promise<{ removed: number; emptied: number }> {
  const before = (days: number) => new Date(ctx.now().getTime() - days * 86_400_000);
  const [removed, emptied] = await ctx.db.batch([
    ctx.db
      .delete(vendorEvents)
      .where(and(lte(vendorEvents.receivedAt, before(IDS_KEPT_DAYS)), ne(vendorEvents.status, "pending")))
      .returning({ id: vendorEvents.id }),
    ctx.db
      .update(vendorEvents)
      .set({ body: {} })
      .where(
        and(
          lte(vendorEvents.receivedAt, before(BODIES_KEPT_DAYS)),
          notInArray(vendorEvents.status, ["pending", "handled"]),
          sql`${vendorEvents.body} <> '{}'::jsonb`,
        ),
      )
      .returning({ id: vendorEvents.id }),
    ctx.db.delete(teamPosts).where(lte(teamPosts.createdAt, before(IDS_KEPT_DAYS))),
    // Words that never left, or of which nobody knows: the conversation has them.
    ctx.db
      .update(whatsappMessages)
      .set({ text: null })
      .where(and(lte(whatsappMessages.createdAt, before(BODIES_KEPT_DAYS)), isNotNull(whatsappMessages.text))),
    // A link lives for seven days, and a receipt comes within a day.
    ctx.db.delete(whatsappMessages).where(lte(whatsappMessages.createdAt, before(IDS_KEPT_DAYS))),
  ]);
  return { removed: removed.length, emptied: emptied.length };
}
