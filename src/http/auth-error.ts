// What the identity library refuses, in our own words: a stable code and what to do next.
import { isAPIError } from "better-auth/api";
import * as z from "zod";
import { unavailable, VezError } from "../base/errors.ts";

const DETAILS: Record<string, { code: string; status: number; detail: string }> = {
  INVALID_OTP: {
    code: "invalid_code",
    status: 400,
    detail: "This code does not match. Check that you copied all six digits of the newest e-mail.",
  },
  OTP_EXPIRED: { code: "code_expired", status: 400, detail: "This code has expired. Ask for another one." },
  TOO_MANY_ATTEMPTS: {
    code: "too_many_tries",
    status: 403,
    detail: "There were too many tries with this code. Ask for another one.",
  },
  INVALID_EMAIL: {
    code: "invalid_email",
    status: 422,
    detail: "Check the address: it should look like name@example.com.",
  },
  ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY: {
    code: "already_anonymous",
    status: 409,
    detail: "You have an anonymous session. Go on with its token.",
  },
};

/** Null for anything that the library did not throw on purpose. Its 5xx are a database that did not answer. */
export function fromAuthError(error: unknown): VezError | null {
  if (!isAPIError(error)) return null;
  return authProblem(error.statusCode, error.body, error);
}

const body = z.object({ code: z.string() }).catch({ code: "" });

/** From the status and body of an answer that is not a success. */
export function authProblem(status: number, answered: unknown, cause?: unknown): VezError {
  if (status >= 500) {
    return unavailable("database_unavailable", "Signing in does not work right now. Try again in a moment.", cause);
  }
  const known = DETAILS[body.parse(answered).code];
  if (known !== undefined) return new VezError(known.code, { status: known.status, detail: known.detail, cause });
  return new VezError("sign_in_refused", { status, detail: "This cannot be done with what was sent.", cause });
}
