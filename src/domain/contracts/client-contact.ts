// What a client may leave so that the professional can reach them: a phone or an e-mail, in their own words.
import { tidyName } from "./signing-name.ts";

const MOST_CHARACTERS = 200;
/** A Brazilian number without its area code. */
const LEAST_DIGITS = 8;

/** One line without invisible characters; the empty string where nothing is left. */
export function tidyContact(contact: string): string {
  return tidyName(contact);
}

/** True for nothing at all, and for up to 200 characters with an e-mail address or at least eight digits in them. */
export function isClientContact(contact: string): boolean {
  if (contact === "") return true;
  if ([...contact].length > MOST_CHARACTERS) return false;
  const digits = contact.match(/\d/g)?.length ?? 0;
  return digits >= LEAST_DIGITS || /[^\s@]@[^\s@]+\.[^\s@]/.test(contact);
}
