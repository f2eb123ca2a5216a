// A professional accepts or declines: the first acceptance wins, everything is checked again under lock.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { isBlocked } from "../../db/is-blocked.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, LICENCE_STATUSES } from "../../db/schema.ts";
import { isBefore, stateAfterSql } from "../../db/state-after-sql.ts";
import { inboxOf } from "../../domain/messages.ts";
import type { AnswerInput, AnswerOutcome } from "../../domain/ports.ts";
import type { ServiceContext } from "../context.ts";
import { casesHeld, isAway, isMember } from "../equity/ledger-sql.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { nextWaveWhenOver } from "./next-wave-when-over.ts";

const nowRow = z.object({
  rows: z.array(
    z.object({
      status: z.string(),
      expired: z.boolean(),
      case_status: z.string(),
      free: z.boolean(),
      active: z.boolean(),
      licence: z.enum(LICENCE_STATUSES),
      opted_out: z.boolean(),
      in_conflict: z.boolean(),
    }),
  ),
});

/** The same answer twice is one answer. Throws `not_found`, or a 409 that says kindly what came between. */
export async function answerOffer(ctx: ServiceContext, input: AnswerInput): Promise<AnswerOutcome> {
  const status = input.answer === "accept" ? "accepted" : "declined";
  const now = ctx.now();
  const at = now.toISOString();
  const results = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${input.caseId} FOR UPDATE`),
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${input.professionalId} FOR UPDATE`),
    ctx.db.execute(input.answer === "accept" ? acceptSql(input, now) : declineSql(input, at)),
    ctx.db.execute(insertOutbox(newsOf(ctx, input, now), answeredAt(input, status, at))),
    ctx.db.execute(nextWaveWhenOver(ctx, input.caseId, at)),
    insertIf(
      ctx.db,
      audit,
      auditRow(input.userId, `offer.${input.answer}`, input.offerId, now),
      answeredAt(input, status, at),
    ),
    ctx.db.execute(sql`
      SELECT o.status, o.expires_at <= ${at}::timestamptz AS expired, c.status AS case_status,
        ${casesHeld(sql`p.id`, now)} < p.capacidade_mensal AS free, p.licence_status AS licence,
        p.opted_out_at IS NOT NULL AS opted_out, ${isConflict} AS in_conflict, p.status = 'active' AND NOT ${isAway(now)} AS active
      FROM offers o JOIN cases c ON c.id = o.case_id JOIN professionals p ON p.id = o.professional_id
      WHERE o.id = ${input.offerId} AND o.case_id = ${input.caseId} AND o.professional_id = ${input.professionalId}`),
  ]);
  const state = nowRow.parse(results[6]).rows[0];
  if (state === undefined) throw notFound("offer");
  await ctx.enqueue([...insertedRows(results[3]), ...insertedRows(results[4])]);
  if (state.status === status) return { offerId: input.offerId, status, caseId: input.caseId };
  throw refusal(state);
}

/** The professional of row `p` represents the other side of the case in row `c`, as an operator found, or is its client. */
const isConflict = sql`(p.user_id = c.client_id OR EXISTS (
  SELECT 1 FROM conflict_reviews v WHERE v.case_id = c.id AND v.professional_id = p.id AND v.status = 'confirmed'))`;

/** Offer, ledger, case, load, pool and the other offers change together, or nothing does. The cap is asked of the ledger. */
function acceptSql(input: AnswerInput, now: Date): SQL {
  const at = now.toISOString();
  return sql`
    WITH won AS (
      UPDATE offers SET status = 'accepted', answered_at = ${at}::timestamptz
      FROM cases c, professionals p
      WHERE offers.id = ${input.offerId} AND offers.professional_id = ${input.professionalId} AND offers.case_id = ${input.caseId}
        AND offers.status IN ('pending', 'seen') AND offers.expires_at > ${at}::timestamptz
        AND c.id = offers.case_id AND ${isBefore("offer_accepted", sql`c.status`)}
        AND p.id = offers.professional_id AND ${isMember} AND ${casesHeld(sql`p.id`, now)} < p.capacidade_mensal
        AND NOT ${isAway(now)} AND NOT ${isConflict} AND NOT ${isBlocked(input.caseId)}
      RETURNING offers.id, offers.case_id, offers.professional_id, p.vertical, coalesce(c.area, 'nenhuma') AS area
    ), moved AS (
      UPDATE cases SET status = ${stateAfterSql("offer_accepted")}, updated_at = ${at}::timestamptz FROM won WHERE cases.id = won.case_id
    ), loaded AS (
      UPDATE professionals SET cases_30d = cases_30d + 1, equity_updated_at = ${at}::timestamptz FROM won WHERE professionals.id = won.professional_id
    ), pooled AS (
      UPDATE area_pools k SET cases = k.cases + 1 FROM won WHERE k.vertical = won.vertical AND k.area = won.area
    ), withdrawn AS (
      UPDATE offers SET status = 'withdrawn', answered_at = ${at}::timestamptz
      FROM won WHERE offers.case_id = won.case_id AND offers.id <> won.id AND offers.status IN ('pending', 'seen')
      RETURNING offers.id, offers.professional_id, offers.case_id
    )
    INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at, weight_present)
    SELECT 'led_' || substr(x.id, 5) || '_' || x.kind, x.professional_id, x.case_id, x.id, coalesce(c.area, 'nenhuma'), x.kind, ${at}::timestamptz,
      (SELECT nullif(k.present, 0) FROM won JOIN area_pools k ON k.vertical = won.vertical AND k.area = won.area WHERE x.kind = 'accepted')
    FROM (SELECT id, professional_id, case_id, 'accepted' AS kind FROM won
          UNION ALL SELECT id, professional_id, case_id, 'withdrawn' FROM withdrawn) x
    JOIN cases c ON c.id = x.case_id
    ON CONFLICT (offer_id, kind) DO NOTHING`;
}

function declineSql(input: AnswerInput, at: string): SQL {
  return sql`
    WITH declined AS (
      UPDATE offers SET status = 'declined', answered_at = ${at}::timestamptz, decline_reason = ${input.reason}
      WHERE id = ${input.offerId} AND professional_id = ${input.professionalId} AND case_id = ${input.caseId}
        AND status IN ('pending', 'seen') AND expires_at > ${at}::timestamptz
      RETURNING id, professional_id, case_id
    )
    INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
    SELECT 'led_' || substr(d.id, 5) || '_declined', d.professional_id, d.case_id, d.id, coalesce(c.area, 'nenhuma'), 'declined', ${at}::timestamptz
    FROM declined d JOIN cases c ON c.id = d.case_id
    ON CONFLICT (offer_id, kind) DO NOTHING`;
}

/** True right after this very answer was written. */
function answeredAt(input: AnswerInput, status: string, at: string): SQL {
  return sql`EXISTS (SELECT 1 FROM offers WHERE id = ${input.offerId} AND status = ${status} AND answered_at = ${at}::timestamptz)`;
}

function newsOf(ctx: ServiceContext, input: AnswerInput, now: Date) {
  const made = { now, traceId: ctx.traceId };
  const { offerId } = input;
  if (input.answer === "accept") {
    return [
      outboxRow("contract.open", `contract.open:${offerId}`, { offerId }, made),
      outboxRow("acceptance.announce", `acceptance.announce:${offerId}`, { offerId }, made),
    ];
  }
  const event = {
    type: "offer_update" as const,
    key: `offer:${offerId}:declined`,
    data: { offer_id: offerId, status: "declined" },
  };
  return [
    outboxRow(
      "conversation.publish",
      `offer:${offerId}:declined`,
      { conversationId: inboxOf(input.userId), events: [event] },
      made,
    ),
  ];
}

function refusal(state: z.infer<typeof nowRow>["rows"][number]) {
  if (state.case_status === "stopped") {
    return conflict("offer_closed", "The person ended the search. Your place in the turn stays as it was.");
  }
  if (state.case_status === "accepted" || state.case_status === "signed") {
    return conflict(
      "offer_taken",
      "A colleague took this case a moment before you. Your place in the turn stays as it was.",
    );
  }
  if (state.licence === "suspended") {
    return conflict("suspended", "The team has paused your participation. Your page says why and until when.");
  }
  // Called off, joined, given to somebody and given back, or closed by a block: which one it was is the client's.
  if (state.status === "withdrawn") {
    return conflict("offer_closed", "This case is no longer offered to you. Your place in the turn stays as it was.");
  }
  if (state.status === "expired" || state.expired) {
    return conflict("offer_expired", "The time to answer this offer is over. The next one comes in your turn.");
  }
  if (state.status === "accepted" || state.status === "declined") {
    return conflict("offer_answered", "You have answered this offer already. Reload the page to see where it stands.");
  }
  if (!state.active) {
    return conflict("not_active", "You are on leave or not active. End the leave in your profile, then accept.");
  }
  if (state.opted_out) {
    return conflict("opted_out", "You asked for no more offers. Switch them on in your profile, then accept.");
  }
  if (state.licence === "unchecked") {
    return conflict("licence", "Your registration is being checked. You can accept once that is done.");
  }
  if (state.in_conflict) {
    return conflict(
      "conflict_of_interest",
      "The other side of this case is someone you represent. You need not do anything.",
    );
  }
  if (!state.free) {
    return conflict(
      "at_capacity",
      "You hold as many cases as your capacity allows. Raise it in your profile, then accept.",
    );
  }
  return conflict("offer_closed", "This offer can no longer be answered. Reload the page to see where it stands.");
}
