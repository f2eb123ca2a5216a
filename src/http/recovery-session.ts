// Recovery words or a link open a session in this browser, or for this program.
import type { Context } from "hono";
import { notFound } from "../base/errors.ts";
import { readConfig } from "../env.ts";
import { joinAnonymous } from "../services/identity/join-anonymous.ts";
import { endOtherSessions } from "../services/recovery/end-other-sessions.ts";
import { useRecovery } from "../services/recovery/use-recovery.ts";
import type { AppEnv } from "./app-env.ts";
import { authOf } from "./auth.ts";
import { leaveOthersDevice } from "./push-device.ts";

/** Returns the session's token. With `alone` every other device is left. Throws what `useRecovery` throws. */
export async function recover(c: Context<AppEnv>, input: { typed: string; alone: boolean; bring: boolean }) {
  const { userId } = await useRecovery(c.get("services"), {
    typed: input.typed,
    address: c.req.header("cf-connecting-ip") ?? "unknown",
    secret: readConfig(c.env).BETTER_AUTH_SECRET,
  });
  const { token } = await enterAs(c, userId, { bring: input.bring });
  if (input.alone) await endOtherSessions(c.get("services"), { userId, token });
  return { token };
}

/**
 * Sets the session cookie on this answer, for a client who proved who he is; with `bring` the anonymous conversations of this browser
 * come along. Returns the session's token; throws `not_found` for one who is gone.
 */
export async function enterAs(c: Context<AppEnv>, userId: string, { bring }: { bring: boolean }) {
  const { headers, response } = await authOf(c.env).api.sessionByRecovery({
    body: { userId },
    headers: c.req.raw.headers,
    returnHeaders: true,
  });
  // Gone between the two: as if the words were nobody's.
  if (response.token === null) throw notFound("client");
  const former = bring ? await anonymousHere(c) : null;
  if (former !== null && former !== userId) {
    await joinAnonymous(c.get("services"), { anonymousId: former, userId });
  }
  await leaveOthersDevice(c, userId);
  for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
  return { token: response.token };
}

/** The anonymous client of this browser, or null. */
export async function anonymousHere(c: Context<AppEnv>): Promise<string | null> {
  if (c.get("person") === null) return null;
  const found = await authOf(c.env).api.getSession({ headers: c.req.raw.headers });
  return found?.user.isAnonymous === true ? found.user.id : null;
}
