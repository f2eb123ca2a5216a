// A case that lost its professional again and again, or a professional who gives back often, is looked at by an operator.
import { and, eq, gt } from "drizzle-orm";
import { outboxRow } from "../../db/outbox.ts";
import { caseChanges } from "../../db/schema.ts";
import { CALL_AFTER_CHANGES, CALL_AFTER_WITHDRAWALS } from "../../domain/course.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

const WINDOW_MS = 30 * 86_400_000;

/** One call for each change from the bounds on; the search goes on all the same. Idempotent by the number of changes. */
export async function callWhenOften(ctx: ServiceContext, caseId: string): Promise<void> {
  const changes = await ctx.db.select().from(caseChanges).where(eq(caseChanges.caseId, caseId));
  const undone = changes.filter(({ offerId }) => offerId !== null);
  const made = { now: ctx.now(), traceId: ctx.traceId };
  const call = (key: string, reason: string) =>
    outboxRow("operators.notify", key, { kind: "case_needs_human", params: { case_id: caseId, reason } }, made);
  const rows =
    undone.length < CALL_AFTER_CHANGES ? [] : [call(`changed_often:${caseId}:${undone.length}`, "changed_often")];
  const withdrawn = undone
    .filter(({ kind }) => kind === "withdrawn")
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const [last] = withdrawn;
  if (last !== undefined && (await withdrawals(ctx, last.professionalId ?? "")) >= CALL_AFTER_WITHDRAWALS) {
    rows.push(call(`gives_back_often:${last.id}`, "gives_back_often"));
  }
  if (rows.length > 0) await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox(rows))));
}

async function withdrawals(ctx: ServiceContext, professionalId: string): Promise<number> {
  const since = new Date(ctx.now().getTime() - WINDOW_MS);
  return ctx.db.$count(
    caseChanges,
    and(eq(caseChanges.professionalId, professionalId), eq(caseChanges.kind, "withdrawn"), gt(caseChanges.at, since)),
  );
}
