// An operator takes a model out of service: the presets serve alone until another one does.
import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, models } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { type ModelView, modelView } from "./model-view.ts";

/** Its row and artefact stay, so that its rankings can be replayed, and it can serve again. Throws `not_found`. */
export async function retireModel(ctx: ServiceContext, actor: Actor, id: string): Promise<ModelView> {
  const operator = asOperator(actor);
  const now = ctx.now();
  const [, , , [row]] = await ctx.db.batch([
    ctx.db.select({ id: models.id }).from(models).where(eq(models.id, id)).for("update"),
    insertIf(
      ctx.db,
      audit,
      auditRow(operator.userId, "model.retired", id, now),
      sql`EXISTS (SELECT 1 FROM models WHERE id = ${id} AND status <> 'retired')`,
    ),
    ctx.db
      .update(models)
      .set({ status: "retired", retiredAt: now })
      .where(and(eq(models.id, id), sql`${models.status} <> 'retired'`)),
    ctx.db.select().from(models).where(eq(models.id, id)),
  ]);
  if (row === undefined) throw notFound("model");
  return modelView(row);
}
