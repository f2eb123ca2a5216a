// Something was said or changed in a conversation: the help desk is to show it soon.
import { outboxRow } from "../../db/outbox.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/**
 * Nothing where no desk is configured. `occasion` names what happened: twice is one mirroring. A mirroring reads all that was said
 * since the last one, so what this misses the next one shows; that is why it never fails its caller.
 */
export async function oweMirror(ctx: ServiceContext, caseId: string, occasion: string): Promise<void> {
  if (ctx.desk === null) return;
  const made = { now: ctx.now(), traceId: ctx.traceId, line: deskLine(caseId) };
  const row = outboxRow("desk.mirror", `desk.mirror:${caseId}:${occasion}`, { caseId }, made);
  try {
    await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox([row]))));
  } catch (error) {
    ctx.log.warn("mirror_owed_later", { error });
  }
}

/** What is done in the desk for one case is done in order. */
export function deskLine(caseId: string): string {
  return `desk:${caseId}`;
}
