// DocuSign's rule: one look at an envelope in fifteen minutes, whoever of us wants it, and however often.
import { and, eq, isNull, lte, or } from "drizzle-orm";
import { contractEnvelopes } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

export const BETWEEN_LOOKS_MS = 15 * 60_000;

/** True for the one that may look now. */
export async function claimLook(ctx: ServiceContext, contractId: string): Promise<boolean> {
  const now = ctx.now();
  const { lookedAt } = contractEnvelopes;
  const taken = await ctx.db
    .update(contractEnvelopes)
    .set({ lookedAt: now })
    .where(
      and(
        eq(contractEnvelopes.contractId, contractId),
        or(isNull(lookedAt), lte(lookedAt, new Date(now.getTime() - BETWEEN_LOOKS_MS))),
      ),
    )
    .returning({ contractId: contractEnvelopes.contractId });
  return taken.length > 0;
}
