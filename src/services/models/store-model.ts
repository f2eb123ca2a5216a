// A model becomes a row that may serve: the same artefact twice is one row.
import { and, eq, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, models } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { type ModelView, modelView } from "./model-view.ts";

export interface NewModel {
  hash: string;
  kind: "lambdamart" | "lightgbm" | "xgboost";
  artefact: string;
  gradedCases: number;
  metrics: Record<string, number>;
  window: { from: Date; to: Date } | null;
}

/** Stored as a candidate and audited; one that is known is left as it is. */
export async function storeModel(
  ctx: ServiceContext,
  by: string,
  action: "model.trained" | "model.imported",
  model: NewModel,
): Promise<ModelView> {
  const now = ctx.now();
  const vertical = "legal";
  const row = {
    id: newId("mod", now.getTime()),
    vertical,
    hash: model.hash,
    kind: model.kind,
    artefact: model.artefact,
    gradedCases: model.gradedCases,
    metrics: model.metrics,
    windowFrom: model.window?.from ?? null,
    windowTo: model.window?.to ?? null,
    createdBy: by,
    createdAt: now,
  };
  const entry = auditRow(by, action, row.id, now, { hash: model.hash, graded_cases: model.gradedCases });
  const [, , [stored]] = await ctx.db.batch([
    ctx.db.insert(models).values(row).onConflictDoNothing(),
    insertIf(ctx.db, audit, entry, sql`EXISTS (SELECT 1 FROM models WHERE id = ${row.id})`),
    ctx.db
      .select()
      .from(models)
      .where(and(eq(models.vertical, vertical), eq(models.hash, model.hash))),
  ]);
  if (stored === undefined) throw new Error("a model that was stored is not there");
  return modelView(stored);
}
