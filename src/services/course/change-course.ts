// A change of course: one batch that does all that the table of moves says, or nothing because something came between.
import { and, eq, type SQL, sql } from "drizzle-orm";
import { conflict, forbidden, type VezError } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, caseChanges, cases, contracts, ledger, offers, professionals, users } from "../../db/schema.ts";
import { decideMove } from "../../domain/case-move.ts";
import type { CaseEffect, CaseStatus, CloseReason } from "../../domain/case-state.ts";
import type { ServiceContext } from "../context.ts";
import { casesHeld } from "../equity/ledger-sql.ts";
import { withdrawOpenOffers } from "../offers/withdraw-open-offers.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { courseNews } from "./course-news.ts";
import type { CourseOrder, CourseOutcome } from "./course-order.ts";
import { dropEnvelope, isToVoid, voidNews } from "./drop-envelope.ts";
import { dropPending } from "./drop-pending.ts";
import { factsOf, readStanding, type Standing, stillStands } from "./standing.ts";

/** Tries again this often when the case moved between reading and locking. */
const MOST_TRIES = 4;

/** Idempotent. Throws what `check` throws, and a 409 with the code of `decideMove`; `case_moved` (409, to be tried again). */
export async function changeCourse(
  ctx: ServiceContext,
  order: CourseOrder,
): Promise<{ changed: boolean; outcome: CourseOutcome }> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const standing = await readStanding(ctx, order.caseId);
    order.check(standing);
    const { row } = standing;
    if (order.isDone(standing)) return { changed: false, outcome: outcomeOf(row.status, row.closeReason, row.id) };
    const event = order.event(standing);
    const { status, mode } = row;
    const decision = decideMove({ status, mode, event, actor: order.actor, facts: factsOf(standing) });
    if (!decision.ok) throw refusalOf(decision);
    if (await apply(ctx, order, standing, decision)) {
      return { changed: true, outcome: outcomeOf(decision.to, order.closeReason, row.id) };
    }
  }
  throw conflict("case_moved", "The case changed in this moment. Reload the page and try again.");
}

function outcomeOf(status: CaseStatus, closeReason: CloseReason | null, id: string): CourseOutcome {
  return { id, status, close_reason: closeReason };
}

function refusalOf({ code, detail }: { code: string; detail: string }): VezError {
  return code === "not_yours_to_do" ? forbidden(detail) : conflict(code, detail);
}

/** True when this call did it. Everything hangs on the audit's row, which is there exactly when nothing came between. */
async function apply(
  ctx: ServiceContext,
  order: CourseOrder,
  standing: Standing,
  { to, effects }: { to: CaseStatus; effects: readonly CaseEffect[] },
): Promise<boolean> {
  const now = ctx.now();
  const at = now.toISOString();
  const { row, taken } = standing;
  const undone = effects.includes("return_load") ? taken : null;
  const entry = auditRow(order.by, `case.${order.kind}`, row.id, now, {
    by: order.actor,
    reason: order.reason,
    from: row.status,
    to,
    offer_id: undone?.offerId ?? null,
  });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const change = {
    id: newId("chg", now.getTime()),
    caseId: row.id,
    kind: order.kind,
    by: order.actor,
    offerId: undone?.offerId ?? null,
    professionalId: undone?.professional.id ?? null,
    reason: order.reason,
    words: order.words,
    at: now,
  };
  const voided = contractOf(standing, effects, "void_contract");
  const news = courseNews(ctx, { order, standing, to, effects, changeId: change.id, now });
  const [, , , , , , , , , , , withdrawn, queued, , , , toVoid, [done]] = await ctx.db.batch([
    // In the order of every verb: the case, its contract, the professional.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${row.id} FOR UPDATE`),
    ctx.db.execute(sql`SELECT id FROM contracts WHERE id = ${taken?.contract?.id ?? null}::text FOR UPDATE`),
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${taken?.professional.id ?? null}::text FOR UPDATE`),
    insertIf(ctx.db, audit, entry, stillStands(standing)),
    insertIf(ctx.db, caseChanges, change, mine),
    ctx.db
      .update(offers)
      .set({ status: "withdrawn" })
      .where(and(eq(offers.id, undone?.offerId ?? ""), eq(offers.status, "accepted"), mine)),
    insertIf(ctx.db, ledger, returned(undone, row, now), undone === null ? sql`false` : mine).onConflictDoNothing(),
    // Counted after the ledger's row: what was taken back is not held any more.
    ctx.db
      .update(professionals)
      .set({ cases30d: casesHeld(sql`professionals.id`, now), equityUpdatedAt: now })
      .where(and(eq(professionals.id, undone?.professional.id ?? ""), mine)),
    ctx.db
      .update(contracts)
      .set({ status: "voided", voidReason: order.reason ?? order.kind, voidedAt: now, updatedAt: now })
      .where(and(eq(contracts.id, voided), mine)),
    ctx.db
      .update(contracts)
      .set({ status: "closed", closedAt: now, updatedAt: now })
      .where(and(eq(contracts.id, contractOf(standing, effects, "end_contract")), mine)),
    ctx.db.execute(dropPending(standing, at, mine)),
    ctx.db.execute(withdrawOpenOffers(ctx, row.id, at, effects.includes("withdraw_open_offers") ? mine : sql`false`)),
    ctx.db.execute(insertOutbox(news, mine)),
    ctx.db
      .update(cases)
      .set({ ...moved(order, to, now), updatedAt: now })
      .where(and(eq(cases.id, row.id), mine)),
    // Who comes back wants to hear from us again.
    ctx.db
      .update(users)
      .set({ optedOutAt: null })
      .where(and(eq(users.id, row.clientId), mine, comesBack(order))),
    ctx.db.execute(dropEnvelope(voided, at, mine)),
    ctx.db.execute(insertOutbox(voidNews(ctx, voided, now), sql`${mine} AND ${isToVoid(voided)}`)),
    ctx.db.select({ id: audit.id }).from(audit).where(eq(audit.id, entry.id)),
  ]);
  if (done === undefined) return false;
  await ctx.enqueue([...insertedRows(withdrawn), ...insertedRows(queued), ...insertedRows(toVoid)]);
  return true;
}

function comesBack({ kind, actor }: CourseOrder): SQL {
  return sql`${kind === "reopened" && actor === "client"}::boolean`;
}

function contractOf({ taken }: Standing, effects: readonly CaseEffect[], effect: CaseEffect): string {
  return effects.includes(effect) ? (taken?.contract?.id ?? "") : "";
}

/** Kept out by its condition where nothing is undone. */
function returned(undone: Standing["taken"], row: Standing["row"], now: Date): typeof ledger.$inferInsert {
  const offerId = undone?.offerId ?? "";
  return {
    id: `led_${offerId.slice(4)}_returned`,
    professionalId: undone?.professional.id ?? "",
    caseId: row.id,
    offerId,
    area: row.area ?? "nenhuma",
    kind: "returned",
    at: now,
  };
}

function moved(order: CourseOrder, to: CaseStatus, now: Date): Partial<typeof cases.$inferInsert> {
  const isOver = order.closeReason !== null;
  return {
    status: to,
    reachBy: null,
    closeReason: order.closeReason,
    closedAt: isOver ? now : null,
    silenceReminders: 0,
    silenceRemindedAt: null,
    ...(order.actor === "client" ? { clientSeenAt: now } : {}),
    ...(order.kind === "reopened" && order.actor === "client" ? { stoppedAt: null } : {}),
  };
}
