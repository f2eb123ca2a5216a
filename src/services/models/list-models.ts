// The learned models, newest first, and how the last training went.
import { and, desc, eq, getTableColumns } from "drizzle-orm";
import * as z from "zod";
import { models, outbox } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { modelView } from "./model-view.ts";

const input = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

const { artefact: _trees, ...shown } = getTableColumns(models);

/** Throws `not_found` for anyone but an operator. */
export async function listModels(ctx: ServiceContext, actor: Actor, raw: Partial<Unchecked<typeof input>>) {
  asOperator(actor);
  const { limit, cursor } = parseInput(input, raw);
  const [rows, [job]] = await ctx.db.batch([
    ctx.db
      .select(shown)
      .from(models)
      .where(and(eq(models.vertical, "legal"), afterCursor(models.createdAt, models.id, cursor)))
      .orderBy(desc(models.createdAt), desc(models.id))
      .limit(limit + 1),
    ctx.db
      .select({
        id: outbox.id,
        status: outbox.status,
        error: outbox.lastError,
        at: outbox.createdAt,
        doneAt: outbox.doneAt,
      })
      .from(outbox)
      .where(eq(outbox.name, "model.train"))
      .orderBy(desc(outbox.id))
      .limit(1),
  ]);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    items: page.items.map(modelView),
    next: page.next,
    /** Null until the first one was asked for. */
    last_training: job === undefined ? null : trainingView(job),
  };
}

function trainingView(job: { id: string; status: string; error: string | null; at: Date; doneAt: Date | null }) {
  return {
    id: job.id,
    status: job.status === "pending" ? "waiting" : job.status === "done" ? "done" : "failed",
    error: job.error,
    requested_at: job.at.toISOString(),
    done_at: job.doneAt?.toISOString() ?? null,
  };
}
