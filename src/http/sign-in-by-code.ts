// Signing in by e-mail code, for programs and pages alike: the bounds first, then the identity library.
import type { Context } from "hono";
import { readConfig } from "../env.ts";
import { countCode, countGuess, forgetGuesses } from "../services/identity/sign-in-limits.ts";
import type { AppEnv } from "./app-env.ts";
import { callAuth } from "./auth-call.ts";
import { authProblem } from "./auth-error.ts";

/** Sends a code to `email` (checked, lower case). Throws `too_many_codes` (429). */
export async function requestCode(c: Context<AppEnv>, email: string): Promise<Response> {
  await countCode(c.get("services"), { email, perHour: readConfig(c.env).SIGN_IN_CODES_PER_HOUR });
  return callAuth(c, "/email-otp/send-verification-otp", { email, type: "sign-in" });
}

/**
 * The answer that carries the session's cookies and token; `afresh` leaves an anonymous conversation behind.
 * Throws `invalid_code`, `code_expired`, `too_many_tries` (this code) or `too_many_guesses` (this address, 429).
 */
export async function redeemCode(
  c: Context<AppEnv>,
  email: string,
  otp: string,
  options: { afresh?: boolean } = {},
): Promise<Response> {
  // What is no code at all is no guess either.
  if (!/^\d{6}$/.test(otp)) throw authProblem(400, { code: "INVALID_OTP" });
  await countGuess(c.get("services"), { email });
  const answer = await callAuth(c, "/sign-in/email-otp", { email, otp }, options);
  await forgetGuesses(c.get("services"), { email });
  return answer;
}
