// An operator stops a back-fill; what it has embedded stays, and a later start goes on from there.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, embeddingBackfills } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput } from "../parse-input.ts";
import { type BackfillView, backfillView } from "./backfill-view.ts";

const ACTION = "embedding.backfill_cancelled";
const idSchema = z.string().max(100);

/** The back-fill as it is then; one that has ended stays as it ended. Throws `not_found`. */
export async function cancelBackfill(ctx: ServiceContext, actor: Actor, rawId: unknown): Promise<BackfillView> {
  const operator = asOperator(actor);
  const id = parseInput(idSchema, rawId);
  const now = ctx.now();
  const isMine = sql`EXISTS (
    SELECT 1 FROM embedding_backfills WHERE id = ${id} AND status = 'cancelled' AND finished_at = ${now.toISOString()}::timestamptz)
    AND NOT EXISTS (SELECT 1 FROM audit WHERE subject = ${id} AND action = ${ACTION})`;
  const [, , [row]] = await ctx.db.batch([
    ctx.db
      .update(embeddingBackfills)
      .set({ status: "cancelled", updatedAt: now, finishedAt: now })
      .where(and(eq(embeddingBackfills.id, id), eq(embeddingBackfills.status, "running"))),
    insertIf(ctx.db, audit, auditRow(operator.userId, ACTION, id, now), isMine),
    ctx.db.select().from(embeddingBackfills).where(eq(embeddingBackfills.id, id)),
  ]);
  if (row === undefined) throw notFound("back-fill");
  return backfillView(row);
}
