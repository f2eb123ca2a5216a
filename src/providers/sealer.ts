// Seals what must be read again but not by whoever reads the database: AES-256-GCM under keys drawn from one secret.

export interface Sealer {
  /** base64 of nonce and ciphertext; opens only with the same `purpose`. */
  seal(purpose: string, text: string): Promise<string>;
  /** Throws an Error where it was sealed for another purpose, by another secret, or changed. */
  open(purpose: string, sealed: string): Promise<string>;
  /** HMAC-SHA-256 as base64: tells equal from different, and can be guessed by nobody without the secret. */
  digest(purpose: string, data: string | Uint8Array<ArrayBuffer>): Promise<string>;
}

const NONCE_BYTES = 12;
const utf8 = new TextEncoder();

/** One key a purpose, by HKDF (RFC 5869). A new `secret` opens nothing that the old one sealed. */
export function makeSealer(secret: string): Sealer {
  const root = crypto.subtle.importKey("raw", utf8.encode(secret), "HKDF", false, ["deriveKey"]);
  const by = (info: string) => ({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8.encode(info) });
  const sealingKey = async (purpose: string) => {
    const aes = { name: "AES-GCM", length: 256 };
    return crypto.subtle.deriveKey(by(`seal:${purpose}`), await root, aes, false, ["encrypt", "decrypt"]);
  };
  return {
    async seal(purpose, text) {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const key = await sealingKey(purpose);
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, utf8.encode(text)));
      const whole = new Uint8Array(NONCE_BYTES + sealed.length);
      whole.set(iv);
      whole.set(sealed, NONCE_BYTES);
      return toBase64(whole);
    },
    async open(purpose, sealed) {
      const whole = fromBase64(sealed);
      const iv = whole.slice(0, NONCE_BYTES);
      const key = await sealingKey(purpose);
      return new TextDecoder().decode(
        await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, whole.slice(NONCE_BYTES)),
      );
    },
    async digest(purpose, data) {
      const hmac = { name: "HMAC", hash: "SHA-256", length: 256 };
      const key = await crypto.subtle.deriveKey(by(`digest:${purpose}`), await root, hmac, false, ["sign"]);
      const bytes = typeof data === "string" ? utf8.encode(data) : data;
      return toBase64(new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes)));
    },
  };
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
