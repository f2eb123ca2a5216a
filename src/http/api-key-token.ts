// An API key among the bearer tokens, by how it looks.
import { looksLikeKey } from "../domain/keys/key-format.ts";

export function bearsApiKey(headers: Headers): boolean {
  return looksLikeKey(bearerToken(headers));
}

/** Empty without one. */
export function bearerToken(headers: Headers): string {
  return /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";
}
