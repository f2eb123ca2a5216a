// Words that open something: made at random, kept as a hash, compared without telling by time how near a guess was.

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** SHA-256 of the UTF-8 text, 64 hex digits. */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Takes as long for a wrong text of the same length as for the right one. */
export function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let i = 0; i < other.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}

/** `groups` of four of Crockford's 32 letters and digits, 20 bits each, e.g. "k7qf-2m9p". */
export function randomGroups(groups: number): string {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(groups * 4)), (byte) => ALPHABET[byte & 31]);
  return Array.from({ length: groups }, (_, i) => letters.slice(i * 4, i * 4 + 4).join("")).join("-");
}

/** What a person typed, as it was made: small letters in groups; o, i and l are read as the digits they look like. */
export function plainGroups(typed: string): string {
  const letters = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return letters.match(/.{1,4}/g)?.join("-") ?? "";
}

/** 43 letters of base64url: 256 random bits, for links. */
export function randomToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
