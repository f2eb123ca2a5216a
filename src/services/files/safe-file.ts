// What somebody uploads, looked at and made safe before it is kept anywhere.
import { VezError } from "../../base/errors.ts";
import { type FileKind, fileKindOf } from "../../domain/files/file-kind.ts";
import { withoutPlace } from "../../domain/files/without-place.ts";

export interface SafeFile {
  kind: FileKind;
  /** Without the place where a photo was taken. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Hexadecimal, of `bytes`. */
  sha256: string;
}

/** Throws `file_empty` (422), `file_too_large` (413), `file_kind` (415). */
export async function safeFile(sent: Uint8Array<ArrayBuffer>, mostBytes: number): Promise<SafeFile> {
  if (sent.length === 0) throw new VezError("file_empty", { status: 422, detail: "This file is empty." });
  if (sent.length > mostBytes) throw tooLarge(mostBytes);
  const kind = fileKindOf(sent);
  const bytes = kind === "jpeg" ? withoutPlace(sent) : sent;
  if (kind === null || bytes === null) throw unwelcome();
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { kind, bytes, sha256 };
}

export function tooLarge(most: number): VezError {
  const detail = `This file is more than ${Math.floor(most / 1024 / 1024)} MB. Send a smaller photo, or the document in parts.`;
  return new VezError("file_too_large", { status: 413, detail });
}

function unwelcome(): VezError {
  return new VezError("file_kind", {
    status: 415,
    detail: "Only PDF documents and photos (JPEG, PNG, WebP, HEIC) can be added. A photo of the paper is fine.",
  });
}
