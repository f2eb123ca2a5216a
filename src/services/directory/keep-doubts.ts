// A possible conflict of interest that a list met goes to a person; until the decision the professional is left out.
import { conflictDoubtsSql, type Doubt } from "../conflicts/review-rows.ts";
import type { ServiceContext } from "../context.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** Each pair once ever; the operators hear of a case once. */
export async function keepDoubts(ctx: ServiceContext, caseId: string, doubts: readonly Doubt[]): Promise<void> {
  if (doubts.length === 0) return;
  const [store, tell] = conflictDoubtsSql(ctx, caseId, doubts);
  const [, queued] = await ctx.db.batch([ctx.db.execute(store), ctx.db.execute(tell)]);
  await ctx.enqueue(insertedRows(queued));
}
