// One call of the identity library in the reader's name: its answer when it succeeds, our own problem when not.
import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";
import { authOf, codeFailures } from "./auth.ts";
import { authProblem } from "./auth-error.ts";

/** The reader's own headers that the library needs; all others, the body's length among them, stay outside. */
const PASSED = ["cookie", "authorization", "user-agent", "cf-connecting-ip"];

/** What says which session the reader is in. */
const SESSION: ReadonlySet<string> = new Set(["cookie", "authorization"]);

/**
 * `path` below /api/auth; `body` null for GET; `afresh` as if the reader had no session, so that none is joined to the
 * new one. Throws VezError, or what the database threw.
 */
export async function callAuth(
  c: Context<AppEnv>,
  path: string,
  body: Record<string, string> | null,
  options: { afresh?: boolean } = {},
) {
  const { origin } = new URL(c.req.url);
  const headers = new Headers({ "accept-language": c.get("locale"), origin });
  for (const name of PASSED) {
    if (options.afresh === true && SESSION.has(name)) continue;
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  if (body !== null) headers.set("content-type", "application/json");
  const request = new Request(`${origin}/api/auth${path}`, {
    method: body === null ? "GET" : "POST",
    headers,
    body: body === null ? null : JSON.stringify(body),
  });
  const answer = await authOf(c.env).handler(request);
  if (codeFailures.has(request)) throw codeFailures.get(request);
  if (!answer.ok) throw authProblem(answer.status, await answer.json().catch(() => null));
  return answer;
}
