// A person without an account gets an anonymous session: a cookie for browsers, a token for programs.
import type { Context } from "hono";
import type { AppEnv, Person } from "./app-env.ts";
import { authOf } from "./auth.ts";

/** Sets the session cookie on this answer. The session can later be tied to an e-mail address. */
export async function beginAnonymously(c: Context<AppEnv>): Promise<{ person: Person; token: string }> {
  const { headers, response } = await authOf(c.env).api.signInAnonymous({
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
  const person: Person = { kind: "person", userId: response.user.id, role: "client", locale: c.get("locale") };
  c.set("person", person);
  return { person, token: response.token };
}
