// A request's body as checked JSON: bounded in bytes, strict UTF-8, storable text, one clear answer for each way to be wrong.
import type { Context } from "hono";
import type { z } from "zod";
import { VezError } from "../base/errors.ts";
import { cleanText } from "../services/plain-text.ts";
import type { AppEnv } from "./app-env.ts";

/** 8,000 characters of any script fit with room to spare. */
const MAX_BODY_BYTES = 64 * 1024;

/** Parses by `schema`. Throws `body_too_large` (413), `not_utf8` or `not_json` (400), `invalid_input` (422). */
export async function jsonBody<S extends z.ZodType>(
  c: Context<AppEnv>,
  schema: S,
  maxBytes = MAX_BODY_BYTES,
): Promise<z.infer<S>> {
  const text = await bodyText(c.req.raw, maxBytes);
  return schema.parse(parseJson(text)) as z.infer<S>;
}

/** The same for a body that may be left out: nothing at all is read as `{}`. */
export async function optionalJsonBody<S extends z.ZodType>(
  c: Context<AppEnv>,
  schema: S,
  maxBytes = MAX_BODY_BYTES,
): Promise<z.infer<S>> {
  const text = await bodyText(c.req.raw, maxBytes);
  return schema.parse(text.trim() === "" ? {} : parseJson(text)) as z.infer<S>;
}

/** The body as text; an empty body is the empty string. */
export async function bodyText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readBounded(request.body, maxBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (cause) {
    throw new VezError("not_utf8", { status: 400, detail: "The text is not valid UTF-8. Send it as UTF-8.", cause });
  }
}

/** All of a body of at most `maxBytes`. Throws `body_too_large` (413). */
export async function readBounded(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === "string" ? cleanText(value) : value));
  } catch (cause) {
    throw new VezError("not_json", { status: 400, detail: "The body is not valid JSON.", cause });
  }
}

function tooLarge(maxBytes: number): VezError {
  return new VezError("body_too_large", {
    status: 413,
    detail: `This is more than ${maxBytes / 1024} kB. Send it in smaller parts; nothing of the conversation is lost.`,
  });
}
