// Time-based one-time passwords (RFC 6238): six digits, SHA-1 and 30 seconds, which is what every authenticator app knows.
import { base32 } from "@better-auth/utils/base32";
import { createOTP } from "@better-auth/utils/otp";
import { sameText } from "../../base/secret-text.ts";

const STEP_MS = 30_000;
/** A telephone's clock may be one step early or late (RFC 6238, 5.2). */
const SKEW_STEPS = 1;
/** 25 letters of 6 bits: 150 random bits (RFC 4226 asks for 128), and exactly ten groups of four in base 32. */
const SECRET_LETTERS = 25;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export function newTotpSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(SECRET_LETTERS)), (byte) => LETTERS[byte & 63]).join("");
}

/** What the app is told: `otpauth://totp/Vez:…?secret=…`; `account` is how its owner will know it again. */
export function totpAddress(secret: string, account: string): string {
  return createOTP(secret).url("Vez", account);
}

/** The secret as a person types it into an app, in groups of four. */
export function totpGroups(secret: string): string {
  const text = base32.encode(secret, { padding: false });
  return text.match(/.{1,4}/g)?.join(" ") ?? text;
}

/**
 * The 30-second step whose code `digits` is, the newest if several; null for a wrong code. Steps up to `lastStep` do
 * not count: nobody uses a code that was seen once.
 */
export async function totpStep(secret: string, digits: string, now: Date, lastStep: number): Promise<number | null> {
  const otp = createOTP(secret);
  const current = Math.floor(now.getTime() / STEP_MS);
  let found: number | null = null;
  for (let step = current - SKEW_STEPS; step <= current + SKEW_STEPS; step++) {
    const isRight = sameText(digits, await otp.hotp(step));
    if (isRight && step > lastStep) found = step;
  }
  return found;
}
