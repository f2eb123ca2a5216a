// A person's file as an answer: downloaded, never run, kept nowhere on the way.
import type { Context } from "hono";
import { openFile } from "../services/files/open-file.ts";
import type { AppEnv } from "./app-env.ts";
import { requirePerson } from "./session.ts";

export async function sendFile(c: Context<AppEnv>, caseId: string, fileId: string): Promise<Response> {
  const { file, body } = await openFile(c.get("services"), requirePerson(c), { caseId, fileId });
  return asDownload(c, file, body);
}

export function asDownload(
  c: Context<AppEnv>,
  file: { id: string; name: string; type: string; bytes: number },
  body: ReadableStream<Uint8Array>,
): Response {
  return c.body(body, 200, {
    "content-type": file.type,
    "content-length": String(file.bytes),
    // RFC 6266: the name in UTF-8, and a plain one for whoever cannot read it.
    "content-disposition": `attachment; filename="${file.id}"; filename*=UTF-8''${encoded(file.name)}`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
}

/** RFC 8187 leaves fewer characters bare than `encodeURIComponent`. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
