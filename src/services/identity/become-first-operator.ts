// Whoever holds the set-up code and has proved an address becomes the first operator, once.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, forbidden, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, setupCodes, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { anOperatorExists, isFree, lockOperators } from "./operators-sql.ts";
import { checkSetupCode, type SetupTry } from "./setup-code.ts";

/** A name as others see it. */
export const personName = z.string().trim().min(1).max(100);
export const input = z.object({ name: personName });

/**
 * The code is used up in the batch that makes the operator. Throws what checkSetupCode throws, `setup_over` (409) where
 * somebody was quicker, `address_in_use` (409) for an account that has cases or a profile, `forbidden` for anonymous ones.
 */
export async function becomeFirstOperator(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
  tried: SetupTry,
): Promise<{ user_id: string; role: "operator" }> {
  const { name } = parseInput(input, raw);
  if (actor.kind !== "person") throw notFound("page");
  const { userId, locale } = actor;
  const codeHash = await checkSetupCode(ctx, tried);
  const now = ctx.now();
  const entry = auditRow(userId, "operator.first", userId, now);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const unused = sql`EXISTS (SELECT 1 FROM setup_codes WHERE code_hash = ${codeHash} AND used_at IS NULL)`;
  const [, , , , , [person], [state]] = await ctx.db.batch([
    lockOperators(ctx),
    // The deployment's own code has no row before it is used.
    ctx.db.insert(setupCodes).values({ codeHash, createdAt: now }).onConflictDoNothing(),
    insertIf(ctx.db, audit, entry, sql`${unused} AND NOT ${anOperatorExists} AND ${isFree(userId)}`),
    ctx.db.update(setupCodes).set({ usedAt: now }).where(sql`code_hash = ${codeHash} AND ${mine}`),
    ctx.db.update(users).set({ role: "operator", name, locale, updatedAt: now }).where(sql`id = ${userId} AND ${mine}`),
    ctx.db.select({ role: users.role, isAnonymous: users.isAnonymous }).from(users).where(eq(users.id, userId)),
    ctx.db.select({ over: sql<boolean>`${anOperatorExists}` }).from(sql`(SELECT 1) AS one`),
  ]);
  if (person?.role === "operator") return { user_id: userId, role: "operator" };
  if (person?.isAnonymous !== false) throw forbidden("Prove your e-mail address first: sign in with a code.");
  if (state?.over === true) throw conflict("setup_over", "Vez has an operator already. Ask them for an invite.");
  throw conflict(
    "address_in_use",
    "This address has cases or a profile here. Use another one for running the service.",
  );
}
