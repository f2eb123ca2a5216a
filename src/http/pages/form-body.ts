// A plain form as a browser posts it: bounded, checked, without files.
import type { Context } from "hono";
import { VezError } from "../../base/errors.ts";
import { cleanText } from "../../services/plain-text.ts";
import type { AppEnv } from "../app-env.ts";
import { bodyText } from "../json-body.ts";

/** Throws `body_too_large` (413), `not_utf8` (400), `not_a_form` (415). */
export async function formBody(c: Context<AppEnv>): Promise<URLSearchParams> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) {
    throw new VezError("not_a_form", { status: 415, detail: "Send the form of the page itself." });
  }
  const form = new URLSearchParams(await bodyText(c.req.raw));
  return new URLSearchParams([...form].map(([name, value]) => [name, cleanText(value)]));
}
