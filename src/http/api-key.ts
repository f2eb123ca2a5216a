// A program with an API key: who it is, what its scopes allow here, how many requests it has left this minute.
import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { VezError } from "../base/errors.ts";
import { NOT_FOR_KEYS, readsAsOperator, scopeFor } from "../domain/keys/scopes.ts";
import { type AdmittedKey, admitKey, WINDOW_SECONDS } from "../services/keys/admit-key.ts";
import { bearerToken, bearsApiKey } from "./api-key-token.ts";
import type { AppEnv } from "./app-env.ts";
import { routePattern } from "./route-pattern.ts";
import { session } from "./session.ts";

/** The session, or the key. */
export const whoAsks: MiddlewareHandler<AppEnv> = (c, next) =>
  bearsApiKey(c.req.raw.headers) ? apiKey(c, next) : session(c, next);

/**
 * Sets `person` (the key's integration) and `apiKey`.
 * Throws `unauthenticated` (401), `too_many_requests` (429), `scope_needed` and `not_for_keys` (403).
 */
const apiKey = createMiddleware<AppEnv>(async (c, next) => {
  const key = await admitKey(c.get("services"), bearerToken(c.req.raw.headers));
  if (key === null) throw unknownKey();
  c.set("apiKey", key);
  if (key.used > key.rate) throw tooMany(key);
  const pattern = routePattern(c);
  if (pattern !== null) requireScope(c, key, pattern);
  const role = pattern !== null && readsAsOperator(pattern) ? "operator" : "client";
  c.set("person", { kind: "person", userId: key.userId, role, locale: key.locale });
  return next();
});

/** The fields of draft-ietf-httpapi-ratelimit-headers (-10) on every answer to a key, refusals too. */
export const keyLimits = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const key = c.get("apiKey");
  if (key === undefined) return;
  const left = Math.max(0, key.rate - key.used);
  c.header("ratelimit-policy", `"key";q=${key.rate};w=${WINDOW_SECONDS}`);
  c.header("ratelimit", `"key";r=${left};t=${key.secondsLeft}`);
});

function requireScope(c: Context<AppEnv>, key: AdmittedKey, pattern: string): void {
  const rule = scopeFor(c.req.method, pattern) ?? NOT_FOR_KEYS;
  if (rule === NOT_FOR_KEYS) {
    throw new VezError("not_for_keys", {
      status: 403,
      detail: "This is for people who have signed in. No API key can do it.",
    });
  }
  if (key.scopes.includes(rule)) return;
  throw new VezError("scope_needed", {
    status: 403,
    detail: `This key lacks the scope ${rule}. Ask an operator for a key that has it.`,
    extra: { scope: rule },
  });
}

/** Unknown, expired and revoked look the same from outside. */
function unknownKey(): VezError {
  return new VezError("unauthenticated", {
    status: 401,
    detail: "This API key opens nothing. Ask an operator for a new one.",
  });
}

function tooMany(key: AdmittedKey): VezError {
  return new VezError("too_many_requests", {
    status: 429,
    retryable: true,
    detail: `This key has used its ${key.rate} requests of this minute. Go on in ${key.secondsLeft} seconds.`,
    extra: { retry_after_seconds: key.secondsLeft },
  });
}
