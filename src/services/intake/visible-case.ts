// The one gate to a case: its client and operators; for everyone else it does not exist.
import { and, eq } from "drizzle-orm";
import { notFound, VezError } from "../../base/errors.ts";
import { cases } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { auditReading } from "../operations/audit-reading.ts";

export type CaseRow = typeof cases.$inferSelect;

/** Throws `not_found` for an unknown case and for someone else's alike. */
export async function visibleCase(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<CaseRow> {
  const mine = actor.role === "operator" ? undefined : eq(cases.clientId, actor.userId);
  const rows = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), mine));
  if (rows[0] === undefined) throw notFound("case");
  return rows[0];
}

/**
 * The same where the conversation itself is wanted; an operator's reading is audited, once for a sitting.
 * Throws `conversation_forgotten` (410) when nothing of it is left.
 */
export async function visibleConversation(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<CaseRow> {
  const row = await visibleCase(ctx, actor, caseId);
  if (row.status === "forgotten") throw forgotten();
  if (row.clientId !== actor.userId) await auditReading(ctx, asOperator(actor), "conversation.read", caseId);
  return row;
}

export function forgotten(): VezError {
  return new VezError("conversation_forgotten", {
    status: 410,
    detail: "Nobody wrote in this conversation for a long time, so nothing of it is kept. Open a new one any time.",
  });
}
