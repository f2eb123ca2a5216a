// The host name that a request asked for, which says in whose house it is.
import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

export function hostOf(c: Context<AppEnv>): string {
  return new URL(c.req.url).hostname;
}
