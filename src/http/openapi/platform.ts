// Routes that stand outside of /api/v2: signing in, and whether the service lives.
import * as z from "zod";
import { codeBody, signInBody } from "../sign-in-bodies.ts";
import type { OperationGroup } from "./operation.ts";

const user = z
  .object({ id: z.string(), email: z.string(), role: z.string(), locale: z.string() })
  .loose()
  .meta({ id: "User" });
const signedIn = z.object({ token: z.string(), user }).loose();
const TOKEN_HEADER = { "set-auth-token": "The bearer token, also set as a cookie." };

export const signInGroup: OperationGroup = {
  tag: "Sign in",
  says: "By a code that comes by e-mail, or anonymously. Signing in with an anonymous session takes its cases along.",
  operations: [
    {
      method: "post",
      path: "/api/auth/email-otp/send-verification-otp",
      id: "requestCode",
      summary: "Ask for a code by e-mail",
      who: ["anyone"],
      body: codeBody,
      bodyExample: { email: "maria@example.com", type: "sign-in" },
      answers: { 200: { json: z.object({ success: z.literal(true) }), example: { success: true } } },
      errors: ["too_many_codes"],
    },
    {
      method: "post",
      path: "/api/auth/sign-in/email-otp",
      id: "signIn",
      summary: "Sign in with the code",
      who: ["anyone"],
      body: signInBody,
      bodyExample: { email: "maria@example.com", otp: "123456" },
      answers: { 200: { json: signedIn, headers: TOKEN_HEADER } },
      errors: ["invalid_code", "code_expired", "too_many_tries", "too_many_guesses"],
    },
    {
      method: "post",
      path: "/api/auth/sign-in/anonymous",
      id: "signInAnonymously",
      summary: "Begin without an account",
      who: ["anyone"],
      answers: { 200: { json: signedIn, headers: TOKEN_HEADER } },
      errors: ["already_anonymous"],
    },
    {
      method: "post",
      path: "/api/auth/sign-out",
      id: "signOut",
      summary: "End the session",
      who: ["anyone"],
      answers: { 200: { json: z.object({ success: z.boolean() }), example: { success: true } } },
    },
    {
      method: "get",
      path: "/api/auth/get-session",
      id: "readSession",
      summary: "The session, or null",
      who: ["anyone"],
      answers: {
        200: { json: z.object({ session: z.looseObject({ expiresAt: z.string() }), user }).nullable(), example: null },
      },
    },
  ],
};

export const platformGroup: OperationGroup = {
  tag: "Service",
  says: "For whoever runs it: whether it lives, whether it can work, and its figures.",
  operations: [
    {
      method: "get",
      path: "/health",
      id: "readHealth",
      summary: "Whether the process lives",
      who: ["anyone"],
      answers: { 200: { json: z.object({ status: z.literal("ok") }), example: { status: "ok" } } },
    },
    {
      method: "get",
      path: "/ready",
      id: "readReadiness",
      summary: "Whether it can do its work",
      who: ["anyone"],
      answers: {
        200: {
          json: z.object({
            status: z.literal("ok"),
            parts: z.object({ database: z.literal("ok") }),
            database_ms: z.number(),
          }),
        },
        503: {
          says: "The database does not answer.",
          json: z.object({ status: z.literal("unavailable"), parts: z.object({ database: z.literal("unavailable") }) }),
        },
      },
    },
    {
      method: "post",
      path: "/webhooks/{vendor}",
      id: "takeVendorWebhook",
      summary: "What a configured vendor tells",
      notes:
        "`docusign`, `onesignal`, `sendgrid`, `evolution`, `chatwoot` or `slack`, each in its own form and with its own signature over the raw body (at most 1 MB). A vendor that is not configured is a 404. The answer only says that it is kept: the same event again is one event.",
      who: ["anyone"],
      body: { types: ["application/json", "application/x-www-form-urlencoded"], says: "As the vendor publishes it." },
      answers: { 200: { says: "It is kept, or was known already." } },
      errors: ["webhook_refused", "body_too_large"],
    },
    {
      method: "get",
      path: "/metrics",
      id: "readMetrics",
      summary: "Counters, histograms and gauges",
      notes: "With `METRICS_TOKEN` as bearer token, or an operator's session.",
      who: ["scraper", "operator"],
      answers: { 200: { raw: { types: ["text/plain"], says: "Prometheus text 0.0.4.", schema: z.string() } } },
    },
  ],
};
