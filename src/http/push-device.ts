// The browser behind a request, as the push vendor names it: kept in a cookie, so that signing out ends it without any script.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import * as z from "zod";
import { dropDevice } from "../services/notify/drop-device.ts";
import { hasDevice } from "../services/notify/has-device.ts";
import type { AppEnv } from "./app-env.ts";

const DEVICE_COOKIE = "vez_push";
/** Browsers keep none for longer (RFC 6265bis). */
const KEPT_SECONDS = 400 * 86_400;

export function rememberDevice(c: Context<AppEnv>, device: string): void {
  setCookie(c, DEVICE_COOKIE, device, {
    path: "/",
    maxAge: KEPT_SECONDS,
    httpOnly: true,
    sameSite: "Lax",
    secure: new URL(c.req.url).protocol === "https:",
  });
}

/** True where this browser is woken for this person. */
export async function isWokenFor(c: Context<AppEnv>, userId: string): Promise<boolean> {
  const device = deviceOf(c);
  return device !== null && (await hasDevice(c.get("services"), { userId, device }));
}

/**
 * This browser is woken no more. It is told to forget its worker and with it the subscription (Clear-Site-Data, "storage"), so that
 * nothing is shown to whoever uses it next, even before the vendor has heard of it.
 */
export async function leaveDevice(c: Context<AppEnv>): Promise<void> {
  const device = deviceOf(c);
  if (device === null) return;
  await dropDevice(c.get("services"), device);
  deleteCookie(c, DEVICE_COOKIE, { path: "/" });
  c.header("clear-site-data", '"storage"');
}

/** Somebody else has signed in here since: nobody asked for that person's news in this browser, nor for the former one's any more. */
export async function leaveOthersDevice(c: Context<AppEnv>, userId: string): Promise<void> {
  if (deviceOf(c) !== null && !(await isWokenFor(c, userId))) await leaveDevice(c);
}

function deviceOf(c: Context<AppEnv>): string | null {
  return z.uuid().safeParse(getCookie(c, DEVICE_COOKIE)).data ?? null;
}
