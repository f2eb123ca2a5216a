// The client adds a file to his case: looked at, made safe, kept once.
import { and, eq, isNull, sql } from "drizzle-orm";
import { conflict, VezError } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { caseFiles } from "../../db/schema.ts";
import { isOver } from "../../domain/case-state.ts";
import { withEnding } from "../../domain/files/extension.ts";
import { cleanFileName, FILE_KINDS, fileKindOf } from "../../domain/files/file-kind.ts";
import { withoutPlace } from "../../domain/files/without-place.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";
import { cleanText } from "../plain-text.ts";
import { type FileView, fileView } from "./file-view.ts";

export interface NewFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The same bytes twice in a case are one file. Throws `file_empty` (422), `file_kind` (415), `file_too_large` (413),
 * `too_many_files`, `case_closed`, `file_deleted` (409), `files_away` (503): the same upload again then goes on where this one stopped.
 */
export async function addFile(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  file: NewFile,
): Promise<FileView> {
  const row = await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  if (isOver(row.status)) throw conflict("case_closed", "This case is closed and takes no more files.");
  const { fileMaxBytes: most, filesPerCase } = ctx.settings;
  if (file.bytes.length === 0) throw new VezError("file_empty", { status: 422, detail: "This file is empty." });
  if (file.bytes.length > most) throw tooLarge(most);
  const kind = fileKindOf(file.bytes);
  if (kind === null) throw unwelcome();
  const bytes = kind === "jpeg" ? withoutPlace(file.bytes) : file.bytes;
  if (bytes === null) throw unwelcome();
  const sha256 = await digestOf(bytes);
  const now = ctx.now();
  const id = newId("fil", now.getTime());
  const live = and(eq(caseFiles.caseId, caseId), isNull(caseFiles.deletedAt));
  const type = FILE_KINDS[kind];
  const made = {
    ...{ id, type, name: withEnding(cleanFileName(cleanText(file.name), `${kind}-${id.slice(-4)}`), type) },
    ...{ bytes: bytes.length, storageKey: `cases/${caseId}/${id}`, createdAt: now },
  };
  const [, , found] = await ctx.db.batch([
    // One upload of a case after another: the count below is then true.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
    ctx.db.execute(sql`
      INSERT INTO case_files (id, case_id, name, type, bytes, sha256, storage_key, created_at)
      SELECT ${made.id}, ${caseId}, ${made.name}, ${made.type}, ${made.bytes}::int, ${sha256}, ${made.storageKey}, ${now.toISOString()}::timestamptz
      WHERE (SELECT count(*) FROM case_files WHERE case_id = ${caseId} AND deleted_at IS NULL) < ${filesPerCase}::int
      ON CONFLICT DO NOTHING`),
    ctx.db
      .select()
      .from(caseFiles)
      .where(and(live, eq(caseFiles.sha256, sha256))),
  ]);
  const kept = found[0];
  if (kept === undefined)
    throw conflict("too_many_files", `A case holds ${filesPerCase} files. Delete one you do not need.`);
  if (kept.storedAt !== null) return fileView(kept);
  await ctx.files.put(kept.storageKey, bytes, kept.type);
  const stored = await ctx.db
    .update(caseFiles)
    .set({ storedAt: ctx.now() })
    .where(and(eq(caseFiles.id, kept.id), isNull(caseFiles.deletedAt)))
    .returning({ id: caseFiles.id });
  if (stored.length > 0) return fileView(kept);
  // The same upload in another tab was done, and taken back, while these bytes were on their way: no row leads to them any more.
  await ctx.files.remove(kept.storageKey);
  throw conflict("file_deleted", "This file was deleted while it was sent. Add it again if you want it.");
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

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
