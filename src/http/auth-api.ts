// The part of the identity library that people use, each route with a bounded, checked body; the rest does not exist.
import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "./app-env.ts";
import { callAuth } from "./auth-call.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { redeemCode, requestCode } from "./sign-in-by-code.ts";
import { signOut } from "./sign-out.ts";

export const authApi = new Hono<AppEnv>();

/** An address and a code are far below it. */
const MAX_BYTES = 16 * 1024;

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
const nothing = z.object({});

authApi.post("/email-otp/send-verification-otp", async (c) => {
  const { email } = await jsonBody(c, codeBody, MAX_BYTES);
  return requestCode(c, email);
});

authApi.post("/sign-in/email-otp", async (c) => {
  const { email, otp } = await jsonBody(c, signInBody, MAX_BYTES);
  return redeemCode(c, email, otp);
});

authApi.post("/sign-in/anonymous", async (c) => {
  await optionalJsonBody(c, nothing, MAX_BYTES);
  return callAuth(c, "/sign-in/anonymous", {});
});

authApi.post("/sign-out", async (c) => {
  await optionalJsonBody(c, nothing, MAX_BYTES);
  return signOut(c);
});

authApi.get("/get-session", (c) => callAuth(c, "/get-session", null));
