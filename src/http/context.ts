// Gives each request its id, its language and its world.
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { newId } from "../base/ids.ts";
import { LOCALES, localeFromHeader } from "../domain/locale.ts";
import { makeContext } from "../wiring.ts";
import type { AppEnv } from "./app-env.ts";

export const LANGUAGE_COOKIE = "vez_lang";

export const requestContext = createMiddleware<AppEnv>(async (c, next) => {
  const requestId = newId("req", Date.now());
  const chosen = LOCALES.find((locale) => locale === getCookie(c, LANGUAGE_COOKIE));
  c.set("requestId", requestId);
  c.set("person", null);
  c.set("halfIn", null);
  c.set("sessionId", null);
  c.set("locale", chosen ?? localeFromHeader(c.req.header("accept-language")));
  c.set("services", makeContext(c.env, { traceId: requestId, later: (work) => c.executionCtx.waitUntil(work) }));
  await next();
  c.header("x-request-id", requestId);
});

/** True where the reader's browser, or a choice of his own, says which language he wants. */
export function saysLanguage(c: Context<AppEnv>): boolean {
  return getCookie(c, LANGUAGE_COOKIE) !== undefined || c.req.header("accept-language") !== undefined;
}
