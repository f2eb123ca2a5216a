// Secrets that have to be read again, sealed for the database: AES-256-GCM under a key derived from the deployment's own.

export interface Vault {
  /** What `open` gives back for the same `owner`, and only for him. */
  seal(text: string, owner: string): Promise<string>;
  /** Null for what was not sealed with this key for this owner. */
  open(sealed: string, owner: string): Promise<string | null>;
}

/** 96 bits, as NIST SP 800-38D recommends for GCM. */
const IV_BYTES = 12;

/** `purpose` keeps keys apart (HKDF-SHA-256's info, RFC 5869): what is sealed for one purpose opens for no other. */
export function openVault(secret: string, purpose: string): Vault {
  let made: Promise<CryptoKey> | undefined;
  const key = () => {
    made ??= deriveKey(secret, purpose);
    return made;
  };
  return {
    async seal(text, owner) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const params = { name: "AES-GCM", iv, additionalData: utf8(owner) };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(params, await key(), utf8(text)));
      return toBase64(new Uint8Array([...iv, ...sealed]));
    },
    async open(sealed, owner) {
      try {
        const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
        const params = { name: "AES-GCM", iv: bytes.subarray(0, IV_BYTES), additionalData: utf8(owner) };
        const text = await crypto.subtle.decrypt(params, await key(), bytes.subarray(IV_BYTES));
        return new TextDecoder().decode(text);
      } catch (error) {
        // Another key, another owner, or no sealed text at all.
        if (error instanceof DOMException) return null;
        throw error;
      }
    },
  };
}

async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", utf8(secret), "HKDF", false, ["deriveKey"]);
  const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(purpose) };
  return crypto.subtle.deriveKey(params, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(new TextEncoder().encode(text));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
