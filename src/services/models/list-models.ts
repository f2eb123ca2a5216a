// The learned models, newest first, and how the last training went.
import { and, desc, eq, getTableColumns } from "drizzle-orm";
import * as z from "zod";
import { audit, models, outbox } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { modelView } from "./model-view.ts";
import { TRAINING_ENDED } from "./train-model.ts";

export const input = z.object({
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
        result: audit.detail,
      })
      .from(outbox)
      .leftJoin(audit, and(eq(audit.subject, outbox.key), eq(audit.action, TRAINING_ENDED)))
      .where(eq(outbox.name, "model.train"))
      .orderBy(desc(outbox.id), desc(audit.at))
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

interface Job {
  id: string;
  status: string;
  error: string | null;
  at: Date;
  doneAt: Date | null;
  result: Record<string, unknown> | null;
}

/** `result` is null until it has ended: `{outcome: "trained", model, graded_cases, rows, seconds}` or `{outcome: "too_few_graded_cases"}`. */
function trainingView({ id, status, error, at, doneAt, result }: Job) {
  return {
    id,
    status: status === "pending" ? "waiting" : status === "done" ? "done" : "failed",
    error,
    result,
    requested_at: at.toISOString(),
    done_at: doneAt?.toISOString() ?? null,
  };
}
