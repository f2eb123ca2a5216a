// A professional's own offers, newest first.
import { and, desc, eq, gt, inArray, not } from "drizzle-orm";
import * as z from "zod";
import { cases, contacts, offers, professionals } from "../../db/schema.ts";
import { OPEN_OFFER_STATUSES } from "../../db/tables/offers.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { type OfferView, offerColumns, offerView } from "./read-offer.ts";

export const input = z.object({
  /** `open`: can still be answered; `past`: was answered or is over. */
  show: z.enum(["open", "past", "all"]).default("all"),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(200).optional(),
});

/** Empty for someone who is no professional. Throws `invalid_input` for a cursor that no list gave out. */
export async function listOffers(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input> = {},
): Promise<{ items: OfferView[]; next: string | null }> {
  const { show, limit, cursor } = parseInput(input, raw);
  const open = and(inArray(offers.status, [...OPEN_OFFER_STATUSES]), gt(offers.expiresAt, ctx.now()));
  const shown = { open, past: open && not(open), all: undefined }[show];
  const rows = await ctx.db
    .select(offerColumns)
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .leftJoin(contacts, eq(contacts.offerId, offers.id))
    .where(and(eq(professionals.userId, actor.userId), shown, afterCursor(offers.createdAt, offers.id, cursor)))
    .orderBy(desc(offers.createdAt), desc(offers.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { items: page.items.map(offerView), next: page.next };
}
