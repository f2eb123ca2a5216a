// What was said of a registration waits for an operator: the review, in the batch of the change, and who is told of it.
import { type SQL, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type { Claims, ReviewKind } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

interface NewReview {
  professionalId: string;
  kind: ReviewKind;
  /** What was verified before a change. */
  before: Claims | null;
  claims: Claims;
  now: Date;
}

/**
 * Statements that hold while `mine` does: the review that is open says what is said now, or a new one does. What a look-up
 * found of other words is forgotten.
 */
export function reviewRows({ professionalId, kind, before, claims, now }: NewReview, mine: SQL): SQL[] {
  const at = sql`${now.toISOString()}::timestamptz`;
  const json = sql`${JSON.stringify(claims)}::jsonb`;
  const live = sql`professional_id = ${professionalId} AND status IN ('open', 'asked')`;
  return [
    sql`
      UPDATE verification_reviews SET claims = ${json}, evidence = '{}'::jsonb, status = 'open', updated_at = ${at}
      WHERE ${live} AND ${mine}`,
    sql`
      INSERT INTO verification_reviews (id, professional_id, kind, status, claims, before, created_at, updated_at)
      SELECT ${newId("vrf", now.getTime())}, ${professionalId}, ${kind}, 'open', ${json},
        ${verifiedBefore(professionalId, before)}, ${at}, ${at}
      WHERE ${mine} AND NOT EXISTS (SELECT 1 FROM verification_reviews WHERE ${live})
      ON CONFLICT DO NOTHING`,
  ];
}

/** What was refused was never verified: a try after it is compared with what that one was. */
function verifiedBefore(professionalId: string, before: Claims | null): SQL {
  const given = sql`${before === null ? null : JSON.stringify(before)}::jsonb`;
  return sql`coalesce((
    SELECT CASE WHEN v.status = 'refused' THEN v.before END FROM verification_reviews v
    WHERE v.professional_id = ${professionalId} ORDER BY v.created_at DESC, v.id DESC LIMIT 1), ${given})`;
}

/** The operators hear of it, and the register is asked where one is configured. */
export function reviewNews(ctx: ServiceContext, professionalId: string, now: Date): NewOutboxRow[] {
  const made = { now, traceId: ctx.traceId };
  const key = `${professionalId}:${now.getTime()}`;
  const told = outboxRow("operators.notify", `verification:${key}`, { kind: "verification_waits", params: {} }, made);
  if (ctx.registry === null) return [told];
  return [told, outboxRow("registry.look", `registry.look:${key}`, { professionalId }, made)];
}

/** What the licence of `p` is when nobody suspends it: valid where its last review said so, or none was ever needed. */
export const verifiedLicence: SQL = sql`(CASE
  WHEN p.status = 'pending' THEN 'unchecked'
  WHEN coalesce((
    SELECT v.status FROM verification_reviews v WHERE v.professional_id = p.id ORDER BY v.created_at DESC, v.id DESC LIMIT 1
  ), 'approved') = 'approved' THEN 'valid' ELSE 'unchecked' END)`;

/** True while an operator's suspension of `p` stands. */
export const isSuspended: SQL = sql`EXISTS (SELECT 1 FROM suspensions s WHERE s.professional_id = p.id AND s.lifted_at IS NULL)`;
