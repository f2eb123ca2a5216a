// The bytes of a file for whoever may read its case.
import { notFound } from "../../base/errors.ts";
import { readCase } from "../cases/read-case.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { shownTo } from "./adder.ts";
import { type FileView, fileView } from "./file-view.ts";
import { fileOf } from "./own-file.ts";

/** Throws `not_found` for a stranger, for a deleted file, for one of a forgotten case, and for one whose bytes are gone; `files_away` (503). */
export async function openFile(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  at: { caseId: string; fileId: string },
): Promise<{ file: FileView; body: ReadableStream<Uint8Array> }> {
  const { status } = await readCase(ctx, actor, at.caseId);
  if (status === "forgotten") throw notFound("file");
  const row = await fileOf(ctx, at, shownTo(actor));
  const body = await ctx.files.get(row.storageKey);
  if (body === null) throw notFound("file");
  return { file: fileView(row), body };
}
