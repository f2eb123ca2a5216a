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

/**
 * `vendorIds`: texts there with these words to this number, oldest first; each may as well be another text of ours that says the same.
 * `isAll` is false where there may be more. `absent`: there surely is none. `unknown`: nobody can say. `away`: nobody answers now.
 */
export type Found = { vendorIds: readonly string[]; isAll: boolean } | "absent" | "unknown" | "away";

export interface WhatsApp {
  /** So long after a text was handed over nothing of it is on its way any more (ms). */
  settledAfterMs: number;
  /** Hands over one text; throws nothing. */
  send(message: OneText): Promise<TextOutcome>;
  /** Looks for a text that was handed over at or after `since`. Throws nothing of the vendor's. */
  find(message: OneText & { since: Date }): Promise<Found>;
  /** The bytes of a recording or file that was received under this id. Throws VezError `vendor_*`, and `sound_too_large` (413). */
  media(vendorId: string): Promise<Uint8Array<ArrayBuffer>>;
}
