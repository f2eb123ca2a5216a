// Ends the session on the server too: the library forgives itself a session row that it could not delete.
import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";
import { authOf } from "./auth.ts";
import { callAuth } from "./auth-call.ts";

/** The answer that takes the cookies away. Throws when the database is away: nobody is told that he is out while he is not. */
export async function signOut(c: Context<AppEnv>): Promise<Response> {
  await authOf(c.env).api.getSession({ headers: c.req.raw.headers });
  return callAuth(c, "/sign-out", {});
}
