// A party wants to sign where the contract is signed: an address at DocuSign, or, when DocuSign does not give one, the page here.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid, VezError } from "../../base/errors.ts";
import { contractEnvelopes, signatures } from "../../db/schema.ts";
import { isSigningName, tidyName } from "../../domain/contracts/signing-name.ts";
import { reasonOf } from "../../providers/vendor-failure.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { applyEnvelopeState } from "./apply-envelope-state.ts";
import { contactInput } from "./contact-input.ts";
import { contractRecord, type Party, requireParty } from "./contract-record.ts";
import { type EnvelopeRecord, envelopeOf } from "./envelope-record.ts";
import { moveHere } from "./move-here.ts";
import { setContact } from "./set-contact.ts";

const input = z.object({
  contractId: z.string().min(1),
  /** The client's full name; a professional's is in the agreement. */
  name: z.string().max(500).transform(tidyName).refine(isSigningName, "a full name of 2 to 120 characters").optional(),
  /** From the client alone: how the professional reaches them. Left out or empty, nothing is changed. */
  contact: contactInput.optional(),
});

/** A person waits for it: DocuSign's own, longer bound is for what runs behind. */
const WAIT_MS = 15_000;

export interface SigningPlace {
  contract_id: string;
  method: "docusign" | "manual";
  /** Good once, for a few minutes, for this person; null where it is signed here. */
  url: string | null;
}

/**
 * Where DocuSign fails, the contract is signed here from this moment on. Throws `invalid_input`, `not_found` for anyone but the parties,
 * and 409s: `contract_not_open`, `already_signed`, `signing_not_ready` while the envelope is being made.
 */
export async function openSigning(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<SigningPlace> {
  const { contractId, name, contact = null } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { party } = requireParty(record, actor);
  if (contact !== null && party !== "client") throw invalid("Only the client leaves a contact.");
  const { status, method } = record.contract;
  if (status !== "sent") {
    throw conflict(
      "contract_not_open",
      "This contract can no longer be signed. Reload the page to see where it stands.",
    );
  }
  if (method === "manual") return { contract_id: contractId, method, url: null };
  if (await hasSigned(ctx, contractId, party)) throw conflict("already_signed", "You have signed this contract.");
  const envelope = await envelopeOf(ctx.db, { contractId });
  if (envelope?.standing !== "sent" || envelope.vendorId === null) {
    throw conflict("signing_not_ready", "The signing is being prepared. Please try again in a minute.");
  }
  const fullName = party === "client" ? name : record.professional.name;
  if (fullName === undefined) throw invalid("Give your full name.");
  if (contact !== null) await setContact(ctx, actor, { contractId, contact });
  return await lead(ctx, { envelope, vendorId: envelope.vendorId, party, name: fullName });
}

interface Visit {
  envelope: EnvelopeRecord;
  vendorId: string;
  party: Party;
  name: string;
}

async function lead(ctx: ServiceContext, visit: Visit): Promise<SigningPlace> {
  const { envelope, vendorId, party, name } = visit;
  const { contractId } = envelope;
  const here = { contract_id: contractId, method: "manual", url: null } as const;
  const { eSign } = ctx;
  if (eSign === null) {
    // Its variables were taken away: nobody is led there any more.
    await moveHere(ctx, { contractId, what: "moved", reason: "refused", leaves: "to_void", whileMaking: false });
    return here;
  }
  try {
    const url = await eSign.signingAddress({
      envelopeId: vendorId,
      contractId,
      party,
      name,
      // The envelope was made before the client had said how he is called.
      rename: party === "client",
      returnTo: new URL(`/contracts/${contractId}?from=docusign`, ctx.publicOrigin).href,
      budgetMs: Math.min(WAIT_MS, eSign.timeoutMs),
    });
    if (party === "client") await keepName(ctx, contractId, name);
    return { contract_id: contractId, method: "docusign", url };
  } catch (error) {
    if (!(error instanceof VezError) || !error.code.startsWith("vendor_")) throw error;
    const reason = reasonOf(error);
    // DocuSign answers, and says no: it may be signed, declined or voided there without our having heard.
    if (reason === "refused" && (await standsOtherwise(ctx, visit))) {
      const { method } = (await contractRecord(ctx.db, contractId)).contract;
      if (method === "manual") return here;
      throw conflict("already_signed", "This contract was signed at DocuSign. Reload the page to see where it stands.");
    }
    await moveHere(ctx, { contractId, what: "moved", reason, leaves: "to_void", whileMaking: false });
    return here;
  }
}

/** True when DocuSign says that it is over, or that this party has signed; what it says is applied. */
async function standsOtherwise(ctx: ServiceContext, { envelope, vendorId, party }: Visit): Promise<boolean> {
  const { contractId } = envelope;
  try {
    await ctx.db
      .update(contractEnvelopes)
      .set({ checkedAt: ctx.now(), lookedAt: ctx.now() })
      .where(eq(contractEnvelopes.contractId, contractId));
    const state = await ctx.eSign?.read(vendorId, WAIT_MS);
    if (state === undefined) return false;
    await applyEnvelopeState(ctx, state);
    return state.status !== "open" || (await hasSigned(ctx, contractId, party));
  } catch (error) {
    if (!(error instanceof VezError) || !error.code.startsWith("vendor_")) throw error;
    return false;
  }
}

async function keepName(ctx: ServiceContext, contractId: string, clientName: string): Promise<void> {
  await ctx.db
    .update(contractEnvelopes)
    .set({ clientName, updatedAt: ctx.now() })
    .where(and(eq(contractEnvelopes.contractId, contractId), eq(contractEnvelopes.standing, "sent")));
}

async function hasSigned(ctx: ServiceContext, contractId: string, party: Party): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.contractId, contractId), eq(signatures.party, party)));
  return rows.length > 0;
}
