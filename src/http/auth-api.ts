// The part of the identity library that people use, each route with a bounded, checked body; the rest does not exist.
import { Hono } from "hono";
import * as z from "zod";
import type { AppEnv } from "./app-env.ts";
import { callAuth } from "./auth-call.ts";
import { jsonBody, optionalJsonBody } from "./json-body.ts";
import { codeBody, signInBody } from "./sign-in-bodies.ts";
import { redeemCode, requestCode } from "./sign-in-by-code.ts";
import { signOut } from "./sign-out.ts";

export const authApi = new Hono<AppEnv>();

/** An address and a code are far below it. */
const MAX_BYTES = 16 * 1024;

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
