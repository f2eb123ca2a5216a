// Cloudflare Access: whose e-mail a token of the door in front of us carries, by the team's own published keys.
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { Circuits } from "./circuit.ts";
import { openHttpVendor } from "./http.ts";

export interface AccessConfig {
  /** Host name of the team's domain; an origin with http:// only on this machine. */
  teamDomain: string;
  /** The application's audience tag. */
  audience: string;
  timeoutMs: number;
}

export interface AccessDoor {
  /**
   * The e-mail in lower case, or null for a token that does not prove one: another key, issuer, audience or algorithm, out
   * of its time, or not a person's. Throws VezError `vendor_*` where the keys cannot be had.
   */
  emailOf(token: string, now: Date): Promise<string | null>;
}

/** One isolate's memory of the keys. */
export class AccessKeys {
  jwks: JSONWebKeySet | null = null;
  /** ms */
  readAt = 0;
}

/** Cloudflare changes its keys every six weeks and serves old and new for a week. */
const FRESH_MS = 10 * 60_000;
/** Kept keys serve for so long while new ones cannot be had. */
const STALE_MS = 60 * 60_000;
/** A token with a key that nobody knows makes us look at most so often. */
const LOOK_AGAIN_MS = 30_000;
const CLOCK_SKEW_SECONDS = 10;
const MOST_LETTERS = 8192;

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).max(20) });

export function openAccess(
  config: AccessConfig,
  made: { circuits: Circuits; metrics: Metrics; keys: AccessKeys },
): AccessDoor {
  const issuer = config.teamDomain.includes("://") ? config.teamDomain : `https://${config.teamDomain}`;
  const vendor = openHttpVendor({
    service: "cloudflare_access",
    baseUrl: issuer,
    headers: {},
    timeoutMs: config.timeoutMs,
    circuits: made.circuits,
    metrics: made.metrics,
    mostBytes: 100_000,
  });
  const { keys } = made;

  async function read(now: Date): Promise<JSONWebKeySet> {
    const call = { method: "GET", path: "cdn-cgi/access/certs", idempotent: true, mostTries: 2 } as const;
    keys.jwks = await vendor.send(call, (body) => keySet.parse(body));
    keys.readAt = now.getTime();
    return keys.jwks;
  }

  async function keysAt(now: Date): Promise<JSONWebKeySet> {
    const age = now.getTime() - keys.readAt;
    if (keys.jwks !== null && age < FRESH_MS) return keys.jwks;
    try {
      return await read(now);
    } catch (error) {
      if (keys.jwks !== null && age < STALE_MS) return keys.jwks;
      throw error;
    }
  }

  async function verified(token: string, jwks: JSONWebKeySet, now: Date): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
      algorithms: ["RS256"],
      issuer,
      audience: config.audience,
      requiredClaims: ["exp", "iat", "email"],
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: now,
    });
    return payload;
  }

  return {
    async emailOf(token, now) {
      if (token.length > MOST_LETTERS) return null;
      const jwks = await keysAt(now);
      try {
        return emailIn(await verified(token, jwks, now));
      } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error;
        const isNewKey = error instanceof errors.JWKSNoMatchingKey && now.getTime() - keys.readAt >= LOOK_AGAIN_MS;
        if (!isNewKey) return null;
      }
      try {
        return emailIn(await verified(token, await read(now), now));
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

function emailIn(payload: JWTPayload): string | null {
  return z.email().safeParse(payload.email).data?.toLowerCase() ?? null;
}
