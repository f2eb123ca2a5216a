// Tokens of DocuSign's JWT grant: asked for with our RSA key, kept for as long as they are good.
//
// developers.docusign.com/platform/auth/jwt-get-token (how to get an access token with JWT Grant): an assertion signed with RS256 whose
// `aud` is the account host without https://, `scope` "signature impersonation", `iss` the integration key, `sub` the user, at most an
// hour long; POST {account host}/oauth/token as a form, grant_type urn:ietf:params:oauth:grant-type:jwt-bearer; the answer's
// `expires_in` is 3600 s. `consent_required` (400) means that the user has not allowed this integration yet.
import { importPKCS8, SignJWT } from "jose";
import * as z from "zod";
import type { CallOutConfig } from "./call-out.ts";
import { allowedBase, openHttpVendor } from "./http.ts";
import { vendorFailure } from "./vendor-failure.ts";

export interface DocuSignIdentity {
  integrationKey: string;
  userId: string;
  /** PEM, PKCS#8 or PKCS#1 (as DocuSign makes them); line ends may be written as \n. */
  privateKey: string;
  /** Where tokens are given, e.g. https://account.docusign.com. */
  oauthUrl: string;
}

/** One isolate's token: it outlives the request that asked for it. */
export class TokenMemory {
  #token: { text: string; goodUntilMs: number } | null = null;

  /** Null when there is none, or none that is good for another minute. */
  get(nowMs: number): string | null {
    return this.#token !== null && nowMs < this.#token.goodUntilMs - 60_000 ? this.#token.text : null;
  }

  keep(text: string, goodUntilMs: number): void {
    this.#token = { text, goodUntilMs };
  }

  /** Forgets this one; a newer one stays. */
  forget(text: string): void {
    if (this.#token?.text === text) this.#token = null;
  }
}

const GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
const answer = z.object({ access_token: z.string().min(1).max(20_000), expires_in: z.coerce.number().positive() });

/** Gives a token within `budgetMs`. Throws VezError `vendor_*`. */
export function openTokens(
  identity: DocuSignIdentity,
  config: CallOutConfig & { memory: TokenMemory },
): (budgetMs: number) => Promise<string> {
  const vendor = openHttpVendor({ ...config, baseUrl: identity.oauthUrl, headers: {}, mostBytes: 100_000 });
  const audience = allowedBase(identity.oauthUrl).host;
  return async (budgetMs) => {
    const known = config.memory.get(Date.now());
    if (known !== null) return known;
    const signed = await assertion(identity, audience).catch((error: unknown) => {
      config.circuits.keys.heard(config.service, true);
      throw error;
    });
    const form = new URLSearchParams({ grant_type: GRANT, assertion: signed });
    // 400: consent_required, invalid_grant, issuer_not_found. Whom the account takes is said by the call that the token is for.
    const told = { keyRefusedBy: [400, 401, 403], provesKey: false };
    const call = { method: "POST", path: "oauth/token", form, idempotent: true, budgetMs, ...told } as const;
    const token = await vendor.send(call, (body) => answer.parse(body));
    config.memory.keep(token.access_token, Date.now() + token.expires_in * 1000);
    return token.access_token;
  };
}

async function assertion(identity: DocuSignIdentity, audience: string): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  const key = await privateKey(identity.privateKey);
  return new SignJWT({ scope: "signature impersonation" })
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(identity.integrationKey)
    .setSubject(identity.userId)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 3600)
    .sign(key);
}

async function privateKey(pem: string): Promise<CryptoKey> {
  try {
    return await importPKCS8(asPkcs8(pem.replaceAll("\\n", "\n").trim()), "RS256");
  } catch {
    // What it says may quote the key.
    throw vendorFailure("refused", "docusign: the private key cannot be read");
  }
}

/** DocuSign hands out PKCS#1 ("BEGIN RSA PRIVATE KEY"); WebCrypto reads PKCS#8 alone, which is the same in an envelope (RFC 5208, 5). */
function asPkcs8(pem: string): string {
  if (!pem.includes("BEGIN RSA PRIVATE KEY")) return pem;
  const inner = Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, "")), (char) => char.charCodeAt(0));
  const version = [0x02, 0x01, 0x00];
  // rsaEncryption (1.2.840.113549.1.1.1) with NULL parameters.
  const algorithm = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
  const key = [0x04, ...derLength(inner.length), ...inner];
  const body = [...version, ...algorithm, ...key];
  const whole = [0x30, ...derLength(body.length), ...body];
  return `-----BEGIN PRIVATE KEY-----\n${btoa(String.fromCharCode(...whole))}\n-----END PRIVATE KEY-----`;
}

function derLength(length: number): number[] {
  if (length < 128) return [length];
  return length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
}
