// An operator connects an authenticator app: a secret that nothing keeps before its first code has proved it.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid, VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, recoveryCodes, secondFactors, sessions, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { openSealed } from "./open-sealed.ts";
import { readAccount } from "./read-account.ts";
import { newRecoveryCodes, secretOf } from "./second-factor-codes.ts";
import { factorNews } from "./second-factor-news.ts";
import { newTotpSecret, totpAddress, totpGroups, totpStep } from "./totp.ts";

/** Long enough to install an app first. */
const TICKET_MS = 60 * 60_000;

export interface Enrolment {
  /** In groups of four, to be typed. */
  secret: string;
  /** `otpauth://…`, for a QR code or a tap. */
  address: string;
  /** The secret, sealed for this operator; comes back with the first code. */
  ticket: string;
}

const ticketOf = (userId: string) => `second-factor-ticket:${userId}`;
const ticketShape = z.object({ secret: z.string(), at: z.number() });

export async function beginSecondFactor(ctx: ServiceContext, actor: Actor): Promise<Enrolment> {
  const operator = asOperator(actor);
  const secret = newTotpSecret();
  const ticket = await ctx.sealer.seal(ticketOf(operator.userId), JSON.stringify({ secret, at: ctx.now().getTime() }));
  return shown(ctx, operator, secret, ticket);
}

/** The same enrolment again, after a code that did not match. Throws `invalid_input` for a ticket that is not one of ours. */
export async function againSecondFactor(
  ctx: ServiceContext,
  actor: Actor,
  raw: { ticket: unknown },
): Promise<Enrolment> {
  const operator = asOperator(actor);
  const { ticket } = parseInput(z.object({ ticket: z.string().max(500) }), raw);
  return shown(ctx, operator, await ticketSecret(ctx, operator.userId, ticket), ticket);
}

export const input = z.object({
  ticket: z.string().min(1).max(500),
  code: z.string({ error: "Give the six digits of the app." }).max(40),
  sessionId: z.string().max(100).nullable(),
});

/**
 * Ten recovery codes, shown this once. The session that enrols is proved by it; others are asked for a code.
 * Throws `invalid_code` (400), `second_factor_set` (409) where there is an app already.
 */
export async function confirmSecondFactor(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ recovery_codes: string[] }> {
  const { userId } = asOperator(actor);
  const { ticket, code, sessionId } = parseInput(input, raw);
  const secret = await ticketSecret(ctx, userId, ticket);
  const now = ctx.now();
  const step = await totpStep(secret, code.replace(/[\s-]/g, ""), now, 0);
  if (step === null) {
    throw new VezError("invalid_code", {
      status: 400,
      detail: "This code does not match. Check that the clock of the phone is right, and type the newest code.",
    });
  }
  const { codes, rows } = await newRecoveryCodes(ctx, userId);
  const entry = auditRow(userId, "second_factor.set", userId, now);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const none = sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND role = 'operator')
    AND NOT EXISTS (SELECT 1 FROM second_factors WHERE user_id = ${userId})`;
  const factor = {
    userId,
    sealedSecret: await ctx.sealer.seal(secretOf(userId), secret),
    lastStep: step,
    createdAt: now,
  };
  const [, , , , , , , queued, [kept]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM users WHERE id = ${userId} FOR UPDATE`),
    insertIf(ctx.db, audit, entry, none),
    insertIf(ctx.db, secondFactors, factor, mine),
    ctx.db.delete(recoveryCodes).where(sql`user_id = ${userId} AND ${mine}`),
    ctx.db.execute(sql`
      INSERT INTO recovery_codes (code_hash, user_id)
      SELECT hash, ${userId} FROM jsonb_array_elements_text(${JSON.stringify(rows.map((row) => row.codeHash))}::jsonb) AS h(hash)
      WHERE ${mine}`),
    ctx.db.update(users).set({ secondFactorSince: now }).where(sql`id = ${userId} AND ${mine}`),
    ctx.db
      .update(sessions)
      .set({ secondFactorAt: now })
      .where(sql`id = ${sessionId ?? ""} AND user_id = ${userId} AND ${mine}`),
    ctx.db.execute(insertOutbox([factorNews(ctx, userId, "set", entry.id)], mine)),
    ctx.db.select({ mine: sql<boolean>`${mine}` }).from(sql`(SELECT 1) AS one`),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (kept?.mine !== true) throw conflict("second_factor_set", "There is an app already. Disconnect it first.");
  return { recovery_codes: codes };
}

async function shown(
  ctx: ServiceContext,
  operator: Extract<Actor, { kind: "person" }>,
  secret: string,
  ticket: string,
): Promise<Enrolment> {
  const { email } = await readAccount(ctx, operator);
  return { secret: totpGroups(secret), address: totpAddress(secret, email ?? operator.userId), ticket };
}

async function ticketSecret(ctx: ServiceContext, userId: string, ticket: string): Promise<string> {
  const text = await openSealed(ctx, ticketOf(userId), ticket);
  const read = text === null ? null : ticketShape.parse(JSON.parse(text));
  if (read === null || ctx.now().getTime() - read.at > TICKET_MS) {
    throw invalid("This set-up has run out. Begin again with a new secret.");
  }
  return read.secret;
}
