// An operator sends a case without a professional to be searched for again.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, cases } from "../../db/schema.ts";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import { CASE_MODES } from "../../domain/case-mode.ts";
import { type CaseStatus, stateAfter } from "../../domain/case-state.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { asOperator } from "./as-operator.ts";

const lastRound = z.object({
  rows: z.array(z.object({ round: z.coerce.number(), conversation_id: z.string(), mode: z.enum(CASE_MODES) })),
});

/**
 * The next wave is ranked on the facts of that moment; who was asked before is not asked again. Asked twice, it is searched
 * once. Throws `not_found`, `not_unmatched` (409).
 */
export async function searchAgain(
  ctx: ServiceContext,
  actor: Actor,
  caseId: string,
): Promise<{ id: string; status: CaseStatus }> {
  const operator = asOperator(actor);
  // A search that found nobody keeps its shortlist without a wave: the next number is after both.
  const rounds = lastRound.parse(
    await ctx.db.execute(sql`
      SELECT greatest(c.wave, coalesce((SELECT max(round) FROM shortlists s WHERE s.case_id = c.id), 0)) AS round, c.conversation_id, c.mode
      FROM cases c WHERE c.id = ${caseId}`),
  ).rows;
  const [last] = rounds;
  if (last === undefined) throw notFound("case");
  const { round, mode } = last;
  const now = ctx.now();
  const made = { now, traceId: ctx.traceId };
  const unmatched = sql`EXISTS (SELECT 1 FROM cases WHERE id = ${caseId} AND ${isBefore("search_again")})`;
  // A case without waves counts its occasions by the clock.
  const occasion = mode === "matching" ? round : now.getTime();
  const event = {
    type: "offer_update" as const,
    key: `again:${caseId}:${occasion}`,
    data: { case_id: caseId, status: "searching_again" },
  };
  const nextWave = outboxRow(
    "case.next_wave",
    `case.next_wave:${caseId}:again:${round}`,
    { caseId, afterWave: round },
    made,
  );
  const open = outboxRow("directory.open", `directory.open:${caseId}:again:${occasion}`, { caseId }, made);
  const rows = [
    // In a directory the client chooses, and hears that the list is open again.
    mode === "matching" ? nextWave : open,
    ...[OPERATORS_INBOX, last.conversation_id].map((conversationId, index) =>
      outboxRow(
        "conversation.publish",
        `${index === 0 ? "operators" : "case"}:again:${caseId}:${occasion}`,
        { conversationId, events: [event] },
        made,
      ),
    ),
  ];
  const [, queued, , , [row]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
    ctx.db.execute(insertOutbox(rows, unmatched)),
    insertIf(ctx.db, audit, auditRow(operator.userId, "case.search_again", caseId, now, { round }), unmatched),
    ctx.db
      .update(cases)
      .set({ status: stateAfterSql("search_again"), updatedAt: now })
      .where(sql`${cases.id} = ${caseId} AND ${isBefore("search_again")}`),
    ctx.db.select({ status: cases.status }).from(cases).where(eq(cases.id, caseId)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (row?.status === stateAfter("search_again", mode) || row?.status === "offering")
    return { id: caseId, status: row.status };
  throw conflict("not_unmatched", "Only a case for which nobody was found can be searched for again.");
}
