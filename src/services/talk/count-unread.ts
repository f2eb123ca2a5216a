// How many messages wait to be read by one side, for each of some cases.
import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { caseMessages, offers } from "../../db/schema.ts";
import type { Side } from "../../domain/talk/sides.ts";
import type { ServiceContext } from "../context.ts";

/** Of the acceptances that stand; whether the reader may know of the cases is decided before. */
export async function countUnread(
  ctx: ServiceContext,
  side: Side,
  caseIds: readonly string[],
): Promise<Map<string, number>> {
  if (caseIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ caseId: caseMessages.caseId, n: sql<string>`count(*)` })
    .from(caseMessages)
    .innerJoin(offers, and(eq(offers.id, caseMessages.offerId), eq(offers.status, "accepted")))
    .where(and(inArray(caseMessages.caseId, [...caseIds]), ne(caseMessages.sender, side), isNull(caseMessages.readAt)))
    .groupBy(caseMessages.caseId);
  return new Map(rows.map(({ caseId, n }) => [caseId, Number(n)]));
}
