// A form with files, as bytes: bounded before it is read, and while it is.
import type { Context } from "hono";
import { invalid, VezError } from "../base/errors.ts";
import { tooLarge } from "../services/files/safe-file.ts";
import type { AppEnv } from "./app-env.ts";
import { limitByAddress } from "./limit-by-address.ts";

/** Fields, and what stands between them. */
const BESIDE_BYTES = 16 * 1024;
/** Files in one form; a phone's picker gives several. */
const MOST_FILES = 10;

const TOO_MANY = "Too many files at once. Wait a minute, then go on; what was kept stays.";

export interface Upload {
  files: { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

/**
 * The files under `field`, those without a name and without bytes left out. All of one form together are bounded by twice the size of
 * one: a Worker has 128 MB. Throws `not_a_form` (415), `file_too_large` (413), `invalid_input` (422).
 */
export async function readUpload(c: Context<AppEnv>, field: string): Promise<Upload> {
  await limitByAddress(c, c.env.RATE_LIMIT_FILES, TOO_MANY);
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) throw notAForm();
  const most = 2 * c.get("services").settings.fileMaxBytes + BESIDE_BYTES;
  if (Number(c.req.header("content-length") ?? 0) > most) throw tooLarge(most / 2);
  const form = await formOf(bounded(c.req.raw.body, most), type);
  const files = form
    .getAll(field)
    .filter((part): part is File => part instanceof File && (part.size > 0 || part.name !== ""));
  if (files.length > MOST_FILES) throw invalid(`Send at most ${MOST_FILES} files at once, and then the others.`);
  return {
    files: await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
  };
}

/** Fails with `file_too_large` at the byte that is too many; nothing is gathered here, since the form's reader does so itself. */
function bounded(body: ReadableStream<Uint8Array> | null, most: number): ReadableStream<Uint8Array> | null {
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, out) {
      size += chunk.byteLength;
      if (size > most) throw tooLarge(most / 2);
      out.enqueue(chunk);
    },
  });
  return body?.pipeThrough(counter) ?? null;
}

async function formOf(body: ReadableStream<Uint8Array> | null, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (cause) {
    throw cause instanceof VezError ? cause : notAForm(cause);
  }
}

function notAForm(cause?: unknown): VezError {
  return new VezError("not_a_form", {
    status: 415,
    detail: "Send the file as multipart/form-data, in the field named file.",
    cause,
  });
}
