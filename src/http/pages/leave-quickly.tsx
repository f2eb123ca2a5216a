// The quick way out: off to an ordinary site at once, and nothing of the story on the way back.
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { tenantOf } from "../../services/tenants/tenants.ts";
import type { AppEnv } from "../app-env.ts";
import { hostOf } from "../host-of.ts";
import { Begin } from "./client-begin.tsx";
import { renderPage } from "./page.tsx";
import { BEGIN } from "./texts/client.ts";

/** A page that anybody may have open. */
const QUIET_SITE = "https://www.google.com.br/";
const LEFT_COOKIE = "vez_left";
/** Outlasts an evening with somebody who looks over the shoulder. */
const LEFT_SECONDS = 43_200;

export const leavePages = new Hono<AppEnv>();

/** Works without scripts. The session is kept: one press of a button leads back to the conversation. */
leavePages.post("/leave", (c) => {
  setCookie(c, LEFT_COOKIE, "1", {
    path: "/",
    maxAge: LEFT_SECONDS,
    httpOnly: true,
    sameSite: "Lax",
    secure: new URL(c.req.url).protocol === "https:",
  });
  return c.redirect("/leave", 303);
});

// Not a redirect: the policy for forms would stop one that leads to another site. This stays in no history either.
leavePages.get("/leave", (c) => {
  c.header("cache-control", "no-store");
  c.header("refresh", `0; url=${QUIET_SITE}`);
  // Empty but for the way on, for a browser that was told not to follow by itself.
  return c.html(
    `<!doctype html><html lang="${c.get("locale")}"><title>Google</title><a href="${QUIET_SITE}">Google</a>`,
  );
});

leavePages.post("/come-back", (c) => {
  comeBack(c);
  return c.redirect("/", 303);
});

/** Forgets that the person left. */
export function comeBack(c: Context<AppEnv>): void {
  if (getCookie(c, LEFT_COOKIE) !== undefined) deleteCookie(c, LEFT_COOKIE, { path: "/" });
}

/** After a quick exit every page with a story shows the first page instead, whoever opens it. */
export const outOfSight = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method !== "GET" || getCookie(c, LEFT_COOKIE) === undefined) return next();
  const locale = c.get("locale");
  c.set("person", null);
  const { mode } = await tenantOf(c.get("services"), hostOf(c));
  return renderPage(c, {
    title: BEGIN.title[locale],
    styles: ["client.css"],
    scripts: ["begin.js"],
    here: "/",
    main: <Begin locale={locale} openKey={crypto.randomUUID()} mode={mode} stranger left />,
  });
});
