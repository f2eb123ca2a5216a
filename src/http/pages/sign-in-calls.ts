// Signing in on the server's side: what the sign-in forms do, with the session's cookies passed on to the browser.
import type { Context } from "hono";
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import type { Role } from "../../db/tables/identity.ts";
import { ROLES } from "../../db/tables/identity.ts";
import type { AppEnv } from "../app-env.ts";
import { leaveDevice, leaveOthersDevice } from "../push-device.ts";
import { redeemCode, requestCode } from "../sign-in-by-code.ts";
import { signOut } from "../sign-out.ts";

const signedIn = z.object({ user: z.object({ id: z.string(), role: z.enum(ROLES).catch("client") }) });

export type SendOutcome = "sent" | "notSent" | "tooManyCodes";

/** What failed is logged without the address. */
export async function sendCode(c: Context<AppEnv>, email: string): Promise<SendOutcome> {
  try {
    await requestCode(c, email);
    return "sent";
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    c.get("services").log.warn("sign_in_code_not_sent", { code: error.code });
    return error.code === "too_many_codes" ? "tooManyCodes" : "notSent";
  }
}

type Refusal = "badCode" | "oldCode" | "tooMany" | "tooManyGuesses";
export type SignInOutcome = { ok: true; role: Role } | { ok: false; why: Refusal };

/**
 * Sets the session's cookies on this answer. An anonymous client's conversations come along if he signs in as one, unless
 * he signs in `afresh`: a member of the team does not become a client by having looked at the page first.
 */
export async function enterCode(
  c: Context<AppEnv>,
  email: string,
  otp: string,
  options: { afresh?: boolean } = {},
): Promise<SignInOutcome> {
  try {
    const answer = await redeemCode(c, email, otp, options);
    passCookies(c, answer);
    const { user } = signedIn.parse(await answer.json());
    await leaveOthersDevice(c, user.id);
    return { ok: true, role: user.role };
  } catch (error) {
    const why = error instanceof VezError ? REASONS[error.code] : undefined;
    if (why === undefined) throw error;
    return { ok: false, why };
  }
}

export async function leave(c: Context<AppEnv>): Promise<void> {
  const answer = await signOut(c);
  await leaveDevice(c);
  passCookies(c, answer);
}

const REASONS: Record<string, Refusal> = {
  invalid_code: "badCode",
  code_expired: "oldCode",
  too_many_tries: "tooMany",
  too_many_guesses: "tooManyGuesses",
};

function passCookies(c: Context<AppEnv>, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
}
