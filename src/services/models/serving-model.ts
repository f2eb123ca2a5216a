// The learned model that serves: its hash is read with every case, its artefact once for as long as this isolate lives.
import { and, eq } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { outboxRow } from "../../db/outbox.ts";
import { models } from "../../db/schema.ts";
import type { LearnedInput, RankerModel } from "../../domain/matching/model.ts";
import { readRankerModel } from "../../domain/matching/ranker-model.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** A model is a few hundred kB decoded; two serve while one takes over from another, the rest is for replays. */
const MOST_IN_MEMORY = 4;

/** By artefact hash, so that nothing in it can be out of date; null is an artefact that cannot be read. */
const memory = new Map<string, RankerModel | null>();

export interface ServingRow {
  hash: string;
  gradedCases: number;
}

/** For the batch that reads the case: no row or one. */
export function servingQuery(ctx: ServiceContext, vertical: string) {
  return ctx.db
    .select({ hash: models.hash, gradedCases: models.gradedCases })
    .from(models)
    .where(and(eq(models.vertical, vertical), eq(models.status, "serving")));
}

/** What the ranking is given; a model that cannot be read costs no match: it has no share, and the operators are told. */
export async function learnedOf(ctx: ServiceContext, row: ServingRow | undefined): Promise<LearnedInput | null> {
  if (row === undefined) return null;
  const model = await modelOf(ctx, row.hash);
  if (model === null)
    ctx.metrics.count("fallback_usage_total", { from: "learned", to: "preset", reason: "invalid_answer" });
  return { hash: row.hash, model, gradedCases: row.gradedCases };
}

/** The model of an artefact hash, whatever its status; null when its row is missing or broken. */
export async function modelOf(ctx: ServiceContext, hash: string): Promise<RankerModel | null> {
  const known = memory.get(hash);
  if (known !== undefined) return remember(hash, known);
  const [row] = await ctx.db.select({ artefact: models.artefact }).from(models).where(eq(models.hash, hash)).limit(1);
  if (row === undefined) return null;
  const model = await decode(ctx, hash, row.artefact);
  if (model === null) await tellOperators(ctx, hash);
  return remember(hash, model);
}

async function decode(ctx: ServiceContext, hash: string, artefact: string): Promise<RankerModel | null> {
  try {
    const model = await readRankerModel(artefact);
    if (model.hash === hash) return model;
    ctx.log.error("model_changed", { model_hash: hash });
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    ctx.log.error("model_unreadable", { model_hash: hash, error });
  }
  return null;
}

/** Last used last, so that the first is the one to go. */
function remember(hash: string, model: RankerModel | null): RankerModel | null {
  memory.delete(hash);
  memory.set(hash, model);
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST_IN_MEMORY) break;
    memory.delete(oldest);
  }
  return model;
}

/** Once a model, however many matches and isolates find it broken. */
async function tellOperators(ctx: ServiceContext, hash: string): Promise<void> {
  const news = outboxRow(
    "operators.notify",
    `model_unreadable:${hash}`,
    { kind: "model_unreadable", params: { model: hash.slice(0, 12) } },
    { now: ctx.now(), traceId: ctx.traceId },
  );
  await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox([news]))));
}
