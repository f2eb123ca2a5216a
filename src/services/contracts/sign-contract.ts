// A party signs on the contract's own page: the typed name, the consent and where it came from.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid, type VezError } from "../../base/errors.ts";
import { contracts, signatures } from "../../db/schema.ts";
import { isSigningName, tidyName } from "../../domain/contracts/signing-name.ts";
import { type Actor, actorName, type ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { contactInput } from "./contact-input.ts";
import { contractRecord, type Party, requireParty } from "./contract-record.ts";
import { recordSignature } from "./record-signature.ts";

const input = z.object({
  contractId: z.string().min(1),
  /** As the party writes it; 2 to 120 characters, letters among them. */
  name: z.string().max(500).transform(tidyName).refine(isSigningName, "a full name of 2 to 120 characters"),
  consent: z.literal(true, "must be ticked"),
  /** From the client alone: how the professional reaches them. Left out or empty, nothing is changed. */
  contact: contactInput.optional(),
  ip: z.string().min(1).max(64),
  userAgent: z.string().transform((agent) => agent.slice(0, 400)),
});

export interface SignOutcome {
  contract_id: string;
  /** `signed` from the second signature on. */
  status: "sent" | "signed" | "closed";
  party: Party;
  /** When this party signed; ISO 8601. */
  signed_at: string;
}

/**
 * Each party signs once: the second time returns the first answer. Two parties at once end in one `signed`.
 * Throws `invalid_input`, `not_found` for anyone but the parties, `contract_not_open` (409) for a voided contract, and
 * `signed_at_docusign` (409) while DocuSign is the place to sign.
 */
export async function signContract(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<SignOutcome> {
  const { contractId, name, contact = null, ip, userAgent } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { party } = requireParty(record, actor);
  if (contact !== null && party !== "client") throw invalid("Only the client leaves a contact.");
  const given = { party, name, ip, userAgent, contact, signedAt: ctx.now(), by: actorName(actor) };
  const sign = () => recordSignature(ctx, record, { ...given, place: { method: "manual" } });
  await sign();
  const outcome = await outcomeOf(ctx, contractId, party);
  if (outcome !== "moved_here") return outcome;
  // DocuSign was given up between the signature and the look: from that moment on it is signed here.
  await sign();
  const again = await outcomeOf(ctx, contractId, party);
  if (again === "moved_here") throw notOpen();
  return again;
}

async function outcomeOf(ctx: ServiceContext, contractId: string, party: Party): Promise<SignOutcome | "moved_here"> {
  const [kept] = await ctx.db
    .select({ status: contracts.status, method: contracts.method, signedAt: signatures.signedAt })
    .from(contracts)
    .leftJoin(signatures, and(eq(signatures.contractId, contracts.id), eq(signatures.party, party)))
    .where(eq(contracts.id, contractId));
  if (kept?.status === "sent" && kept.signedAt === null) {
    if (kept.method === "manual") return "moved_here";
    throw conflict("signed_at_docusign", "This contract is signed at DocuSign. Its page leads there.");
  }
  if (kept === undefined || kept.signedAt === null || kept.status === "voided" || kept.status === "draft") {
    throw notOpen();
  }
  return { contract_id: contractId, status: kept.status, party, signed_at: kept.signedAt.toISOString() };
}

function notOpen(): VezError {
  return conflict(
    "contract_not_open",
    "This contract can no longer be signed. Reload the page to see where it stands.",
  );
}
