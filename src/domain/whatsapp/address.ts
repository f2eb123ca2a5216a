// Who writes on WhatsApp: from the ids of a chat (JIDs) to one phone number, or to the id that stands for a hidden one.

export interface WhatsAppAddress {
  /** E.164, Brazilian mobile numbers with their ninth digit; null where WhatsApp hides the number. */
  phone: string | null;
  /** "123@lid", WhatsApp's own id of the person; null where it was not told. */
  lid: string | null;
  /** Where an answer goes: the digits as WhatsApp has them, or the lid. */
  to: string;
}

export interface ChatIds {
  remoteJid: string;
  /** The other of the two ids, as Evolution 2.3.5 and later give it; earlier ones call the number `senderPn`. */
  remoteJidAlt?: string | null | undefined;
  senderPn?: string | null | undefined;
}

/** Null for a group, a broadcast list, a status or a channel: nobody to talk with. */
export function addressOf({ remoteJid, remoteJidAlt, senderPn }: ChatIds): WhatsAppAddress | null {
  if (digitsOf(remoteJid) === null && lidOf(remoteJid) === null) return null;
  const ids = [remoteJid, remoteJidAlt ?? "", senderPn ?? ""];
  const digits = ids.map(digitsOf).find((found) => found !== null) ?? null;
  const lid = ids.map(lidOf).find((found) => found !== null) ?? null;
  const to = digits ?? lid;
  if (to === null) return null;
  return { phone: digits === null ? null : phoneOf(digits), lid, to };
}

/**
 * E.164 of digits with a country's code. A Brazilian mobile number of before 2016 has eight digits, and WhatsApp goes on calling it so:
 * it is the same person as with the nine of today (Anatel, Resolução 553/2010; mobile numbers began with 6 to 9).
 */
export function phoneOf(digits: string): string {
  const [, area, rest] = /^55(\d{2})([6-9]\d{7})$/.exec(digits) ?? [];
  return area === undefined ? `+${digits}` : `+55${area}9${rest}`;
}

/** True where both are digits of one number, with or without the ninth. */
export function isSameNumber(a: string, b: string): boolean {
  return phoneOf(a.replace(/\D/g, "")) === phoneOf(b.replace(/\D/g, ""));
}

/** A JID may name a device as well: "5511987654321:12@s.whatsapp.net". */
function digitsOf(jid: string): string | null {
  return /^([1-9]\d{6,14})(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/.exec(jid)?.[1] ?? null;
}

function lidOf(jid: string): string | null {
  const [, id] = /^(\d{3,20})(?::\d+)?@lid$/.exec(jid) ?? [];
  return id === undefined ? null : `${id}@lid`;
}
