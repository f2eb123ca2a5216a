// What DocuSign tells of an envelope, by webhook or when it is asked, becomes true here: once, in any order, however often it is told.
import type { EnvelopeState } from "../../domain/contracts/e-sign.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { contractRecord } from "./contract-record.ts";
import { type EnvelopeRecord, envelopeOf } from "./envelope-record.ts";
import { moveHere } from "./move-here.ts";
import { recordSignature } from "./record-signature.ts";
import { settle } from "./void-envelope.ts";

/** An envelope that changed between reading and locking is looked at again. */
const MOST_TRIES = 3;
const PARTIES = ["client", "professional"] as const;

/**
 * Only ever forwards: a signature stays, an end stays, and of an envelope that no longer counts nothing is taken but how it ended.
 * `unknown` for an envelope that is not ours.
 */
export async function applyEnvelopeState(ctx: ServiceContext, state: EnvelopeState): Promise<"applied" | "unknown"> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const envelope = await envelopeOf(ctx.db, { vendorId: state.envelopeId });
    if (envelope === null) return "unknown";
    if (envelope.standing !== "sent") {
      await applyToEnded(ctx, envelope, state);
      return "applied";
    }
    if (state.status === "declined" || state.status === "voided") {
      if (await applyEnd(ctx, envelope, state)) return "applied";
    } else {
      await applySignatures(ctx, envelope, state);
      if (state.status === "open") return "applied";
    }
  }
  return "applied";
}

async function applySignatures(ctx: ServiceContext, envelope: EnvelopeRecord, state: EnvelopeState): Promise<void> {
  const record = await contractRecord(ctx.db, envelope.contractId);
  for (const party of PARTIES) {
    const signer = state.signers.find((one) => one.party === party && one.status === "signed");
    if (signer === undefined && state.status !== "completed") continue;
    const known = party === "client" ? envelope.clientName : record.professional.name;
    await recordSignature(ctx, record, {
      party,
      name: (signer?.name ?? known ?? "").slice(0, 120) || "–",
      signedAt: notAfter(signer?.at ?? state.at, ctx.now()),
      // In DocuSign's certificate, which is part of the executed document.
      ip: "",
      userAgent: "",
      contact: null,
      place: { method: "docusign", envelopeId: state.envelopeId },
      by: actorName(SYSTEM),
    });
  }
}

/** True when this call ended it. */
function applyEnd(ctx: ServiceContext, { contractId }: EnvelopeRecord, state: EnvelopeState): Promise<boolean> {
  const declinedBy = state.signers.find(({ status }) => status === "declined")?.party;
  return state.status === "declined"
    ? moveHere(ctx, {
        ...{ contractId, what: "declined", reason: "declined", declinedBy, leaves: "declined", whileMaking: false },
      })
    : moveHere(ctx, { contractId, what: "voided", reason: "voided", leaves: "voided", whileMaking: false });
}

/**
 * Both have been told that what is signed there no longer counts, and one may have relied on it: a completion that comes later binds
 * nobody here, whenever it was. People look at it (docs/contracts-by-hand.md).
 */
async function applyToEnded(ctx: ServiceContext, envelope: EnvelopeRecord, state: EnvelopeState): Promise<void> {
  if (envelope.standing !== "to_void" && envelope.standing !== "voided") return;
  if (state.status === "completed") await settle(ctx, envelope.contractId, "late", state.envelopeId);
  else if (state.status !== "open") await settle(ctx, envelope.contractId, "voided", state.envelopeId);
}

/** DocuSign's clock may be ahead of ours. */
function notAfter(at: Date | null, now: Date): Date {
  return at === null || at.getTime() > now.getTime() ? now : at;
}
