// Who takes signatures outside the house: what is asked of it, and what it tells.

export const SIGNING_METHODS = ["manual", "docusign"] as const;
/** `manual`: the built-in signature on the contract's own page. */
export type SigningMethod = (typeof SIGNING_METHODS)[number];

/**
 * Where an envelope stands for us. `claimed`: asked for, not known yet. `sent`: alive, and the only place to sign. `completed`: both
 * have signed there. `declined`. `to_void`: it no longer counts, and DocuSign is still to be told. `voided`: done, or it never came to
 * be. `late`: it was completed there after it had ceased to count; it changes nothing, people look at it.
 */
export const ENVELOPE_STANDINGS = ["claimed", "sent", "completed", "declined", "to_void", "voided", "late"] as const;
export type EnvelopeStanding = (typeof ENVELOPE_STANDINGS)[number];

export type SignerParty = "client" | "professional";

export interface EnvelopeState {
  /** The vendor's id. */
  envelopeId: string;
  /** `open`: signatures are still missing. */
  status: "open" | "completed" | "declined" | "voided";
  /** Those of whom something was told. */
  signers: readonly { party: SignerParty; status: "signed" | "declined"; name: string | null; at: Date }[];
  /** When it became so; null where that was not told. */
  at: Date | null;
}

export interface EnvelopeOrder {
  contractId: string;
  locale: "pt-BR" | "en";
  /** Nobody is written to; it stands in the vendor's own list. */
  subject: string;
  /** The very bytes whose hash the contract keeps. */
  pdf: Uint8Array;
  /** The words of the document under which both signatures are set. */
  anchor: string;
  names: Record<SignerParty, string>;
}

export interface SigningVisit {
  envelopeId: string;
  contractId: string;
  party: SignerParty;
  name: string;
  /** The vendor has another name, or may have: it is corrected first. */
  rename: boolean;
  /** Where the browser comes back to. */
  returnTo: string;
  budgetMs: number;
}

/** Every call throws VezError `vendor_*` alone, and never later than its time. */
export interface ESign {
  /** The configured bound on one call (ms). */
  timeoutMs: number;
  /** Never repeated: whoever does not know whether it was done asks `find`. The vendor's id. */
  create(order: EnvelopeOrder): Promise<string>;
  /** The envelope that was made for this contract since then, whatever became of it. */
  find(contractId: string, since: Date): Promise<string | null>;
  read(envelopeId: string, budgetMs?: number): Promise<EnvelopeState>;
  /** An address for this party's browser alone: good once, for a few minutes. */
  signingAddress(visit: SigningVisit): Promise<string>;
  /** Throws `vendor_refused` where it is no longer open. */
  void(envelopeId: string, reason: string): Promise<void>;
  /** The signed document with the vendor's certificate: one PDF. */
  executed(envelopeId: string, budgetMs?: number): Promise<Uint8Array>;
}
