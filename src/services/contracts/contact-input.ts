// The client's contact as a call may bring it: tidied, checked, and null where it is left empty.
import * as z from "zod";
import { isClientContact, tidyContact } from "../../domain/contracts/client-contact.ts";

/** A phone or an e-mail, up to 200 characters. */
export const contactInput = z
  .string()
  .max(1000)
  .transform(tidyContact)
  .refine(isClientContact, "a phone or an e-mail, up to 200 characters")
  .transform((contact) => (contact === "" ? null : contact));
