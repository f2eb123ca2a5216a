// What an operator does with his authenticator app: pass, renew recovery codes, disconnect it; and help a colleague who lost his.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, recoveryCodes, secondFactors, sessions, users } from "../../db/schema.ts";
import { RESET_REASONS } from "../../domain/operators/removal-reasons.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { newRecoveryCodes, recoveryCodesLeft, takeCode } from "./second-factor-codes.ts";
import { factorNews } from "./second-factor-news.ts";

const code = z.string({ error: "Give the six digits of the app, or a recovery code." }).trim().min(1).max(40);

/** `since` is ISO 8601, null without an app. */
export async function readSecondFactor(
  ctx: ServiceContext,
  actor: Actor,
): Promise<{ since: string | null; recovery_codes_left: number }> {
  const { userId } = asOperator(actor);
  const [row] = await ctx.db.select({ since: users.secondFactorSince }).from(users).where(sql`id = ${userId}`);
  return { since: row?.since?.toISOString() ?? null, recovery_codes_left: await recoveryCodesLeft(ctx, userId) };
}

export const passInput = z.object({ code, sessionId: z.string().max(100) });

/** Proves the session. Throws as takeCode does. */
export async function passSecondFactor(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof passInput>,
): Promise<{ passed: true; by: "app" | "recovery"; recovery_codes_left: number }> {
  const { userId } = asOperator(actor);
  const { code, sessionId } = parseInput(passInput, raw);
  const by = await takeCode(ctx, userId, code);
  const now = ctx.now();
  const entry = auditRow(userId, "second_factor.passed", userId, now, { by });
  const news = by === "recovery" ? [factorNews(ctx, userId, "recovery_used", entry.id)] : [];
  const [, , queued] = await ctx.db.batch([
    ctx.db.update(sessions).set({ secondFactorAt: now }).where(sql`id = ${sessionId} AND user_id = ${userId}`),
    ctx.db.insert(audit).values(entry),
    ctx.db.execute(insertOutbox(news)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { passed: true, by, recovery_codes_left: await recoveryCodesLeft(ctx, userId) };
}

export const codeInput = z.object({ code });

/** Ten new recovery codes in place of the old ones, for a code. Throws as takeCode does. */
export async function renewRecoveryCodes(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof codeInput>,
): Promise<{ recovery_codes: string[] }> {
  const { userId } = asOperator(actor);
  await takeCode(ctx, userId, parseInput(codeInput, raw).code);
  const { codes, rows } = await newRecoveryCodes(ctx, userId);
  const entry = auditRow(userId, "second_factor.codes_renewed", userId, ctx.now());
  const [, , , queued] = await ctx.db.batch([
    ctx.db.delete(recoveryCodes).where(sql`user_id = ${userId}`),
    ctx.db.insert(recoveryCodes).values(rows),
    ctx.db.insert(audit).values(entry),
    ctx.db.execute(insertOutbox([factorNews(ctx, userId, "codes_renewed", entry.id)])),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { recovery_codes: codes };
}

/** Disconnects one's own app, for a code. Where one is required the way leads to enrolling again. */
export async function removeSecondFactor(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof codeInput>,
): Promise<{ removed: true }> {
  const { userId } = asOperator(actor);
  await takeCode(ctx, userId, parseInput(codeInput, raw).code);
  const entry = auditRow(userId, "second_factor.removed", userId, ctx.now());
  const [, , , , queued] = await ctx.db.batch([
    ctx.db.insert(audit).values(entry),
    ctx.db.delete(secondFactors).where(sql`user_id = ${userId}`),
    ctx.db.delete(recoveryCodes).where(sql`user_id = ${userId}`),
    ctx.db.update(users).set({ secondFactorSince: null }).where(sql`id = ${userId}`),
    ctx.db.execute(insertOutbox([factorNews(ctx, userId, "removed", entry.id)])),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { removed: true };
}

export const resetInput = z.object({
  id: z.string().min(1).max(100),
  /** Kept in the audit. */
  reason: z.enum(RESET_REASONS, { error: "Choose a reason." }),
});

/**
 * Disconnects a colleague's app and ends all their sessions; they are told. Throws `not_found` for anyone but operators
 * and for whoever is none, `own_second_factor` (409) for oneself, `no_second_factor` (409) where there is none.
 */
export async function resetSecondFactor(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof resetInput>,
): Promise<{ id: string; second_factor_since: null }> {
  const operator = asOperator(actor);
  const { id, reason } = parseInput(resetInput, raw);
  if (id === operator.userId) {
    throw conflict("own_second_factor", "Disconnect your own app with one of its codes, or ask a colleague.");
  }
  const entry = auditRow(operator.userId, "second_factor.reset", id, ctx.now(), { reason });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const may = sql`EXISTS (SELECT 1 FROM second_factors WHERE user_id = ${id})
    AND (SELECT count(*) FROM users WHERE role = 'operator' AND id IN (${id}, ${operator.userId})) = 2`;
  const [[person], , , , , , queued, [done]] = await ctx.db.batch([
    ctx.db.select({ role: users.role }).from(users).where(sql`id = ${id}`).for("update"),
    insertIf(ctx.db, audit, entry, may),
    ctx.db.delete(secondFactors).where(sql`user_id = ${id} AND ${mine}`),
    ctx.db.delete(recoveryCodes).where(sql`user_id = ${id} AND ${mine}`),
    ctx.db.update(users).set({ secondFactorSince: null }).where(sql`id = ${id} AND ${mine}`),
    ctx.db.delete(sessions).where(sql`user_id = ${id} AND ${mine}`),
    ctx.db.execute(insertOutbox([factorNews(ctx, id, "reset", entry.id)], mine)),
    ctx.db.select({ mine: sql<boolean>`${mine}` }).from(sql`(SELECT 1) AS one`),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (person?.role !== "operator") throw notFound("operator");
  if (done?.mine !== true) throw conflict("no_second_factor", "This person has no app connected.");
  return { id, second_factor_since: null };
}
