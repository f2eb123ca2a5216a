// Somebody enters recovery words or a link: whose they are, within bounds that make guessing hopeless.
import { and, eq, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, recoveries, users } from "../../db/schema.ts";
import { sha256Hex } from "../../domain/contracts/sha256.ts";
import { entryOf } from "../../domain/recovery/phrase.ts";
import type { ServiceContext } from "../context.ts";
import { countTry, forgetTries } from "../identity/sign-in-limits.ts";
import { recoveryHash } from "./recovery-hash.ts";

const HOUR_MS = 3_600_000;
/** From one address: a person mistypes, a guesser needs 10^17 hours. */
const TRIES_PER_HOUR = 10;
/** From all addresses together: bounds the work of the slow hash. */
const ALL_TRIES_PER_HOUR = 2_000;
const TOO_MANY = ["too_many_guesses", "There were too many tries."] as const;

/**
 * The client to open a session for. Throws `recovery_unknown` (422) for what is nobody's, and for what cannot be words or a link;
 * `too_many_guesses` (429) with `retry_after_seconds`. A known and an unknown phrase take the same work.
 */
export async function useRecovery(
  ctx: ServiceContext,
  input: { typed: string; address: string; secret: string },
): Promise<{ userId: string }> {
  const entry = entryOf(input.typed.slice(0, 500));
  // What is no phrase at all is no guess either.
  if (entry === null) throw unknown();
  const mine = `recovery_hour:${await sha256Hex(new TextEncoder().encode(input.address))}`;
  await countTry(ctx, { key: mine, most: TRIES_PER_HOUR, windowMs: HOUR_MS }, ...TOO_MANY);
  await countTry(ctx, { key: "recovery_hour:all", most: ALL_TRIES_PER_HOUR, windowMs: HOUR_MS }, ...TOO_MANY);
  const hash = await recoveryHash(entry.kind, entry.text, input.secret);
  const kept = entry.kind === "phrase" ? recoveries.phraseHash : recoveries.linkHash;
  // Found by its hash, which nobody can steer without the pepper: how long the index takes tells nothing of the words.
  const [row] = await ctx.db
    .select({ id: recoveries.id, userId: recoveries.userId, hash: kept })
    .from(recoveries)
    .innerJoin(users, and(eq(users.id, recoveries.userId), eq(users.role, "client")))
    .where(eq(kept, hash));
  if (row === undefined || !sameHash(row.hash, hash)) throw unknown();
  const now = ctx.now();
  const isThere = sql`EXISTS (SELECT 1 FROM recoveries WHERE id = ${row.id})`;
  await ctx.db.batch([
    ctx.db.update(recoveries).set({ usedAt: now }).where(eq(recoveries.id, row.id)),
    insertIf(ctx.db, audit, auditRow(row.userId, "recovery.used", row.userId, now, { by: entry.kind }), isThere),
  ]);
  await forgetTries(ctx, mine);
  return { userId: row.userId };
}

function sameHash(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

function unknown(): VezError {
  return new VezError("recovery_unknown", {
    status: 422,
    detail: "These words or this link open nothing. Check each word and their order, or sign in with your e-mail.",
  });
}
