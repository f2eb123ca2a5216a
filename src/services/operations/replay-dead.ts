// Many dead messages at once, by name and reason: counted first, then sent again; who sends them twice sends them once.
import { and, count, eq, inArray, lte, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, outbox } from "../../db/schema.ts";
import { deadSubject } from "../../domain/team/team-alert.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { resolvePage } from "../team/send-page.ts";
import { asOperator } from "./as-operator.ts";

/** Rows of one replay: one statement, well under the time after which one is given up. */
const MOST_ROWS = 500;

export const replayInput = z.object({
  /** Name of the messages; absent: all. */
  name: z.string().min(1).max(100).optional(),
  /** The code of their last error; absent: any. */
  error: z.string().min(1).max(100).optional(),
  /** Only what was dead by then: the moment of the count, so that nothing is replayed that was not counted. */
  until: z.iso.datetime().optional(),
  dry_run: z.boolean({ error: "dry_run is true to count and false to send." }),
});

/**
 * `found`: how many there are; `replayed`: how many went back to their queues with all their tries (0 in a dry run, at most 500 a
 * call). `until` is what the next call is to name. Throws `not_found` for anyone but an operator.
 */
export async function replayDead(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof replayInput>,
): Promise<{ found: number; replayed: number; until: string; dry_run: boolean }> {
  const operator = asOperator(actor);
  const { name, error, until = ctx.now().toISOString(), dry_run } = parseInput(replayInput, raw);
  const which = and(
    eq(outbox.status, "dead"),
    lte(outbox.createdAt, new Date(until)),
    // The audit knows when each died, and when once more.
    sql`NOT EXISTS (
      SELECT 1 FROM audit a WHERE a.subject = ${outbox.id} AND a.action = 'message.dead' AND a.at > ${until}::timestamptz)`,
    name === undefined ? undefined : eq(outbox.name, name),
    error === undefined ? undefined : eq(outbox.lastError, error),
  ) as SQL;
  if (dry_run) {
    const [row] = await ctx.db.select({ found: count() }).from(outbox).where(which);
    return { found: row?.found ?? 0, replayed: 0, until, dry_run };
  }
  const now = ctx.now();
  const oldest = await ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(which)
    .orderBy(outbox.createdAt, outbox.id)
    .limit(MOST_ROWS);
  const ids = oldest.map(({ id }) => id);
  const locked = ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(inArray(outbox.id, ids), eq(outbox.status, "dead")))
    .orderBy(outbox.createdAt, outbox.id)
    .for("update");
  const resolves = ids.flatMap((id) => resolvePage(ctx, deadSubject(id), `replay:${now.getTime()}`));
  const [[before], , changed, resolved] = await ctx.db.batch([
    ctx.db.select({ found: count() }).from(outbox).where(which),
    insertIf(
      ctx.db,
      audit,
      auditRow(operator.userId, "messages.replayed", name ?? "all", now, { error: error ?? null }),
      sql`EXISTS (SELECT 1 FROM outbox WHERE ${which})`,
    ),
    ctx.db
      .update(outbox)
      .set({ status: "pending", attempts: 0, lastError: null, availableAt: now, queuedAt: now })
      .where(and(eq(outbox.status, "dead"), sql`${outbox.id} = ANY(ARRAY(${locked}))`))
      .returning({ id: outbox.id, lane: outbox.lane, name: outbox.name, traceId: outbox.traceId }),
    // Only of what this batch has sent again: of another's it is that one's to say.
    ctx.db.execute(insertOutbox(resolves, isReplayed(now))),
  ]);
  await ctx.enqueue([...changed, ...insertedRows(resolved)]);
  return { found: before?.found ?? 0, replayed: changed.length, until, dry_run };
}

function isReplayed(now: Date): SQL {
  return sql`EXISTS (
    SELECT 1 FROM outbox o WHERE o.id = substr(row.body->>'subject', ${deadSubject("").length + 1}::int)
      AND o.status = 'pending' AND o.queued_at = ${now.toISOString()}::timestamptz)`;
}
