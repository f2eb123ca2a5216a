// An operator decides a review: approved, asked, or refused with reasons. What was read is what is decided on.
import { eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, professionals, verificationReviews } from "../../db/schema.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { CHECKS, NEEDED_CHECKS, REFUSAL_REASONS } from "../../domain/registration/registry.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { absenceRows } from "../equity/absence-rows.ts";
import { countPools } from "../equity/pools.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import type { ProfessionalRow } from "../professionals/own-professional.ts";
import { embedLater, embedNow } from "../professionals/reworded-profile.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { endOpenOffers } from "./end-open-offers.ts";
import { isSuspended } from "./review-rows.ts";
import type { ReviewRow } from "./standing.ts";

/** Which review, and its `updated_at` as it was read: what was told since has not been looked at. */
const seen = {
  id: z.string().min(1).max(100),
  seen: z.iso.datetime({ error: "Send `seen`: the review's `updated_at` as you read it." }),
};

export const approveInput = z.object({
  ...seen,
  checks: z
    .array(z.enum(CHECKS))
    .max(CHECKS.length)
    .refine((done) => NEEDED_CHECKS.every((check) => done.includes(check)), {
      error: "Compare name, number and situation with the register, and tick each.",
    }),
});

export const askInput = z.object({
  ...seen,
  question: plainText()
    .trim()
    .min(5, { error: "Write the question." })
    .max(1000, { error: "At most 1,000 characters." }),
});

export const refuseInput = z
  .object({
    ...seen,
    reasons: z
      .array(z.enum(REFUSAL_REASONS))
      .min(1, { error: "Choose at least one reason." })
      .max(REFUSAL_REASONS.length),
    words: plainText().trim().max(1000, { error: "At most 1,000 characters." }).optional(),
  })
  .refine(({ reasons, words }) => !reasons.includes("other") || (words ?? "") !== "", {
    path: ["words"],
    error: "Say in words what the other reason is.",
  });

export interface Decided {
  id: string;
  professional_id: string;
  status: ReviewRow["status"];
  updated_at: string;
}

/**
 * The registration is valid, the professional takes part from the next match on, and turns are counted from now.
 * Throws `not_found`, `decided_already`, `review_changed`, `number_taken` (409), `invalid_input`.
 */
export async function approveReview(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof approveInput>) {
  const operator = asOperator(actor);
  const { checks, ...at } = parseInput(approveInput, raw);
  const { professional: before } = await readBoth(ctx, at.id);
  const now = ctx.now();
  const words = { areas: before.areas, subareas: before.subareas, profile: before.profile };
  const after = {
    ...before,
    status: before.status === "pending" ? "active" : before.status,
    licenceStatus: before.licenceStatus === "suspended" ? "suspended" : "valid",
  };
  return decide(ctx, {
    ...at,
    actor: operator.userId,
    status: "approved",
    action: "verification.approved",
    detail: { checks },
    set: sql`evidence = evidence || ${JSON.stringify({ checks })}::jsonb, decided_by = ${operator.userId}, decided_at = ${now.toISOString()}::timestamptz`,
    notice: "verification_approved",
    now,
    effects: (mine) => [
      sql`
        UPDATE professionals p SET
          joined_at = CASE WHEN p.status = 'pending' THEN ${now.toISOString()}::timestamptz ELSE p.joined_at END,
          status = CASE WHEN p.status = 'pending' THEN 'active' ELSE p.status END,
          licence_status = CASE WHEN ${isSuspended} THEN 'suspended' ELSE 'valid' END,
          updated_at = greatest(${now.toISOString()}::timestamptz, p.updated_at + interval '1 millisecond')
        WHERE p.id = ${before.id} AND ${mine}`,
      // A profile that was reworded since it was read has its vector from that change.
      embedNow(before.id, words, now, sql`${mine} AND p.profile = ${before.profile}`),
      ...absenceRows(before.id, { before, after, now }, mine),
    ],
    last: [countPools(now, before.areas)],
    outbox: embedLater(ctx, before.id, now),
  });
}

/** The applicant is told to come and answer; the review waits for that. Throws as `approveReview`. */
export async function askApplicant(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof askInput>) {
  const operator = asOperator(actor);
  const { question, ...at } = parseInput(askInput, raw);
  const now = ctx.now();
  const line = JSON.stringify([{ by: "team", text: question, at: now.toISOString() }]);
  return decide(ctx, {
    ...at,
    actor: operator.userId,
    status: "asked",
    action: "verification.asked",
    set: sql`words = words || ${line}::jsonb`,
    notice: "verification_asked",
    now,
  });
}

/** The applicant is told the reasons and may try again; the licence stays unchecked, open offers go. Throws as `approveReview`. */
export async function refuseReview(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof refuseInput>) {
  const operator = asOperator(actor);
  const { reasons, words, ...at } = parseInput(refuseInput, raw);
  const now = ctx.now();
  const list = sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify([...new Set(reasons)])}::jsonb))`;
  const decided = await decide(ctx, {
    ...at,
    actor: operator.userId,
    status: "refused",
    action: "verification.refused",
    detail: { reasons },
    set: sql`refusal_reasons = ${list}, refusal_words = ${words || null}, decided_by = ${operator.userId}, decided_at = ${now.toISOString()}::timestamptz`,
    notice: "verification_refused",
    now,
  });
  await endOpenOffers(ctx, { professionalId: decided.professional_id });
  return decided;
}

interface Decision {
  id: string;
  seen: string;
  actor: string;
  status: "approved" | "asked" | "refused";
  action: string;
  detail?: Record<string, unknown>;
  set: SQL;
  notice: NotificationKind;
  now: Date;
  effects?: (mine: SQL) => SQL[];
  /** What takes its locks after everything else. */
  last?: SQL[];
  outbox?: ReturnType<typeof embedLater>;
}

async function decide(ctx: ServiceContext, decision: Decision): Promise<Decided> {
  const { id, now, actor, status } = decision;
  const { professional, userId } = await readBoth(ctx, id);
  // Never the same moment as before: it tells this change from the last one.
  const at = sql`greatest(${now.toISOString()}::timestamptz, updated_at + interval '1 millisecond')`;
  const entry = auditRow(actor, decision.action, id, now, decision.detail);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const asRead = sql`EXISTS (
    SELECT 1 FROM verification_reviews WHERE id = ${id} AND status IN ('open', 'asked')
      AND date_trunc('milliseconds', updated_at) = ${decision.seen}::timestamptz)`;
  const told = outboxRow(
    "person.notify",
    `${decision.notice}:${entry.id}`,
    { userId, kind: decision.notice, params: { vertical: professional.vertical } },
    { now, traceId: ctx.traceId },
  );
  const results = await unlessTaken(() =>
    ctx.db.batch([
      ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${professional.id} FOR UPDATE`),
      insertIf(ctx.db, audit, entry, asRead),
      ctx.db.execute(
        sql`UPDATE verification_reviews SET status = ${status}, ${decision.set}, updated_at = ${at} WHERE id = ${id} AND ${mine}`,
      ),
      ctx.db.execute(insertOutbox([told, ...(decision.outbox ?? [])], mine)),
      ctx.db.select({ id: audit.id }).from(audit).where(eq(audit.id, entry.id)),
      ...(decision.effects?.(mine) ?? []).map((statement) => ctx.db.execute(statement)),
      ...(decision.last ?? []).map((statement) => ctx.db.execute(statement)),
    ]),
  );
  await ctx.enqueue(insertedRows(results[3]));
  const { review } = await readBoth(ctx, id);
  const view = {
    id,
    professional_id: review.professionalId,
    status: review.status,
    updated_at: review.updatedAt.toISOString(),
  };
  if (results[4].length > 0) return view;
  // The same decision by the same person again is that decision.
  if (review.status === status && status !== "asked" && review.decidedBy === actor) return view;
  if (review.status === "approved" || review.status === "refused") {
    throw conflict("decided_already", "A colleague has decided this meanwhile. Reload the page to see it.");
  }
  throw conflict("review_changed", "Something was added since you opened this. Reload the page and look again.");
}

async function unlessTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error, "professionals_licence_key")) throw error;
    throw numberTaken();
  }
}

export function numberTaken() {
  return conflict(
    "number_taken",
    "Somebody else is verified with this registration number. Look at both before you decide.",
  );
}

/** Throws `not_found`. */
export async function readBoth(
  ctx: ServiceContext,
  id: string,
): Promise<{ review: ReviewRow; professional: ProfessionalRow; userId: string }> {
  const [row] = await ctx.db
    .select({ review: verificationReviews, professional: professionals })
    .from(verificationReviews)
    .innerJoin(professionals, eq(professionals.id, verificationReviews.professionalId))
    .where(eq(verificationReviews.id, id));
  if (row === undefined) throw notFound("review");
  return { ...row, userId: row.professional.userId };
}
