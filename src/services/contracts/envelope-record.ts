// The envelope of a contract as it stands, with the contract's own row.
import { eq } from "drizzle-orm";
import type { Database } from "../../db/client.ts";
import { contractEnvelopes, contracts } from "../../db/schema.ts";

export type EnvelopeRecord = typeof contractEnvelopes.$inferSelect & {
  contract: { status: string; method: string; locale: "pt-BR" | "en" };
};

/** Null where the contract never had one. */
export async function envelopeOf(
  db: Database,
  by: { contractId: string } | { vendorId: string },
): Promise<EnvelopeRecord | null> {
  const condition =
    "contractId" in by ? eq(contractEnvelopes.contractId, by.contractId) : eq(contractEnvelopes.vendorId, by.vendorId);
  const [found] = await db
    .select({
      envelope: contractEnvelopes,
      contract: { status: contracts.status, method: contracts.method, locale: contracts.locale },
    })
    .from(contractEnvelopes)
    .innerJoin(contracts, eq(contracts.id, contractEnvelopes.contractId))
    .where(condition);
  return found === undefined ? null : { ...found.envelope, contract: found.contract };
}
