// The one gate to a case: its client and operators; for everyone else it does not exist.
import { and, eq } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { cases } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

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
