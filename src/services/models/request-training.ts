// An operator asks for a new model; it is trained by the queue, since it takes longer than an answer may.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({ window_days: z.int().min(1).max(1095).default(365) });

/** Asked twice while one waits, it is one training. `last_training` of the list of models says how it went. */
export async function requestTraining(
  ctx: ServiceContext,
  actor: Actor,
  raw: Partial<Unchecked<typeof input>>,
): Promise<{ id: string; status: "waiting" }> {
  const operator = asOperator(actor);
  const { window_days: windowDays } = parseInput(input, raw);
  const now = ctx.now();
  const row = outboxRow(
    "model.train",
    `model.train:${now.getTime()}:${operator.userId}`,
    { windowDays, by: operator.userId },
    { now, traceId: ctx.traceId },
  );
  const asked = sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${row.id})`;
  const [, queued, , waiting] = await ctx.db.batch([
    // One after another, so that two operators who press at once ask once.
    ctx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('model.train'))`),
    ctx.db.execute(
      insertOutbox([row], sql`NOT EXISTS (SELECT 1 FROM outbox WHERE name = 'model.train' AND status = 'pending')`),
    ),
    insertIf(ctx.db, audit, auditRow(operator.userId, "model.train_asked", row.id, now, { windowDays }), asked),
    ctx.db.execute(
      sql`SELECT id FROM outbox WHERE name = 'model.train' AND status = 'pending' ORDER BY id DESC LIMIT 1`,
    ),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { id: pending.parse(waiting).rows[0]?.id ?? row.id, status: "waiting" };
}

const pending = z.object({ rows: z.array(z.object({ id: z.string() })) });
