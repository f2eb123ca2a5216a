// How a message that came by WhatsApp is named in a conversation: its own id there, with a mark.

const MARK = "wa:";

export function messageIdOf(vendorId: string): string {
  return `${MARK}${vendorId}`;
}

export function isFromWhatsApp(clientMessageId: unknown): boolean {
  return typeof clientMessageId === "string" && clientMessageId.startsWith(MARK);
}
