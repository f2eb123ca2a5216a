// The client does not want to say how to be reached, or says it later: the search goes on at once.
import { sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { endWait } from "./end-wait.ts";

/** True where the case waited; twice is once. Throws `not_found` for anyone but its client. */
export async function searchNow(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<boolean> {
  await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  const now = ctx.now();
  const at = now.toISOString();
  const own = sql`cases.id = ${caseId} AND cases.client_id = ${actor.userId}`;
  const waited = sql`EXISTS (SELECT 1 FROM cases WHERE ${own} AND reach_by > ${at}::timestamptz)`;
  const [, due] = await ctx.db.batch([
    insertIf(ctx.db, audit, auditRow(actor.userId, "case.search_now", caseId, now), waited),
    ctx.db.execute(endWait(ctx, own, at)[0]),
    ctx.db.execute(endWait(ctx, own, at)[1]),
  ]);
  const rows = insertedRows(due);
  await ctx.enqueue(rows);
  return rows.some(({ name }) => name === "case.match");
}
