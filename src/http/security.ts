// Closed borders: security headers with a nonce, an origin check on every change, bounds per address and per session, plain addresses.
import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import { invalid, notFound, VezError } from "../base/errors.ts";
import { readConfig } from "../env.ts";
import type { AppEnv } from "./app-env.ts";
import { PUSH_WORKER, PUSH_WORKER_POLICY, pushSources } from "./push-policy.ts";

/** Strict Content-Security-Policy: only our own files, and inline code only with this answer's nonce. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  c.set("nonce", nonce);
  const own = "'self'";
  const push = pushSources(c.req.path, c.env);
  const apply = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [own, `'nonce-${nonce}'`, ...push.script],
      styleSrc: [own, `'nonce-${nonce}'`],
      imgSrc: [own, "data:"],
      fontSrc: [own],
      connectSrc: [own, ...push.connect],
      manifestSrc: [own],
      frameSrc: [own],
      objectSrc: ["'none'"],
      formAction: [own],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // With "no-referrer" a browser posts our own forms with `Origin: null`; other sites learn nothing from this one either.
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    crossOriginResourcePolicy: "same-origin",
    permissionsPolicy: { camera: [], geolocation: [], microphone: speaksHere(c.req.path) ? ["self"] : [], payment: [] },
    strictTransportSecurity: c.req.url.startsWith("https:") && "max-age=31536000; includeSubDomains",
  });
  await apply(c, next);
  if (c.res.headers.get("content-type") === "application/pdf") c.res.headers.set("content-security-policy", PDF_POLICY);
  if (c.req.path === PUSH_WORKER) c.res.headers.set("content-security-policy", PUSH_WORKER_POLICY);
};

/** The pages with a text field to speak into; no other may ask for the microphone. */
function speaksHere(path: string): boolean {
  return path === "/" || path === "/begin" || /^\/conversations\/[^/]+(\/say)?$/.test(path);
}

/** Chrome draws a PDF in a page of its own, under the document's policy: with the strict one it stays half blank. */
const PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A change that a browser sends for another site is refused: with a cookie, `Origin` must be ours.
 * Bearer tokens are exempt, since no browser adds them by itself; webhooks carry signatures of their own.
 */
export const originCheck = createMiddleware<AppEnv>(async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method) && !c.req.path.startsWith("/webhooks/") && !sameOrigin(c)) {
    throw new VezError("foreign_origin", {
      status: 403,
      detail: "This came from another site. Open Vez itself and try there.",
    });
  }
  await next();
});

function sameOrigin(c: Context<AppEnv>): boolean {
  const headers = c.req.raw.headers;
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") === null || headers.get("sec-fetch-site") === "same-origin";
  return origin === new URL(c.req.url).origin || origin === readConfig(c.env).PUBLIC_ORIGIN;
}

/**
 * Counts changes against the platform's abuse filter: all that comes from an address, and each session on a route.
 * A session costs nothing to invent, so it never replaces the address; an office's address gets the higher bound.
 */
export const rateLimit = createMiddleware<AppEnv>(async (c, next) => {
  // Who leaves quickly is let go, however busy the address; a vendor's door has a bound of its own.
  if (!SAFE_METHODS.has(c.req.method) && c.req.path !== "/leave" && !c.req.path.startsWith("/webhooks/")) {
    const address = c.req.header("cf-connecting-ip") ?? "unknown";
    const route = c.req.path.split("/").slice(0, 4).join("/");
    const caller = isSignIn(c.req.path) ? address : await callerOf(c, address);
    const within = await Promise.all([
      withinLimit(c.env.RATE_LIMIT_ADDRESS, address),
      withinLimit(c.env.RATE_LIMIT, `${caller}:${route}`),
    ]);
    if (within.includes(false)) {
      throw new VezError("too_many_requests", {
        status: 429,
        retryable: true,
        detail: "Too many requests at once. Wait a few seconds, then try again; nothing you sent before is lost.",
      });
    }
  }
  await next();
});

async function withinLimit(limiter: RateLimit | undefined, key: string): Promise<boolean> {
  return limiter === undefined || (await limiter.limit({ key })).success;
}

/** Who signs in has no session yet, whatever the request says. */
function isSignIn(path: string): boolean {
  return /^\/(api\/auth|sign-in|setup|invite)(\/|$)/.test(path);
}

/** A whole office may share one address: who carries a session is counted by it as well (hashed). */
async function callerOf(c: Context<AppEnv>, address: string): Promise<string> {
  const session = c.req.header("authorization") ?? c.req.header("cookie")?.match(/session_token=[^;]+/)?.[0];
  if (session === undefined) return address;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(session));
  return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Postgres refuses a null byte: no id of ours has one, and a list that is asked for with one says so. */
export const plainAddress = createMiddleware<AppEnv>(async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (!isPlain(pathname)) throw notFound("page");
  if (/%00/.test(search)) throw invalid("The part of the address after the question mark holds a null byte.");
  await next();
});

/** False for control characters, and for a percent sign that begins nothing. */
function isPlain(path: string): boolean {
  try {
    return !/\p{C}/u.test(decodeURIComponent(path));
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
