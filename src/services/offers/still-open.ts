// The gates that can close between a reading and its lock, as SQL for whoever makes an offer.
import { type SQL, sql } from "drizzle-orm";
import { isBlocked } from "../../db/is-blocked.ts";
import type { ServiceContext } from "../context.ts";
import { casesHeld, isAway, isMember, offersOfDay, openOffers } from "../equity/ledger-sql.ts";

/** Over alias `p`: what can change between a ranking or a list and its lock, asked of the rows and the ledger themselves, never of a kept figure. */
export function stillOpen(ctx: ServiceContext, caseId: string): SQL {
  const now = ctx.now();
  const id = sql`p.id`;
  return sql`${isMember} AND NOT ${isAway(now)}
    AND p.user_id IS DISTINCT FROM (SELECT client_id FROM cases WHERE id = ${caseId})
    AND ${casesHeld(id, now)} + ${openOffers(id)} < p.capacidade_mensal
    AND ${offersOfDay(id, now)} < ${ctx.settings.maxOffersPerDay}
    AND NOT ${isBlocked(caseId)}
    AND NOT EXISTS (SELECT 1 FROM conflict_reviews v WHERE v.case_id = ${caseId} AND v.professional_id = p.id AND v.status = 'confirmed')`;
}
