// Signing in on the server's side: what the sign-in forms ask of better-auth, with the reader's cookies passed through.
import type { Context } from "hono";
import * as z from "zod";
import type { Role } from "../../db/tables/identity.ts";
import { ROLES } from "../../db/tables/identity.ts";
import type { AppEnv } from "../app-env.ts";
import { authOf } from "../auth.ts";

const failure = z.object({ code: z.string() }).catch({ code: "UNKNOWN" });
const signedIn = z.object({ user: z.object({ role: z.enum(ROLES).catch("client") }) });

/** True when the code is on its way; what failed is logged without the address. */
export async function sendCode(c: Context<AppEnv>, email: string): Promise<boolean> {
  const answer = await ask(c, "/email-otp/send-verification-otp", { email, type: "sign-in" });
  if (!answer.ok) c.get("services").log.warn("sign_in_code_not_sent", { status: answer.status });
  return answer.ok;
}

export type SignInOutcome = { ok: true; role: Role } | { ok: false; why: "badCode" | "oldCode" | "tooMany" };

/** Sets the session's cookies on this answer. An anonymous client's conversations come along if he signs in as one. */
export async function enterCode(c: Context<AppEnv>, email: string, otp: string): Promise<SignInOutcome> {
  const answer = await ask(c, "/sign-in/email-otp", { email, otp });
  if (!answer.ok) {
    const { code } = failure.parse(await answer.json().catch(() => null));
    return { ok: false, why: REASONS[code] ?? "badCode" };
  }
  passCookies(c, answer);
  const { user } = signedIn.parse(await answer.json());
  return { ok: true, role: user.role };
}

export async function signOut(c: Context<AppEnv>): Promise<void> {
  passCookies(c, await ask(c, "/sign-out", {}));
}

const REASONS: Record<string, "badCode" | "oldCode" | "tooMany"> = {
  OTP_EXPIRED: "oldCode",
  TOO_MANY_ATTEMPTS: "tooMany",
};

function ask(c: Context<AppEnv>, path: string, body: Record<string, string>): Promise<Response> {
  const { origin } = new URL(c.req.url);
  const headers = new Headers({ "content-type": "application/json", "accept-language": c.get("locale"), origin });
  for (const name of ["cookie", "user-agent", "cf-connecting-ip"]) {
    const value = c.req.header(name);
    if (value !== undefined) headers.set(name, value);
  }
  const request = new Request(`${origin}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return authOf(c.env).handler(request);
}

function passCookies(c: Context<AppEnv>, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
}
