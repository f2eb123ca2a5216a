// Clients who have not answered for a week are reminded gently, twice; after a month their case closes with a way back.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit } from "../../db/schema.ts";
import { isBefore } from "../../db/state-after-sql.ts";
import { SILENCE_DAYS, silenceStep } from "../../domain/silence.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { changeCourse } from "./change-course.ts";

/** Cases in one night; the next night takes the rest, the longest silence first. */
const MOST_CASES = 1000;

const rows = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      client_id: z.string(),
      since: z.coerce.date(),
      reminders: z.coerce.number(),
      reminded_at: z.coerce.date().nullable(),
    }),
  ),
});

export interface SilenceSwept {
  looked: number;
  reminded: number;
  closed: number;
  failed: number;
}

/** Idempotent: a reminder is written once, a case closes once. One case that fails keeps none of the others. */
export async function sweepSilence(ctx: ServiceContext): Promise<SilenceSwept> {
  const swept: SilenceSwept = { looked: 0, reminded: 0, closed: 0, failed: 0 };
  for (const one of await silentCases(ctx)) {
    swept.looked++;
    const { since, reminders, reminded_at: remindedAt } = one;
    const step = silenceStep({ since, reminders, remindedAt, now: ctx.now() });
    try {
      if (step === "reset") await reset(ctx, one.id);
      if (step === "remind") swept.reminded += await remind(ctx, one);
      if (step === "close") swept.closed += await close(ctx, one.id, since);
    } catch (error) {
      swept.failed++;
      ctx.log.error("silence_failed", { case_id: one.id, error });
    }
  }
  return swept;
}

/**
 * Cases in which something waits for the client: a question, a choice, a word whether help is still needed, or his signature
 * under a contract that the professional has signed. Not while a person of the team holds the talk.
 */
async function silentCases(ctx: ServiceContext) {
  const before = new Date(ctx.now().getTime() - SILENCE_DAYS.firstReminder * 86_400_000).toISOString();
  const found = await ctx.db.execute(sql`
    SELECT cases.id, cases.client_id, w.since, cases.silence_reminders AS reminders, cases.silence_reminded_at AS reminded_at
    FROM cases
    LEFT JOIN LATERAL (
      SELECT c.created_at FROM contracts c
      WHERE cases.status = 'accepted' AND c.case_id = cases.id AND c.status = 'sent'
        AND EXISTS (SELECT 1 FROM signatures s WHERE s.contract_id = c.id AND s.party = 'professional')
        AND NOT EXISTS (SELECT 1 FROM signatures s WHERE s.contract_id = c.id AND s.party = 'client')
    ) unsigned ON true
    CROSS JOIN LATERAL (
      SELECT greatest(coalesce(cases.client_seen_at, cases.created_at), coalesce(unsigned.created_at, cases.updated_at)) AS since
    ) w
    WHERE ${isBefore("client_silent")} AND cases.controlled_by = 'agent'
      AND (cases.status <> 'accepted' OR unsigned.created_at IS NOT NULL)
      AND w.since <= ${before}::timestamptz
    ORDER BY w.since LIMIT ${MOST_CASES}`);
  return rows.parse(found).rows;
}

async function reset(ctx: ServiceContext, caseId: string): Promise<void> {
  await ctx.db.execute(sql`UPDATE cases SET silence_reminders = 0, silence_reminded_at = NULL WHERE id = ${caseId}`);
}

/** 1 when this call wrote it. The case itself is not touched otherwise: its silence goes on. */
async function remind(
  ctx: ServiceContext,
  { id, client_id: userId, reminders }: { id: string; client_id: string; reminders: number },
): Promise<number> {
  const now = ctx.now();
  const at = now.toISOString();
  const key = `case_waiting:${id}:${at}`;
  const made = { now, traceId: ctx.traceId };
  const notice = outboxRow("person.notify", key, { userId, kind: "case_waiting", params: { case_id: id } }, made);
  const mine = sql`EXISTS (SELECT 1 FROM cases WHERE id = ${id} AND silence_reminded_at = ${at}::timestamptz)`;
  const [, , queued] = await ctx.db.batch([
    ctx.db.execute(sql`
      UPDATE cases SET silence_reminders = silence_reminders + 1, silence_reminded_at = ${at}::timestamptz
      WHERE id = ${id} AND ${isBefore("client_silent")} AND silence_reminders = ${reminders}::int`),
    insertIf(ctx.db, audit, auditRow("system", "case.reminded", id, now, { reminder: reminders + 1 }), mine),
    ctx.db.execute(insertOutbox([notice], mine)),
  ]);
  const sent = insertedRows(queued);
  await ctx.enqueue(sent);
  return sent.length;
}

/** 1 when this call closed it; a client who came back in this moment keeps his case. */
async function close(ctx: ServiceContext, caseId: string, since: Date): Promise<number> {
  const { changed } = await changeCourse(ctx, {
    caseId,
    kind: "silent",
    event: () => "client_silent",
    actor: "system",
    by: "system",
    reason: null,
    words: "",
    closeReason: "silent",
    check: () => undefined,
    isDone: ({ row }) => row.status === "closed" || (row.clientSeenAt !== null && row.clientSeenAt > since),
  });
  return changed ? 1 : 0;
}
