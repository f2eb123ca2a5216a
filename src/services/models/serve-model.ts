// An operator lets a model serve: in one transaction it takes the place of the one before.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, models } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { type ModelView, modelView } from "./model-view.ts";
import { modelOf } from "./serving-model.ts";

export const input = z.object({
  id: z.string().min(1).max(100),
  /** Lets a model serve that may lower a score for a better review. */
  even_if_not_monotone: z.boolean().default(false),
});

/**
 * The next match uses it. Pressed twice it is one change. Throws `not_found`, `model_unreadable` (409) for an artefact that
 * could not serve, `model_not_monotone` (409), `model_changing` (409) when another was made to serve in the same moment.
 */
export async function serveModel(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input>): Promise<ModelView> {
  const operator = asOperator(actor);
  const { id, even_if_not_monotone } = parseInput(input, raw);
  const [row] = await ctx.db.select().from(models).where(eq(models.id, id));
  if (row === undefined) throw notFound("model");
  if (row.status === "serving") return modelView(row);
  if ((await modelOf(ctx, row.hash)) === null) {
    throw conflict("model_unreadable", "This model cannot be read, so it cannot serve. Train or import another one.");
  }
  if (row.metrics.monotone === 0 && !even_if_not_monotone) {
    throw conflict(
      "model_not_monotone",
      "This model may lower somebody's score for a better review. Train it with monotone constraints, or say even_if_not_monotone.",
    );
  }
  const now = ctx.now();
  const here = eq(models.vertical, row.vertical);
  try {
    const [, , , [served]] = await ctx.db.batch([
      ctx.db.select({ id: models.id }).from(models).where(here).orderBy(models.id).for("update"),
      ctx.db
        .update(models)
        .set({ status: "retired", retiredAt: now })
        .where(and(here, eq(models.status, "serving"), sql`${models.id} <> ${id}`)),
      ctx.db
        .update(models)
        .set({ status: "serving", servingSince: now, retiredAt: null })
        .where(and(eq(models.id, id), sql`${models.status} <> 'serving'`)),
      ctx.db.select().from(models).where(eq(models.id, id)),
      insertIf(
        ctx.db,
        audit,
        auditRow(operator.userId, "model.served", id, now, { hash: row.hash }),
        sql`EXISTS (SELECT 1 FROM models WHERE id = ${id} AND serving_since = ${now.toISOString()}::timestamptz)`,
      ),
    ]);
    if (served === undefined) throw notFound("model");
    return modelView(served);
  } catch (error) {
    if (!isUniqueViolation(error, "models_one_serving_key")) throw error;
    throw conflict("model_changing", "Another model was made to serve in this moment. Reload the list.");
  }
}
