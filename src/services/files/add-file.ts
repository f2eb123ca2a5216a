// Client or professional adds a file to their case: looked at, made safe, kept once.
import { and, eq, isNull, sql } from "drizzle-orm";
import { conflict } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { caseFiles } from "../../db/schema.ts";
import { withEnding } from "../../domain/files/extension.ts";
import { cleanFileName, FILE_KINDS } from "../../domain/files/file-kind.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { cleanText } from "../plain-text.ts";
import { seenSql } from "../talk/client-seen.ts";
import { addedBy, adderOf } from "./adder.ts";
import { type FileView, fileView } from "./file-view.ts";
import { safeFile } from "./safe-file.ts";

export interface NewFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The same bytes twice by one side of a case are one file. Throws `file_empty` (422), `file_kind` (415), `file_too_large` (413),
 * `too_many_files`, `case_closed`, `file_deleted` (409), `files_away` (503): the same upload again then goes on where this one stopped.
 */
export async function addFile(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  file: NewFile,
): Promise<FileView> {
  const adder = await adderOf(ctx, actor, caseId);
  if (!adder.open) throw conflict("case_closed", "This case is closed and takes no more files.");
  const { fileMaxBytes: most, filesPerCase } = ctx.settings;
  const { kind, bytes, sha256 } = await safeFile(file.bytes, most);
  const now = ctx.now();
  const id = newId("fil", now.getTime());
  const live = and(eq(caseFiles.caseId, caseId), addedBy(adder), isNull(caseFiles.deletedAt));
  const type = FILE_KINDS[kind];
  const made = {
    ...{ id, type, name: withEnding(cleanFileName(cleanText(file.name), `${kind}-${id.slice(-4)}`), type) },
    ...{ bytes: bytes.length, storageKey: `cases/${caseId}/${id}`, createdAt: now },
  };
  const [, , found] = await ctx.db.batch([
    // One upload of a case after another: the count below is then true.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
    ctx.db.execute(sql`
      INSERT INTO case_files (id, case_id, offer_id, name, type, bytes, sha256, storage_key, created_at)
      SELECT ${made.id}, ${caseId}, ${adder.offerId}, ${made.name}, ${made.type}, ${made.bytes}::int, ${sha256}, ${made.storageKey}, ${now.toISOString()}::timestamptz
      WHERE (SELECT count(*) FROM case_files WHERE case_id = ${caseId} AND deleted_at IS NULL) < ${filesPerCase}::int
      ON CONFLICT DO NOTHING`),
    ctx.db
      .select()
      .from(caseFiles)
      .where(and(live, eq(caseFiles.sha256, sha256))),
    ctx.db.execute(seenSql(caseId, now, sql`${adder.offerId === null}::boolean`)),
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
