// An operator moves all profiles into an embedding space; the queue does it, page by page.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, embeddingBackfills } from "../../db/schema.ts";
import { SPACE_KEYS, SPACES } from "../../domain/embedding/space.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { backfillMessage } from "./backfill-message.ts";
import { type BackfillView, backfillView } from "./backfill-view.ts";
import { makerOf } from "./embed-words.ts";
import { lacksVector } from "./profile-words.ts";

export const input = z.object({ space: z.enum(SPACE_KEYS) });

/**
 * The space's running back-fill: this one, or the one that runs already. What has its vector is passed over, so that one that
 * failed or was cancelled is gone on with. Throws `space_not_configured` (409).
 */
export async function startBackfill(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<BackfillView> {
  const operator = asOperator(actor);
  const { space } = parseInput(input, raw);
  if (makerOf(ctx.embedders, space) === null) {
    throw conflict(
      "space_not_configured",
      "This space has no model to fill it. Set its keys, deploy, and start again.",
    );
  }
  const now = ctx.now();
  const id = newId("bkf", now.getTime());
  const isMine = sql`EXISTS (SELECT 1 FROM embedding_backfills WHERE id = ${id})`;
  const { name } = SPACES[space];
  const [, , queued, [running]] = await ctx.db.batch([
    ctx.db.execute(sql`
      INSERT INTO embedding_backfills (id, space, status, total, started_by, started_at, updated_at)
      SELECT ${id}, ${name}, 'running', (SELECT count(*) FROM professionals p WHERE ${lacksVector(space)}), ${operator.userId},
        ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      ON CONFLICT (space) WHERE status = 'running' DO NOTHING`),
    insertIf(ctx.db, audit, auditRow(operator.userId, "embedding.backfill_started", id, now, { space: name }), isMine),
    ctx.db.execute(insertOutbox([backfillMessage(ctx, now, { id, position: "" })], isMine)),
    ctx.db
      .select()
      .from(embeddingBackfills)
      .where(and(eq(embeddingBackfills.space, name), eq(embeddingBackfills.status, "running"))),
  ]);
  await ctx.enqueue(insertedRows(queued));
  // It ended between the two statements: there is nothing to answer but to try again.
  if (running === undefined)
    throw conflict("changed_meanwhile", "A back-fill of this space has just ended. Start again.");
  return backfillView(running);
}
