// The client says that a case is the same as another of his: it goes on there, with its words, days and files.
import { and, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, forbidden, invalid, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { audit, cases } from "../../db/schema.ts";
import { decideMove } from "../../domain/case-move.ts";
import { isOver, stateAfter } from "../../domain/case-state.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import { momentWords } from "../../domain/words/moments.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { dropPending } from "../course/drop-pending.ts";
import { factsOf, readStanding, type Standing, stillStands } from "../course/standing.ts";
import { withdrawOpenOffers } from "../offers/withdraw-open-offers.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

export const joinInput = z.object({ into: z.string().min(1, "Name the case in which this one goes on.") });

/** A summary that took in another; whoever reads it reads both. */
const MOST_SUMMARY = 6_000;
const MOST_TRIES = 4;

type Person = Extract<Actor, { kind: "person" }>;
type Row = Standing["row"];

/**
 * Joined twice is joined once. Throws `not_found` for anyone but the client of both, `wrong_state` (409) once somebody has taken the
 * case, `join_target_over` and `already_joined` (409), `invalid_input` for a case into itself.
 */
export async function joinCase(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  { into }: z.infer<typeof joinInput>,
): Promise<{ id: string; status: "closed"; close_reason: "joined"; joined_into: string }> {
  if (caseId === into) throw invalid("A case cannot be joined with itself. Name the other one in `into`.");
  const outcome = { id: caseId, status: "closed", close_reason: "joined", joined_into: into } as const;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const [standing, target] = await Promise.all([readStanding(ctx, caseId), readOwn(ctx, actor, into)]);
    const { row } = standing;
    if (row.clientId !== actor.userId) throw notFound("case");
    if (row.closeReason === "joined" && row.joinedInto === into) return outcome;
    if (row.closeReason === "joined") throw conflict("already_joined", "This case goes on in another one already.");
    if (isOver(target.status) || target.status === "stopped" || target.triagedAt === null) throw targetOver();
    const facts = factsOf(standing);
    const { status, mode } = row;
    const decision = decideMove({ status, mode, event: "duplicate_joined", actor: "client", facts });
    if (!decision.ok) {
      throw decision.code === "not_yours_to_do" ? forbidden(decision.detail) : conflict(decision.code, decision.detail);
    }
    if (await apply(ctx, actor, standing, target)) return outcome;
  }
  throw conflict("case_moved", "The case changed in this moment. Reload the page and try again.");
}

async function readOwn(ctx: ServiceContext, actor: Person, caseId: string): Promise<Row> {
  const own = and(eq(cases.id, caseId), eq(cases.clientId, actor.userId));
  const [row] = await ctx.db.select().from(cases).where(own);
  if (row === undefined) throw notFound("case");
  return row;
}

function targetOver() {
  return conflict(
    "join_target_over",
    "The other case is over, was stopped, or was never completed. Let this one go on by itself.",
  );
}

/** True when this call did it: all hangs on the audit's row. */
async function apply(ctx: ServiceContext, actor: Person, standing: Standing, target: Row): Promise<boolean> {
  const now = ctx.now();
  const at = now.toISOString();
  const { row } = standing;
  const entry = auditRow(actor.userId, "case.joined", row.id, now, { into: target.id, from: row.status });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const goesOn = sql`EXISTS (
    SELECT 1 FROM cases WHERE id = ${target.id} AND client_id = ${actor.userId} AND status NOT IN ('closed', 'forgotten', 'stopped'))`;
  const stays = sql`EXISTS (SELECT 1 FROM cases WHERE id = ${row.id} AND client_id = ${actor.userId})`;
  const [, , , withdrawn, , , , , queued, [done]] = await ctx.db.batch([
    // Both, always in one order: two joins of each other at once wait instead of locking each other out.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id IN (${row.id}, ${target.id}) ORDER BY id FOR UPDATE`),
    insertIf(ctx.db, audit, entry, sql`${stillStands(standing)} AND ${goesOn} AND ${stays}`),
    ctx.db.execute(dropPending(standing, at, mine)),
    ctx.db.execute(withdrawOpenOffers(ctx, row.id, at, mine)),
    ctx.db.execute(takeIn(row.id, target.id, at, mine)),
    ctx.db.execute(takeFiles(row.id, target.id, mine)),
    ctx.db.execute(sql`
      UPDATE case_likenesses SET answer = 'same', answered_at = ${at}::timestamptz
      WHERE case_id = ${row.id} AND answer IS NULL AND ${mine}`),
    ctx.db
      .update(cases)
      .set({
        status: stateAfter("duplicate_joined"),
        closeReason: "joined",
        joinedInto: target.id,
        closedAt: now,
        reachBy: null,
        updatedAt: now,
      })
      .where(and(eq(cases.id, row.id), mine)),
    ctx.db.execute(insertOutbox(news(ctx, row, target, now), mine)),
    ctx.db.select({ id: audit.id }).from(audit).where(eq(audit.id, entry.id)),
  ]);
  if (done === undefined) return false;
  await ctx.enqueue([...insertedRows(withdrawn), ...insertedRows(queued)]);
  return true;
}

/** What presses in one presses in both; what was told in one is read with the other. */
function takeIn(caseId: string, into: string, at: string, condition: SQL): SQL {
  const both = (one: string, other: string) =>
    sql.raw(
      `left(CASE WHEN position(${other} IN ${one}) > 0 THEN ${one} ELSE concat_ws(E'\\n\\n', ${one}, ${other}) END, ${MOST_SUMMARY})`,
    );
  const union = (name: string) => sql.raw(`ARRAY(SELECT DISTINCT unnest(i.${name} || j.${name}) ORDER BY 1)`);
  return sql`
    UPDATE cases i SET
      summary = ${both("i.summary", "j.summary")},
      own_summary = CASE WHEN coalesce(i.own_summary, j.own_summary) IS NULL THEN NULL
        ELSE ${both("coalesce(i.own_summary, i.summary)", "coalesce(j.own_summary, j.summary)")} END,
      summary_version = i.summary_version + 1,
      deadlines = (SELECT coalesce(jsonb_agg(DISTINCT d), '[]'::jsonb) FROM jsonb_array_elements(i.deadlines || j.deadlines) d),
      urgency_hours = least(i.urgency_hours, j.urgency_hours),
      flags = ${union("flags")}, adverse_parties = ${union("adverse_parties")},
      documents_held = ${union("documents_held")}, languages = ${union("languages")},
      updated_at = ${at}::timestamptz
    FROM cases j WHERE i.id = ${into} AND j.id = ${caseId} AND ${condition}`;
}

/** The same bytes are one file there too; what is left behind is the copy. */
function takeFiles(caseId: string, into: string, condition: SQL): SQL {
  return sql`
    UPDATE case_files f SET case_id = ${into}
    WHERE f.case_id = ${caseId} AND f.deleted_at IS NULL AND ${condition}
      AND NOT EXISTS (SELECT 1 FROM case_files o WHERE o.case_id = ${into} AND o.sha256 = f.sha256 AND o.deleted_at IS NULL)`;
}

/** Both talks and the operators hear it; the other's holds what was told here. */
function news(ctx: ServiceContext, row: Row, target: Row, now: Date): NewOutboxRow[] {
  const made = { now, traceId: ctx.traceId };
  const day = momentWords(row.createdAt, { locale: target.locale, zone: target.zone, style: "day" });
  const text = `${CARRIED[target.locale].replace("{day}", day)}\n\n${row.ownSummary ?? row.summary ?? ""}`;
  const note = { message_id: `joined-${row.id}`, turn_id: `joined-${row.id}`, from: "system", text };
  const publish = (
    conversationId: string,
    suffix: string,
    type: "message" | "offer_update",
    data: Record<string, unknown>,
  ) => {
    const key = `joined:${row.id}:${suffix}`;
    return outboxRow("conversation.publish", key, { conversationId, events: [{ type, key, data }] }, made);
  };
  const joined = { case_id: row.id, status: "joined", into: target.id };
  return [
    publish(target.conversationId, "note", "message", note),
    publish(row.conversationId, "case", "offer_update", joined),
    publish(OPERATORS_INBOX, "operators", "offer_update", joined),
  ];
}

const CARRIED = {
  "pt-BR": "Você juntou a este caso o que contou em {day}:",
  en: "You joined to this case what you told on {day}:",
} as const;
