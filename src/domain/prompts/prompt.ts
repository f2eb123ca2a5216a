// What a prompt is: fixed instructions with a version of their own content, and where the person's words go.
import type { Locale } from "../locale.ts";

export interface Prompt {
  /** `vertical/role/locale@hash`, e.g. `legal/analyst/pt-BR@1f0c33a2`: another wording is another version. */
  version: string;
  /** The fixed part, the same for every person. */
  instructions: string;
}

/** A prompt named by what it says. */
export function prompt(vertical: "legal", role: "interviewer" | "analyst", locale: Locale, text: string): Prompt {
  const instructions = text.trim();
  return { version: `${vertical}/${role}/${locale}@${contentHash(instructions)}`, instructions };
}

/** Eight hex digits: FNV-1a, 32 bits (Fowler, Noll, Vo). It names a version and protects nothing. */
export function contentHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
