// How a client wants to be reached: by what, whether a message may be left, and in which hours it is safe.

export const REACH_CHANNELS = ["email", "call", "sms", "whatsapp", "page"] as const;
/** `call`: a voice on the phone, which Vez never is; `page`: nothing but Vez's own pages. */
export type ReachChannel = (typeof REACH_CHANNELS)[number];

export interface Reach {
  channel: ReachChannel;
  /** An e-mail address or a phone in E.164; null exactly for `page`. */
  address: string | null;
  /** Whether something may stay behind that others could find: a voice message, a text on the phone. */
  leaveMessage: boolean;
  /** Minutes of the day in `zone`, 0..1439; both null: at any hour. A window may go over midnight. */
  safeFrom: number | null;
  safeUntil: number | null;
  /** IANA name. */
  zone: string;
  /** For whoever calls, e.g. "ask for Ana"; null where there is none. */
  note: string | null;
}

export const MOST_NOTE_CHARACTERS = 120;

/** True where somebody else may read the client's phone or mailbox: the form then begins with "only this page". */
export function inDanger(flags: readonly string[]): boolean {
  return flags.includes("violence");
}
