// The address between the two steps of signing in, and the ways on which the team comes in.
import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import type { AppEnv } from "../app-env.ts";

/** It never stands in an address bar. */
export const EMAIL_COOKIE = "vez_sign_in";
/** A little longer than a code is valid. */
const EMAIL_SECONDS = 900;

export function rememberAddress(c: Context<AppEnv>, email: string): void {
  setCookie(c, EMAIL_COOKIE, email, keptFor(c, "/sign-in", EMAIL_SECONDS));
}

/** Attributes of a cookie that only our own pages below `path` see. */
export function keptFor(c: Context<AppEnv>, path: string, maxAge: number) {
  const secure = new URL(c.req.url).protocol === "https:";
  return { path, maxAge, httpOnly: true, sameSite: "Lax", secure } as const;
}

/** True for where the first operator and the invited go on after signing in. */
export function isStaffWay(next: string | undefined): boolean {
  return next === "/setup" || next === "/invite";
}
