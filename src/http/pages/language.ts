// The language switch: a cookie, and back to where the reader was.
import { Hono } from "hono";
import { setCookie } from "hono/cookie";
import { LOCALES } from "../../domain/locale.ts";
import type { AppEnv } from "../app-env.ts";
import { LANGUAGE_COOKIE } from "../context.ts";
import { safeNext } from "./safe-next.ts";

const YEAR_SECONDS = 31_536_000;

export const languagePages = new Hono<AppEnv>();

languagePages.get("/language", (c) => {
  const to = LOCALES.find((locale) => locale === c.req.query("to"));
  if (to !== undefined) {
    setCookie(c, LANGUAGE_COOKIE, to, {
      path: "/",
      maxAge: YEAR_SECONDS,
      sameSite: "Lax",
      httpOnly: true,
      secure: new URL(c.req.url).protocol === "https:",
    });
  }
  return c.redirect(safeNext(c.req.query("next")), 303);
});
