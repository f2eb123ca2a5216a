// What comes in from a vendor: one door for all, one reader each.

/** Vendors with a door of their own at /webhooks/<vendor>. */
export const INBOUND_VENDORS = ["docusign", "onesignal", "sendgrid", "evolution", "chatwoot", "slack"] as const;
export type InboundVendor = (typeof INBOUND_VENDORS)[number];

export interface InboundRequest {
  /** The body as it came, byte for byte: signatures are over it. At most 1 MB. */
  bytes: Uint8Array<ArrayBuffer>;
  headers: Headers;
  now: Date;
}

export interface InboundEvent {
  /** The vendor's own id of the occurrence, or what stands for it; the same id again is the same event. */
  id: string;
  /** As the vendor names it. */
  type: string;
  /** What the handler needs, and no more: it is kept until it is handled. */
  body: Record<string, unknown>;
  /** Events of one line are handled in the order in which they came, e.g. one conversation's; null: in any. */
  line: string | null;
}

export interface InboundReader {
  vendor: InboundVendor;
  /**
   * Checks the signature over the raw bytes in constant time, and the moment (five minutes) where the vendor signs one;
   * then the shape by zod. Throws VezError `webhook_refused` (401) or `invalid_input` (400), with none of the content in it.
   * An event of a type that nobody here knows is returned as well: it is stored and counted.
   */
  read(request: InboundRequest): Promise<InboundEvent[]>;
}
