// One visible file of a case, or nothing.
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { caseFiles } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** Whether the reader may see the case is decided before. Throws `not_found`. */
export async function fileOf(ctx: ServiceContext, caseId: string, fileId: string) {
  const rows = await ctx.db
    .select()
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.id, fileId),
        eq(caseFiles.caseId, caseId),
        isNull(caseFiles.deletedAt),
        isNotNull(caseFiles.storedAt),
      ),
    );
  if (rows[0] === undefined) throw notFound("file");
  return rows[0];
}
