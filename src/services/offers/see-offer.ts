// A professional has opened an offer: it is seen, and can still be answered.
import { sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { type OfferView, ownOffer, readOffer } from "./read-offer.ts";

/** The first look counts; an offer that was answered or is over stays as it is. Throws `not_found`. */
export async function seeOffer(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  offerId: string,
): Promise<OfferView> {
  const { caseId, professionalId } = await ownOffer(ctx, actor, offerId);
  const now = ctx.now();
  const at = now.toISOString();
  await ctx.db.batch([
    // In the order in which answers lock: the ledger's foreign keys would take these two after the offer otherwise.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR KEY SHARE`),
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${professionalId} FOR KEY SHARE`),
    ctx.db.execute(sql`
      WITH seen AS (
        UPDATE offers SET status = 'seen', seen_at = ${at}::timestamptz
        WHERE id = ${offerId} AND status = 'pending' AND expires_at > ${at}::timestamptz
        RETURNING id, professional_id, case_id
      )
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_' || substr(s.id, 5) || '_seen', s.professional_id, s.case_id, s.id, coalesce(c.area, 'nenhuma'), 'seen', ${at}::timestamptz
      FROM seen s JOIN cases c ON c.id = s.case_id
      ON CONFLICT (offer_id, kind) DO NOTHING`),
    insertIf(
      ctx.db,
      audit,
      auditRow(actor.userId, "offer.seen", offerId, now),
      sql`EXISTS (SELECT 1 FROM offers WHERE id = ${offerId} AND status = 'seen' AND seen_at = ${at}::timestamptz)`,
    ),
  ]);
  return readOffer(ctx, actor, offerId);
}
