// A case that is forgotten is forgotten in the help desk too: what stands there is deleted, and looked for once more.
import { eq, type SQL, sql } from "drizzle-orm";
import { unavailable, VezError } from "../../base/errors.ts";
import { outboxRow } from "../../db/outbox.ts";
import { cases, deskThreads } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { deskLine } from "./owe-mirror.ts";

/** A desk deletes after it has said yes, and a mirroring whose answer was lost may arrive there late. */
const LOOK_AFTER_MS = 10 * 60_000;

/**
 * For the batch that forgets a case: the message that deletes its mirror, behind every mirroring that is under way (the case's line).
 * Nothing where there never was a desk.
 */
export function oweForget(ctx: ServiceContext, caseId: string): SQL {
  const hasMirror = ctx.desk === null ? sql`EXISTS (SELECT 1 FROM desk_threads WHERE case_id = ${caseId})` : sql`true`;
  return insertOutbox(
    [outboxRow("desk.forget", `desk.forget:${caseId}`, { caseId }, madeIn(ctx, caseId))],
    sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND status = 'forgotten') AND ${hasMirror}`,
  );
}

/**
 * Idempotent; what is gone there is done. Throws `vendor_*` while the desk is away or where Vez may not delete (it is parked),
 * `desk_not_configured` where nobody can be asked, and `desk_still_there` where the look finds what was deleted.
 */
export async function forgetThread(
  ctx: ServiceContext,
  { caseId, deleted }: MessageBody<"desk.forget">,
): Promise<void> {
  const [row] = await ctx.db
    .select({ status: cases.status, thread: deskThreads.thread })
    .from(cases)
    .leftJoin(deskThreads, eq(deskThreads.caseId, cases.id))
    .where(eq(cases.id, caseId));
  // A body that an operator changed: what is remembered here is not deleted there.
  if (row !== undefined && row.status !== "forgotten") return;
  if (ctx.desk === null) {
    throw new VezError("desk_not_configured", {
      status: 503,
      detail: "Configure the help desk again, or delete there.",
    });
  }
  const thread = deleted?.thread ?? row?.thread ?? null;
  const found = await ctx.desk.forget({ caseId, thread });
  if (deleted === undefined) return lookLater(ctx, caseId, thread);
  if (found === "deleted")
    throw unavailable("desk_still_there", "What was deleted in the help desk still stands there.");
}

async function lookLater(ctx: ServiceContext, caseId: string, thread: string | null): Promise<void> {
  const made = { ...madeIn(ctx, caseId), availableAt: new Date(ctx.now().getTime() + LOOK_AFTER_MS) };
  const look = outboxRow("desk.forget", `desk.forget:${caseId}:look`, { caseId, deleted: { thread } }, made);
  const [, queued] = await ctx.db.batch([
    ctx.db.delete(deskThreads).where(eq(deskThreads.caseId, caseId)),
    ctx.db.execute(insertOutbox([look])),
  ]);
  await ctx.enqueue(insertedRows(queued));
}

function madeIn(ctx: ServiceContext, caseId: string) {
  return { now: ctx.now(), traceId: ctx.traceId, line: deskLine(caseId) };
}
