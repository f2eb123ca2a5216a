// A professional accepts or declines his own offer; answers to one case go through its clock, one after another.
import * as z from "zod";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import { unwrap } from "../rpc.ts";
import { type OfferView, ownOffer, readOffer } from "./read-offer.ts";

const input = z.object({
  offerId: z.string().min(1).max(100),
  answer: z.enum(["accept", "decline"]),
  /** One of DECLINE_REASONS or a few words; nothing about a person. */
  reason: plainText()
    .trim()
    .max(300)
    .transform((text) => text || null)
    .nullish(),
});

/** The offer as it stands now. Throws `not_found`, or a 409 that says kindly what came between. */
export async function respondToOffer(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input>,
): Promise<OfferView> {
  const { offerId, answer, reason } = parseInput(input, raw);
  const { caseId, professionalId } = await ownOffer(ctx, actor, offerId);
  unwrap(
    await ctx.caseClock(caseId).answer({
      caseId,
      offerId,
      professionalId,
      userId: actor.userId,
      answer,
      reason: reason ?? null,
      traceId: ctx.traceId,
    }),
  );
  return readOffer(ctx, actor, offerId);
}
