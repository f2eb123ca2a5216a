// Where a case stands: its row, who took it, and the contract between the two; what a change of course is decided on.
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { cases, contracts, offers, professionals } from "../../db/schema.ts";
import type { MoveFacts } from "../../domain/case-move.ts";
import type { ServiceContext } from "../context.ts";

type Party = "client" | "professional";

/** Throws `not_found`. */
export async function readStanding(ctx: ServiceContext, caseId: string) {
  const [found] = await ctx.db
    .select({
      row: cases,
      offerId: offers.id,
      professional: { id: professionals.id, userId: professionals.userId, name: professionals.name },
      contract: { id: contracts.id, status: contracts.status },
      signed: sql<
        string | null
      >`(SELECT string_agg(s.party, ',' ORDER BY s.party) FROM signatures s WHERE s.contract_id = ${contracts.id})`,
      lastRound: sql<number>`greatest(${cases.wave}, coalesce((SELECT max(round) FROM shortlists s WHERE s.case_id = ${cases.id}), 0))`,
    })
    .from(cases)
    .leftJoin(offers, and(eq(offers.caseId, cases.id), eq(offers.status, "accepted")))
    .leftJoin(professionals, eq(professionals.id, offers.professionalId))
    .leftJoin(contracts, and(eq(contracts.offerId, offers.id), ne(contracts.status, "voided")))
    .where(eq(cases.id, caseId));
  if (found === undefined) throw notFound("case");
  const { row, offerId, professional, contract } = found;
  const parties = found.signed?.split(",") ?? [];
  return {
    row,
    taken: offerId === null || professional === null ? null : { offerId, professional, contract },
    signed: (["client", "professional"] as const).filter((party: Party) => parties.includes(party)),
    lastRound: Number(found.lastRound),
  };
}

export type Standing = Awaited<ReturnType<typeof readStanding>>;

export function factsOf({ row, signed }: Standing): MoveFacts {
  return {
    triaged: row.triagedAt !== null,
    area: row.area,
    askable: 0,
    openOffers: 0,
    signed,
    closeReason: row.closeReason,
  };
}

/** True while everything that was decided on is still so; to be asked with the case's row locked. */
export function stillStands({ row, taken, signed }: Standing): SQL {
  const contractId = taken?.contract?.id ?? null;
  return sql`EXISTS (
      SELECT 1 FROM cases k WHERE k.id = ${row.id} AND k.status = ${row.status}
        AND k.close_reason IS NOT DISTINCT FROM ${row.closeReason}::text)
    AND (SELECT max(id) FROM offers WHERE case_id = ${row.id} AND status = 'accepted') IS NOT DISTINCT FROM ${taken?.offerId ?? null}::text
    AND (SELECT max(id) FROM contracts WHERE case_id = ${row.id} AND status <> 'voided') IS NOT DISTINCT FROM ${contractId}::text
    AND (SELECT count(*) FROM signatures WHERE contract_id = ${contractId}::text) = ${signed.length}::int`;
}
