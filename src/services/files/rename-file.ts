// Whoever added a file gives it another name.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { caseFiles } from "../../db/schema.ts";
import { withEnding } from "../../domain/files/extension.ts";
import { cleanFileName } from "../../domain/files/file-kind.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { plainText } from "../plain-text.ts";
import { addedBy, adderOf } from "./adder.ts";
import { type FileView, fileView } from "./file-view.ts";
import { fileOf } from "./own-file.ts";

export const renameInput = z.object({
  name: plainText({ error: "Give the file a name." }).trim().min(1, "Give the file a name.").max(200),
});

/** Throws `not_found`. A name without anything printable leaves the old one. */
export async function renameFile(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  at: { caseId: string; fileId: string },
  input: z.infer<typeof renameInput>,
): Promise<FileView> {
  const adder = await adderOf(ctx, actor, at.caseId);
  const file = await fileOf(ctx, at, addedBy(adder));
  const name = withEnding(cleanFileName(input.name, file.name), file.type);
  await ctx.db.update(caseFiles).set({ name }).where(eq(caseFiles.id, file.id));
  return fileView({ ...file, name });
}
