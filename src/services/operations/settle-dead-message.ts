// An operator settles a dead message: sends it again, or lets it go.
import { and, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, outbox } from "../../db/schema.ts";
import { deadSubject } from "../../domain/team/team-alert.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { DISCARDED, discardNotification } from "../notify/discard-notification.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { resolvePage } from "../team/send-page.ts";
import { asOperator, type Operator } from "./as-operator.ts";
import { editedBody } from "./edit-message.ts";

export const retryInput = z.object({
  /** What is changed in the body, by field; only fields that are shown. */
  changes: z.record(z.string().max(100), z.string().max(500)).default({}),
});

/**
 * Back in its queue with all its tries; asked twice, it is sent once. With `changes` the body is changed first, and the audit says
 * which fields were. Throws `not_found`, `not_dead` (409), `invalid_input`, `message_unreadable` (409).
 */
export async function retryMessage(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
  raw: Unchecked<typeof retryInput> = {},
): Promise<{ id: string; status: string }> {
  const operator = asOperator(actor);
  const { changes } = parseInput(retryInput, raw);
  const now = ctx.now();
  const fields = Object.keys(changes);
  const edited = fields.length === 0 ? {} : { body: await edit(ctx, id, changes) };
  return settle(ctx, operator, id, {
    action: fields.length === 0 ? "message.retried" : "message.edited",
    fields,
    change: { ...edited, status: "pending", attempts: 0, lastError: null, availableAt: now, queuedAt: now },
    also: null,
  });
}

/** Done without having been done; the row is kept and says so, and the letter that it was to send goes no more. Throws `not_found`, `not_dead` (409). */
export async function discardMessage(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
): Promise<{ id: string; status: string }> {
  const operator = asOperator(actor);
  const now = ctx.now();
  return settle(ctx, operator, id, {
    action: "message.discarded",
    fields: [],
    change: { status: "done", lastError: DISCARDED, doneAt: now },
    also: discardNotification(id, now),
  });
}

async function edit(ctx: ServiceContext, id: string, changes: Record<string, string>) {
  const [row] = await ctx.db.select().from(outbox).where(eq(outbox.id, id));
  if (row === undefined) throw notFound("message");
  return editedBody(row, changes);
}

interface Act {
  action: string;
  /** Those of the body that it changes. */
  fields: readonly string[];
  change: Partial<typeof outbox.$inferInsert>;
  /** A statement of its batch, while the row is still dead. */
  also: SQL | null;
}

async function settle(
  ctx: ServiceContext,
  operator: Operator,
  id: string,
  { action, fields, change, also }: Act,
): Promise<{ id: string; status: string }> {
  const dead = sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${id} AND status = 'dead')`;
  const [, , resolved, , changed, [row]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM outbox WHERE id = ${id} FOR UPDATE`),
    insertIf(
      ctx.db,
      audit,
      auditRow(operator.userId, action, id, ctx.now(), fields.length === 0 ? {} : { fields }),
      dead,
    ),
    ctx.db.execute(insertOutbox(resolvePage(ctx, deadSubject(id), newId("aud", ctx.now().getTime())), dead)),
    ctx.db.execute(also ?? sql`SELECT 1`),
    ctx.db
      .update(outbox)
      .set(change)
      .where(and(eq(outbox.id, id), eq(outbox.status, "dead")))
      .returning({ id: outbox.id, lane: outbox.lane, name: outbox.name, traceId: outbox.traceId }),
    ctx.db.select({ status: outbox.status }).from(outbox).where(eq(outbox.id, id)),
  ]);
  if (row === undefined) throw notFound("message");
  if (changed.length > 0 && row.status === "pending") await ctx.enqueue(changed);
  await ctx.enqueue(insertedRows(resolved));
  // Pressed twice: the first press has done it.
  if (changed.length > 0 || row.status === change.status) return { id, status: row.status };
  throw conflict("not_dead", "This message is not among the dead ones any more. Reload the list.");
}
