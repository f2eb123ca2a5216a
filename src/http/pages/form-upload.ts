// A form with a file as a browser posts it: bounded before it is read.
import type { Context } from "hono";
import { VezError } from "../../base/errors.ts";
import type { AppEnv } from "../app-env.ts";
import { bodyText } from "../json-body.ts";

/** Fields and what stands between them. */
const BESIDE_THE_FILE_BYTES = 16 * 1024;

/** The file must be text, since it is read as such. Throws `body_too_large` (413), `not_utf8` (400), `not_a_form` (415). */
export async function uploadForm(c: Context<AppEnv>, mostFileBytes: number): Promise<FormData> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw notAForm();
  const text = await bodyText(c.req.raw, mostFileBytes + BESIDE_THE_FILE_BYTES);
  try {
    return await new Response(text, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    throw notAForm(cause);
  }
}

function notAForm(cause?: unknown): VezError {
  return new VezError("not_a_form", { status: 415, detail: "Send the form of the page itself.", cause });
}
