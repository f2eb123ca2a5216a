// Recovery words or a link open a session in this browser, or for this program.
import type { Context } from "hono";
import { notFound } from "../base/errors.ts";
import { readConfig } from "../env.ts";
import { joinAnonymous } from "../services/identity/join-anonymous.ts";
import { endOtherSessions } from "../services/recovery/end-other-sessions.ts";
import { useRecovery } from "../services/recovery/use-recovery.ts";
import type { AppEnv } from "./app-env.ts";
import { authOf } from "./auth.ts";

/**
 * Sets the session cookie on this answer and returns the session's token. With `bring` the anonymous conversations of this browser
 * come along; with `alone` every other device is left. Throws what `useRecovery` throws.
 */
export async function recover(c: Context<AppEnv>, input: { typed: string; alone: boolean; bring: boolean }) {
  const services = c.get("services");
  const { userId } = await useRecovery(services, {
    typed: input.typed,
    address: c.req.header("cf-connecting-ip") ?? "unknown",
    secret: readConfig(c.env).BETTER_AUTH_SECRET,
  });
  const { headers, response } = await authOf(c.env).api.sessionByRecovery({
    body: { userId },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  // Gone between the two: as if the words were nobody's.
  if (response.token === null) throw notFound("client");
  const former = input.bring ? await anonymousHere(c) : null;
  if (former !== null && former !== userId) await joinAnonymous(services, { anonymousId: former, userId });
  if (input.alone) await endOtherSessions(services, { userId, token: response.token });
  for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
  return { token: response.token };
}

/** The anonymous client of this browser, or null. */
export async function anonymousHere(c: Context<AppEnv>): Promise<string | null> {
  if (c.get("person") === null) return null;
  const found = await authOf(c.env).api.getSession({ headers: c.req.raw.headers });
  return found?.user.isAnonymous === true ? found.user.id : null;
}
