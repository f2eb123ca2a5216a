// An envelope as DocuSign tells it, in an answer or in a webhook, and what of it concerns us.
//
// developers.docusign.com/docs/esign-rest-api/reference/envelopes/envelopes/get and .../esign101/concepts/envelopes/status-codes,
// .../concepts/recipients/status-codes: of an envelope created, sent, delivered, signed, completed, declined, voided, deleted, timedout;
// of a signer created, sent, delivered, signed (an envelope still under way), completed, declined, autoresponded.
import * as z from "zod";
import type { EnvelopeState, SignerParty } from "../domain/contracts/e-sign.ts";

const text = z.string().max(500);
const optional = <T extends z.ZodType>(type: T) => type.nullish();
/** Seven digits of a second are read as well. */
export const moment = z
  .string()
  .max(40)
  .transform((at, context) => {
    const ms = Date.parse(at);
    if (!Number.isNaN(ms)) return new Date(ms);
    context.addIssue({ code: "custom", message: "not a moment" });
    return z.NEVER;
  });

export const envelopeShape = z.object({
  envelopeId: z.string().min(1).max(100),
  status: text,
  statusChangedDateTime: optional(moment),
  completedDateTime: optional(moment),
  declinedDateTime: optional(moment),
  voidedDateTime: optional(moment),
  recipients: optional(
    z.object({
      signers: optional(
        z.array(
          z.object({
            recipientId: text,
            name: optional(text),
            status: optional(text),
            signedDateTime: optional(moment),
            declinedDateTime: optional(moment),
          }),
        ),
      ),
    }),
  ),
});

type Envelope = z.infer<typeof envelopeShape>;

/** By the ids that we gave. */
export function partyOfRecipient(recipientId: string): SignerParty | null {
  if (recipientId === "1") return "client";
  return recipientId === "2" ? "professional" : null;
}

/** Of statuses that nobody knows, nothing is taken to have happened. */
export function stateOf(envelope: Envelope): EnvelopeState {
  const at =
    envelope.completedDateTime ??
    envelope.declinedDateTime ??
    envelope.voidedDateTime ??
    envelope.statusChangedDateTime;
  return {
    envelopeId: envelope.envelopeId,
    status: STATUSES[envelope.status.toLowerCase()] ?? "open",
    at: at ?? null,
    signers: (envelope.recipients?.signers ?? []).flatMap(({ recipientId, name, status, ...moments }) => {
      const party = partyOfRecipient(recipientId);
      const what = SIGNER_STATUSES[status?.toLowerCase() ?? ""];
      const when = (what === "declined" ? moments.declinedDateTime : moments.signedDateTime) ?? at;
      if (party === null || what === undefined || when === undefined || when === null) return [];
      return [{ party, status: what, name: name ?? null, at: when }];
    }),
  };
}

const STATUSES: Partial<Record<string, EnvelopeState["status"]>> = {
  completed: "completed",
  declined: "declined",
  voided: "voided",
  deleted: "voided",
  timedout: "voided",
};

const SIGNER_STATUSES: Partial<Record<string, "signed" | "declined">> = {
  completed: "signed",
  signed: "signed",
  declined: "declined",
};
