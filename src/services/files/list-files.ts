// The files of a case, for whoever may read the case.
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { caseFiles } from "../../db/schema.ts";
import { readCase } from "../cases/read-case.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { shownTo } from "./adder.ts";
import { type FileView, fileView } from "./file-view.ts";

/** Its client, the professional who took it, operators (audited); throws `not_found` for everybody else. Oldest first. */
export async function listFiles(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<FileView[]> {
  const { status } = await readCase(ctx, actor, caseId);
  // Its rows wait for the night; nobody sees them meanwhile.
  if (status === "forgotten") return [];
  const rows = await ctx.db
    .select()
    .from(caseFiles)
    .where(
      and(eq(caseFiles.caseId, caseId), shownTo(actor), isNull(caseFiles.deletedAt), isNotNull(caseFiles.storedAt)),
    )
    .orderBy(asc(caseFiles.createdAt), asc(caseFiles.id))
    .limit(ctx.settings.filesPerCase);
  return rows.map(fileView);
}
