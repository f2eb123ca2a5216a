// Cloudflare Access's published keys over real HTTP, and the tokens that they prove; every way to fail is on demand.
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { type StandIn, serveVendor } from "./vendor-stand-in.ts";

export interface AccessStandIn extends StandIn {
  /** A token as Access makes them; `claims` replaces, and what is undefined is left out. */
  token(email: string, at: Date, claims?: Record<string, unknown>): Promise<string>;
  /** The same token signed with a key that nobody published. */
  forged(email: string, at: Date): Promise<string>;
  /** From now on tokens are signed with another key, which is published beside the old ones. */
  rotate(): Promise<void>;
}

export const ACCESS_AUD = "4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2";

export async function serveAccess(): Promise<AccessStandIn> {
  const published: JWK[] = [];
  let signing: CryptoKey;
  let kid = "";
  const pair = async (name: string) => {
    const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
    return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: name, alg: "RS256", use: "sig" } };
  };
  const rotate = async () => {
    const made = await pair(`key-${published.length + 1}`);
    published.push(made.jwk);
    signing = made.privateKey;
    kid = made.jwk.kid;
  };
  await rotate();
  const standIn = await serveVendor((asked) =>
    asked.path === "/cdn-cgi/access/certs"
      ? { status: 200, body: { keys: published, public_cert: {}, public_certs: [] } }
      : { status: 404, body: {} },
  );
  const sign = (key: CryptoKey, email: string, at: Date, claims: Record<string, unknown> = {}) => {
    const seconds = Math.floor(at.getTime() / 1000);
    const payload = {
      aud: [ACCESS_AUD],
      email,
      iss: standIn.url,
      iat: seconds,
      nbf: seconds,
      exp: seconds + 3600,
      type: "app",
      sub: "7335d417-61da-459d-899c-0a01c76a2f94",
      ...claims,
    };
    return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid, typ: "JWT" }).sign(key);
  };
  return {
    ...standIn,
    token: (email, at, claims) => sign(signing, email, at, claims),
    forged: async (email, at) => sign((await pair(kid)).privateKey, email, at),
    rotate,
  };
}
