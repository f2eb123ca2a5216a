// What a request for a sign-in code, or with one, holds.
import * as z from "zod";

/** 254 characters: RFC 5321's longest path. The length is looked at first, the form only then. */
export const emailAddress = z
  .string({ error: "Give an e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, { error: "An e-mail address has at most 254 characters.", abort: true })
  .pipe(z.email({ error: "It should look like name@example.com." }));

export const codeBody = z.object({
  email: emailAddress,
  type: z.literal("sign-in", { error: "The only type is sign-in." }),
});
export const signInBody = z.object({ email: emailAddress, otp: z.string({ error: "Give the code as text." }) });
