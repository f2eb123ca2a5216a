// One contract with everything that its verbs decide on, read in one statement.
import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import type { Database } from "../../db/client.ts";
import { blockedPairs, cases, contracts, professionals, users } from "../../db/schema.ts";
import type { Actor } from "../context.ts";

export type Party = "client" | "professional";

/** The contract's row with its case and its professional. Throws `not_found`. */
export async function contractRecord(db: Database, contractId: string) {
  const [record] = await db
    .select({
      contract: contracts,
      case: {
        id: cases.id,
        conversationId: cases.conversationId,
        area: cases.area,
        subarea: cases.subarea,
        summary: cases.summary,
        zone: cases.zone,
        status: cases.status,
        closedAt: cases.closedAt,
      },
      /** One of the two wanted no more of the other. */
      blocked: sql<boolean>`${blockedPairs.side} IS NOT NULL`,
      professional: {
        id: professionals.id,
        userId: professionals.userId,
        name: professionals.name,
        licenceNumber: professionals.licenceNumber,
        licenceUf: professionals.licenceUf,
        email: users.email,
      },
    })
    .from(contracts)
    .innerJoin(cases, eq(cases.id, contracts.caseId))
    .innerJoin(professionals, eq(professionals.id, contracts.professionalId))
    .innerJoin(users, eq(users.id, professionals.userId))
    .leftJoin(
      blockedPairs,
      and(eq(blockedPairs.clientId, contracts.clientId), eq(blockedPairs.professionalId, contracts.professionalId)),
    )
    .where(eq(contracts.id, contractId));
  if (record === undefined) throw notFound("contract");
  return record;
}

export type ContractRecord = Awaited<ReturnType<typeof contractRecord>>;

/** Which party the actor is, or null. */
export function partyOf(record: ContractRecord, actor: Actor): Party | null {
  if (actor.kind !== "person") return null;
  if (actor.userId === record.contract.clientId) return "client";
  return actor.userId === record.professional.userId ? "professional" : null;
}

/** The party that acts. To everyone else, operators included, the contract does not exist. */
export function requireParty(record: ContractRecord, actor: Actor): { party: Party; userId: string } {
  const party = partyOf(record, actor);
  if (party === null || actor.kind !== "person") throw notFound("contract");
  return { party, userId: actor.userId };
}

/** The two people of a contract. */
export function userOf(record: ContractRecord, party: Party): string {
  return party === "client" ? record.contract.clientId : record.professional.userId;
}
