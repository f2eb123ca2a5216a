// Nightly: what an upload left unfinished, and what a forgotten case leaves behind, is removed.
import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { caseFiles, cases } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { removeFile } from "./remove-file.ts";

const DAY_MS = 86_400_000;
/** Removed in one night at most; the rest waits for the next. */
const AT_MOST = 500;

/** An upload that did not end within a day was given up. Figures of the run. */
export async function sweepFiles(ctx: ServiceContext): Promise<{ marked: number; removed: number }> {
  const now = ctx.now();
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const gone = ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.status, "forgotten"));
  const marked = await ctx.db
    .update(caseFiles)
    .set({ deletedAt: dayAgo })
    .where(
      and(
        isNull(caseFiles.deletedAt),
        or(and(isNull(caseFiles.storedAt), lt(caseFiles.createdAt, dayAgo)), inArray(caseFiles.caseId, gone)),
      ),
    )
    .returning({ id: caseFiles.id });
  // The queue removes what was just deleted; this is for what it never heard of.
  const left = await ctx.db
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(sql`deleted_at <= ${dayAgo.toISOString()}::timestamptz`)
    .limit(AT_MOST);
  for (const { id } of left) await removeFile(ctx, { fileId: id });
  return { marked: marked.length, removed: left.length };
}
