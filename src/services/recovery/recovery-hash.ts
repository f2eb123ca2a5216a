// What is kept of a recovery phrase or link: a slow hash with a pepper that is not in the database.

/** The most that workerd allows; some 30 ms. With 60 bits and the pepper unknown nobody guesses even from a stolen table. */
const ITERATIONS = 100_000;

/**
 * Hex of PBKDF2-HMAC-SHA-256 (RFC 8018). The salt is the deployment's secret and not a person's, since the phrase alone must find
 * its row; the same time for every text, whether it is known or not.
 */
export async function recoveryHash(kind: "phrase" | "link", text: string, secret: string): Promise<string> {
  const encode = (value: string) => new TextEncoder().encode(value);
  const key = await crypto.subtle.importKey("raw", encode(text), "PBKDF2", false, ["deriveBits"]);
  const salt = encode(`vez-recovery:${kind}:${secret}`);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS },
    key,
    256,
  );
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
