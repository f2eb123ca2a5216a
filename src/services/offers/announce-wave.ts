// A wave has gone out: its professionals hear of it, the client sees that somebody was asked, the clock is set.
import { and, eq, inArray } from "drizzle-orm";
import { cases, OPEN_OFFER_STATUSES, offers, professionals } from "../../db/schema.ts";
import { inboxOf, OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { deliverMany } from "../notify/deliver-many.ts";
import { unwrap } from "../rpc.ts";

/** Idempotent: every effect has a key of its own. */
export async function announceWave(ctx: ServiceContext, input: { caseId: string; wave: number }): Promise<void> {
  const rows = await ctx.db
    .select({ offer: offers, userId: professionals.userId, conversationId: cases.conversationId })
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .where(
      and(
        eq(offers.caseId, input.caseId),
        eq(offers.wave, input.wave),
        inArray(offers.status, [...OPEN_OFFER_STATUSES]),
      ),
    );
  const first = rows[0];
  if (first === undefined) return;
  const wakeAt = Math.min(...rows.map(({ offer }) => offer.remindAt.getTime()));
  await ctx.caseClock(input.caseId).wakeAt({ caseId: input.caseId, atMs: wakeAt });
  const news = {
    type: "match_ready",
    key: `wave:${input.wave}`,
    data: {
      case_id: input.caseId,
      wave: input.wave,
      asked: rows.length,
      answer_by: first.offer.expiresAt.toISOString(),
    },
  } as const;
  unwrap(await ctx.conversation(first.conversationId).publish([news]));
  unwrap(await ctx.conversation(OPERATORS_INBOX).publish([{ ...news, key: `wave:${input.caseId}:${input.wave}` }]));
  for (const { offer, userId } of rows) {
    unwrap(
      await ctx
        .conversation(inboxOf(userId))
        .publish([
          { type: "offer_update", key: `offer:${offer.id}:new`, data: { offer_id: offer.id, status: "pending" } },
        ]),
    );
  }
  await deliverMany(
    ctx,
    rows.map(({ offer, userId }) => ({
      message: { userId, kind: "offer_new" as const, params: { offer_id: offer.id } },
      key: `offer:${offer.id}:new`,
    })),
  );
}
