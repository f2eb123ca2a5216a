// The client's talks with those who held the case before: his to read as long as the case is there.
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { caseMessages, offers, professionals } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";
import { type Person, type Talk, talkOf } from "./talk-of.ts";

export interface FormerTalk {
  offer_id: string;
  professional: string;
}

/** Of the case's client alone, the latest first; throws `not_found` for everybody else. */
export async function formerTalks(ctx: ServiceContext, actor: Person, caseId: string): Promise<FormerTalk[]> {
  await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  return ctx.db
    .select({ offer_id: offers.id, professional: professionals.name })
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(
      and(
        eq(offers.caseId, caseId),
        ne(offers.status, "accepted"),
        sql`EXISTS (SELECT 1 FROM ${caseMessages} WHERE ${caseMessages.offerId} = ${offers.id})`,
      ),
    )
    .orderBy(desc(offers.createdAt));
}

/** One of them as a talk that is only read. Throws `not_found`. */
export async function formerTalk(ctx: ServiceContext, actor: Person, caseId: string, offerId: string): Promise<Talk> {
  const [talk, former] = await Promise.all([talkOf(ctx, actor, caseId), formerTalks(ctx, actor, caseId)]);
  const one = former.find(({ offer_id }) => offer_id === offerId);
  if (one === undefined) throw notFound("talk");
  const professional = { id: "", userId: "", name: one.professional };
  return { ...talk, offerId, state: "read_only", blockedBy: null, mutedUntil: null, professional };
}
