// A back-fill ends by itself: done, or failed, of which the operators are told.
import { sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** Once: one that has gone on or ended meanwhile is left as it is. `error` is a code, never a vendor's words. */
export async function endBackfill(
  ctx: ServiceContext,
  { backfillId: id, position }: MessageBody<"embedding.backfill">,
  ending: { status: "done" } | { status: "failed"; error: string },
): Promise<void> {
  const now = ctx.now();
  const error = ending.status === "failed" ? ending.error : null;
  const record = auditRow("system", `embedding.backfill_${ending.status}`, id, now, error === null ? {} : { error });
  const news = outboxRow(
    "operators.notify",
    `embedding.backfill_failed:${id}`,
    { kind: "backfill_failed", params: { backfill_id: id, reason: error ?? "" } },
    { now, traceId: ctx.traceId },
  );
  const isMine = sql`EXISTS (
    SELECT 1 FROM embedding_backfills WHERE id = ${id} AND status = ${ending.status} AND finished_at = ${now.toISOString()}::timestamptz)`;
  const [, , queued] = await ctx.db.batch([
    ctx.db.execute(sql`
      UPDATE embedding_backfills
      SET status = ${ending.status}, last_error = ${error}, failed = failed + ${error === null ? 0 : 1}::int,
        updated_at = ${now.toISOString()}::timestamptz, finished_at = ${now.toISOString()}::timestamptz
      WHERE id = ${id} AND position = ${position} AND status = 'running'`),
    insertIf(ctx.db, audit, record, isMine),
    ctx.db.execute(insertOutbox(error === null ? [] : [news], isMine)),
  ]);
  ctx.log.info("backfill_ended", { backfill_id: id, status: ending.status });
  await ctx.enqueue(insertedRows(queued));
}
