// Text as people send it, made storable: Postgres keeps no null byte, and half a surrogate pair is no character.
import * as z from "zod";

export function cleanText(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

/** A string schema that cleans before its own checks run; chain trim, min and max as on any string. */
export function plainText(params?: { error?: string }) {
  return z.string(params).overwrite(cleanText);
}
