// The offers of a case for its client: how many were asked and how it stands, not who they are.
import { and, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { type OfferStatus, OPEN_OFFER_STATUSES, offers } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { visibleCase } from "../intake/visible-case.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** Newest first, times ISO 8601. A decline is not told: it is nobody's business but theirs. Throws `not_found`. */
export async function listCaseOffers(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  raw: Partial<Unchecked<typeof input>> = {},
) {
  const { limit, cursor } = parseInput(input, raw);
  await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  const rows = await ctx.db
    .select({
      ...{ id: offers.id, wave: offers.wave, status: offers.status },
      ...{ expiresAt: offers.expiresAt, createdAt: offers.createdAt },
    })
    .from(offers)
    .where(and(eq(offers.caseId, caseId), afterCursor(offers.createdAt, offers.id, cursor)))
    .orderBy(desc(offers.createdAt), desc(offers.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    items: page.items.map((row) => ({
      id: row.id,
      case_id: caseId,
      wave: row.wave,
      status: shownStatus(row.status),
      expires_at: row.expiresAt.toISOString(),
      created_at: row.createdAt.toISOString(),
    })),
    next: page.next,
  };
}

/** Who declined and who let it pass look the same. */
function shownStatus(status: OfferStatus): "open" | "accepted" | "over" {
  if (status === "accepted") return "accepted";
  return OPEN_OFFER_STATUSES.some((one) => one === status) ? "open" : "over";
}
