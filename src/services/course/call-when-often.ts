// A case that lost its professional again and again, or a professional who gives back often, is looked at by an operator.
import { eq } from "drizzle-orm";
import { outboxRow } from "../../db/outbox.ts";
import { caseChanges } from "../../db/schema.ts";
import { CALL_AFTER_CHANGES } from "../../domain/course.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** One call for each change from the bound on; the search goes on all the same. Idempotent by the number of changes. */
export async function callWhenOften(ctx: ServiceContext, caseId: string): Promise<void> {
  const changes = await ctx.db
    .select({ offerId: caseChanges.offerId })
    .from(caseChanges)
    .where(eq(caseChanges.caseId, caseId));
  const undone = changes.filter(({ offerId }) => offerId !== null).length;
  if (undone < CALL_AFTER_CHANGES) return;
  const call = outboxRow(
    "operators.notify",
    `changed_often:${caseId}:${undone}`,
    { kind: "case_needs_human", params: { case_id: caseId, reason: "changed_often" } },
    { now: ctx.now(), traceId: ctx.traceId },
  );
  await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox([call]))));
}
