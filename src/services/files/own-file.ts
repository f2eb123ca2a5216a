// One visible file of a case, or nothing.
import { and, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { caseFiles } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** Whether the reader may see the case is decided before; `scope` is which of its files. Throws `not_found`. */
export async function fileOf(ctx: ServiceContext, at: { caseId: string; fileId: string }, scope: SQL | undefined) {
  const rows = await ctx.db
    .select()
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.id, at.fileId),
        eq(caseFiles.caseId, at.caseId),
        scope,
        isNull(caseFiles.deletedAt),
        isNotNull(caseFiles.storedAt),
      ),
    );
  if (rows[0] === undefined) throw notFound("file");
  return rows[0];
}
