// The bytes and then the row of a file that nobody sees any more.
import { eq } from "drizzle-orm";
import { caseFiles } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** Idempotent; a file that is in use is left alone. */
export async function removeFile(ctx: ServiceContext, input: { fileId: string }): Promise<void> {
  const [row] = await ctx.db.select().from(caseFiles).where(eq(caseFiles.id, input.fileId));
  if (row === undefined || row.deletedAt === null) return;
  await ctx.files.remove(row.storageKey);
  await ctx.db.delete(caseFiles).where(eq(caseFiles.id, row.id));
}
