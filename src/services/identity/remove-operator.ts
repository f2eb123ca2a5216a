// An operator stops being one: sessions, app and open invites of theirs go at once. The last one stays.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, invites, notifications, recoveryCodes, secondFactors, sessions, users } from "../../db/schema.ts";
import { REMOVAL_REASONS } from "../../domain/operators/removal-reasons.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { lockOperators } from "./operators-sql.ts";

export const input = z.object({
  id: z.string().min(1).max(100),
  /** Kept in the audit. */
  reason: z.enum(REMOVAL_REASONS, { error: "Choose a reason." }),
});

/**
 * The account stays as a client's; oneself can be removed, too. Throws `not_found` for anyone but operators and for
 * whoever is none, and `last_operator` (409).
 */
export async function removeOperator(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ id: string; role: "client" }> {
  const operator = asOperator(actor);
  const { id, reason } = parseInput(input, raw);
  const now = ctx.now();
  const entry = auditRow(operator.userId, "operator.removed", id, now, { reason });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const may = sql`(SELECT count(*) FROM users WHERE role = 'operator' AND id IN (${id}, ${operator.userId}))
      = ${id === operator.userId ? 1 : 2}
    AND (SELECT count(*) FROM users WHERE role = 'operator') > 1`;
  const news = outboxRow(
    "operators.notify",
    `operator_removed:${entry.id}`,
    { kind: "operators_changed", params: { what: "removed" } },
    { now, traceId: ctx.traceId },
  );
  const [, was, , , , , , , , queued, [left]] = await ctx.db.batch([
    lockOperators(ctx),
    ctx.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, id), eq(users.role, "operator"))),
    insertIf(ctx.db, audit, entry, may),
    ctx.db
      .update(users)
      .set({ role: "client", secondFactorSince: null, updatedAt: now })
      .where(sql`id = ${id} AND ${mine}`),
    ctx.db.delete(sessions).where(sql`user_id = ${id} AND ${mine}`),
    ctx.db.delete(secondFactors).where(sql`user_id = ${id} AND ${mine}`),
    ctx.db.delete(recoveryCodes).where(sql`user_id = ${id} AND ${mine}`),
    // Whoever has to go must not have left a door open.
    ctx.db
      .update(notifications)
      .set({ text: "" })
      .where(sql`${mine} AND key IN (
      SELECT 'invite:' || i.id FROM invites i WHERE i.invited_by = ${id} AND i.accepted_at IS NULL)`),
    ctx.db
      .update(invites)
      .set({ revokedAt: now })
      .where(sql`invited_by = ${id} AND accepted_at IS NULL AND revoked_at IS NULL AND ${mine}`),
    ctx.db.execute(insertOutbox([news], mine)),
    ctx.db
      .select({ isStill: sql<boolean>`EXISTS (SELECT 1 FROM users WHERE id = ${id} AND role = 'operator')` })
      .from(sql`(SELECT 1) AS one`),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (was.length === 0) throw notFound("operator");
  if (left?.isStill === true) {
    throw conflict("last_operator", "Somebody has to run the service: invite another operator first.");
  }
  return { id, role: "client" };
}
