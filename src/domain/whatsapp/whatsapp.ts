// Speaking on WhatsApp, whoever carries it: one text out, whether it is there already, and what a person recorded.

/** `sent`: it is there. `refused`: it never will be. `failed`: it is not, and another try may help. `unsure`: it may be there. */
export type TextOutcome =
  | { outcome: "sent"; vendorId: string }
  | { outcome: "refused" | "failed" | "unsure"; reason: string; retryAfterMs: number | null };

export interface OneText {
  /** Digits with the country's code, or an id that hides the number ("…@lid"). */
  to: string;
  text: string;
}

export interface WhatsApp {
  /** So long after a text was handed over nothing of it is on its way any more (ms). */
  settledAfterMs: number;
  /** Hands over one text; throws nothing. */
  send(message: OneText): Promise<TextOutcome>;
  /**
   * Looks for a text that was handed over at or after `since`: its id there, `absent` where it surely is not, `unknown` where nobody can
   * say, `away` where nobody answers now. Throws nothing.
   */
  find(message: OneText & { since: Date }): Promise<{ vendorId: string } | "absent" | "unknown" | "away">;
  /** The bytes of a recording or file that was received under this id. Throws VezError `vendor_*`. */
  media(vendorId: string): Promise<Uint8Array<ArrayBuffer>>;
}
