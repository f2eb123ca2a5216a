// Who carries a message out of the house: one per channel, made from configuration, absent where none is configured.
import type { Found } from "../whatsapp/whatsapp.ts";

/** Channels beside the app itself, which always has the message. */
export const OUTSIDE_CHANNELS = ["push", "email", "whatsapp", "sms"] as const;
export type OutsideChannel = (typeof OUTSIDE_CHANNELS)[number];

export interface Outgoing {
  /** The notification's id: idempotency key at the vendors that know one, and what their webhooks name. */
  id: string;
  /** E-mail address, phone (E.164), or for push the person's id (OneSignal's external_id). */
  to: string;
  /** Nothing confidential: it stands on locked screens. */
  subject: string;
  /** The whole text for an e-mail; for a phone the subject and the link alone. */
  text: string;
  /** The same words as a page, for an e-mail; null elsewhere. */
  html: string | null;
  /** Absolute; null where there is nothing to open. */
  link: string | null;
  locale: "pt-BR" | "en";
  /** Where the reader ends such messages, one press and no sign-in; null for those that cannot be ended (codes). */
  unsubscribe: string | null;
  /** Asked for in this moment (a code, an invitation): it goes to an address that bounced as well; absent: no. */
  isAwaited?: boolean;
}

/**
 * `sent`: the vendor has it. `refused`: it never will (no such address). `failed`: it has not, another try may help.
 * `unsure`: it may have it (no answer in time): it is not sent again by this vendor, unless it knows idempotency keys.
 */
export type SendOutcome =
  | { id: string; outcome: "sent"; vendorId: string | null }
  /** `retryAfterMs`: the vendor asked not to be asked again before. */
  | { id: string; outcome: "refused" | "failed" | "unsure"; reason: string; retryAfterMs?: number };

export interface Sender {
  channel: OutsideChannel;
  /** As in the metrics' label `service`. */
  vendor: "sendgrid" | "onesignal" | "evolution";
  /** True where the same id twice is one message at the vendor. */
  isIdempotent: boolean;
  /** Most items of one call. */
  mostAtOnce: number;
  /** One outcome for each item, whatever happens; throws nothing of the vendor's. */
  send(items: readonly Outgoing[]): Promise<readonly SendOutcome[]>;
  /** Whether the vendor may have this one, where it can be asked. Throws nothing of the vendor's. */
  find?(item: Outgoing, since: Date): Promise<Found>;
  /** Of push alone. */
  devices?: PushDevices;
}

/** The browsers that may be woken, as their vendor keeps them. Nothing here throws; `unknown`: there is no such device. */
export interface PushDevices {
  /** The app at the vendor: public, the browser needs it. */
  appId: string;
  /** From now on it is woken for this person, and for nobody else. */
  give(deviceId: string, userId: string): Promise<"done" | "unknown" | "failed">;
  /** It is woken no more. */
  end(deviceId: string): Promise<"done" | "unknown" | "failed">;
}
