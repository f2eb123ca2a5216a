// Whoever added a file takes it back: gone for everybody at once, its bytes removed by the queue.
import { and, eq, isNull, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, caseFiles, outbox } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { addedBy, adderOf } from "./adder.ts";

/** Deleting it again, or one that never was, changes nothing. */
export async function deleteFile(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  at: { caseId: string; fileId: string },
): Promise<void> {
  const adder = await adderOf(ctx, actor, at.caseId);
  const now = ctx.now();
  const row = outboxRow(
    "file.remove",
    `file.remove:${at.fileId}`,
    { fileId: at.fileId },
    { now, traceId: ctx.traceId },
  );
  const deletedNow = sql`EXISTS (SELECT 1 FROM case_files WHERE id = ${at.fileId} AND case_id = ${at.caseId} AND deleted_at = ${now.toISOString()}::timestamptz)`;
  const [, sent] = await ctx.db.batch([
    ctx.db
      .update(caseFiles)
      .set({ deletedAt: now })
      .where(
        and(eq(caseFiles.id, at.fileId), eq(caseFiles.caseId, at.caseId), addedBy(adder), isNull(caseFiles.deletedAt)),
      ),
    insertIf(ctx.db, outbox, row, deletedNow).onConflictDoNothing().returning({ id: outbox.id }),
    insertIf(ctx.db, audit, auditRow(actor.userId, "file.delete", at.fileId, now), deletedNow),
  ]);
  if (sent.length > 0) await ctx.enqueue([{ id: row.id, lane: row.lane, name: row.name, traceId: ctx.traceId }]);
}
