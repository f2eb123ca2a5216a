// Everybody's offers for the console, newest first.
import { and, desc, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { cases, offers, professionals } from "../../db/schema.ts";
import { OFFER_STATUSES, OPEN_OFFER_STATUSES } from "../../db/tables/offers.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asOperator } from "./as-operator.ts";

export const input = z.object({
  status: z.enum([...OFFER_STATUSES, "open"]).optional(),
  case_id: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** `open` is pending or seen. Times are ISO 8601. */
export async function listAllOffers(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { status, case_id: caseId, limit, cursor } = parseInput(input, raw);
  const inState =
    status === "open" ? inArray(offers.status, [...OPEN_OFFER_STATUSES]) : status && eq(offers.status, status);
  const rows = await ctx.db
    .select({ offer: offers, area: cases.area, uf: cases.uf, name: professionals.name })
    .from(offers)
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(
      and(
        inState,
        caseId === undefined ? undefined : eq(offers.caseId, caseId),
        afterCursor(offers.createdAt, offers.id, cursor),
      ),
    )
    .orderBy(desc(offers.createdAt), desc(offers.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ offer }) => ({ at: offer.createdAt, id: offer.id }));
  return {
    items: page.items.map(({ offer, area, uf, name }) => ({
      id: offer.id,
      case_id: offer.caseId,
      professional_id: offer.professionalId,
      professional: name,
      area,
      uf,
      wave: offer.wave,
      rank: offer.rank,
      status: offer.status,
      decline_reason: offer.declineReason,
      created_at: offer.createdAt.toISOString(),
      seen_at: offer.seenAt?.toISOString() ?? null,
      answered_at: offer.answeredAt?.toISOString() ?? null,
      expires_at: offer.expiresAt.toISOString(),
    })),
    next: page.next,
  };
}

export type OfferItem = Awaited<ReturnType<typeof listAllOffers>>["items"][number];
