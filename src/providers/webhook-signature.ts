// What the readers of vendors' webhooks share: comparing in constant time, HMAC over raw bytes, the window around a signed moment.
import { VezError } from "../base/errors.ts";

/** A signed moment may lie so far from ours, before or after: a recorded webhook is of no use later. */
export const WINDOW_SECONDS = 300;

/** Takes as long for a wrong text (or bytes) of the same length as for the right one; texts are compared as UTF-8. */
export function equalInConstantTime(a: string | Uint8Array, b: string | Uint8Array): boolean {
  const [one, other] = [bytesOf(a), bytesOf(b)];
  let difference = one.length ^ other.length;
  for (let i = 0; i < other.length; i++) difference |= (one[i] ?? 0) ^ (other[i] ?? 0);
  return difference === 0;
}

/** HMAC-SHA256 (RFC 2104, FIPS 198-1) of `bytes` under `key`, 32 bytes; `hexOf` and `base64Of` write it as vendors do. */
export async function hmacSha256(
  key: string | Uint8Array<ArrayBuffer>,
  bytes: string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = await crypto.subtle.importKey("raw", bytesOf(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", made, bytesOf(bytes)));
}

/** Throws `webhook_refused` for a moment that is more than five minutes from `now`, or none at all (an invalid Date). */
export function checkMoment(at: Date, now: Date): void {
  const away = Math.abs(at.getTime() - now.getTime());
  if (!(away <= WINDOW_SECONDS * 1000)) throw webhookRefused();
}

/** 401 `webhook_refused`: the same words for a wrong key, a changed body and an old moment. */
export function webhookRefused(): VezError {
  return new VezError("webhook_refused", {
    status: 401,
    detail:
      "The signature does not fit, or it is older than five minutes. Check the key on both sides, and the clocks.",
  });
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Standard base64 with padding. */
export function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(data: string): Uint8Array<ArrayBuffer>;
function bytesOf<T extends Uint8Array>(data: string | T): Uint8Array<ArrayBuffer> | T;
function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? new TextEncoder().encode(data) : data;
}
