// An operator who came through Cloudflare Access: its token stands for the session and for the second factor.
import type { Context } from "hono";
import { VezError } from "../base/errors.ts";
import { findOperator } from "../services/identity/find-operator.ts";
import { openAccessDoor } from "../wiring.ts";
import type { AppEnv, Person } from "./app-env.ts";

/** Cloudflare sets it on every request that it lets through; the cookie of the same content counts for nothing here. */
const HEADER = "cf-access-jwt-assertion";

/** Routes of the console, where whoever came through the door is the operator, whatever other session the browser has. */
export function isConsole(path: string): boolean {
  return /^\/(ops|api\/v2\/operator|metrics)(\/|$)/.test(path);
}

/** Null where no token is, or none that proves a known operator: it never gives less than the request had without it. */
export async function accessOperator(c: Context<AppEnv>): Promise<Person | null> {
  const token = c.req.header(HEADER);
  if (token === undefined) return null;
  const door = openAccessDoor(c.env);
  if (door === null) return null;
  const services = c.get("services");
  try {
    const email = await door.emailOf(token, services.now());
    if (email !== null) return await findOperator(services, email);
    services.log.warn("access_token_refused");
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    services.log.warn("access_keys_away", { code: error.code });
  }
  return null;
}
