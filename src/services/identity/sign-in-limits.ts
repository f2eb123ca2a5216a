// Bounds on codes and guesses for one address, whoever asks: a session or an IP address costs an attacker nothing.
import { eq, lt, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { sha256Hex } from "../../base/secret-text.ts";
import { signInLimits } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A day's codes are so many hours' worth: enough for a bad day, too few to flood a mail box. */
const HOURS_A_DAY = 4;
/** Of a million codes: guessing for a whole day hits one of them once in 4,000 days. */
const TRIES_PER_HOUR = 10;

/** Counts one more code for `email`. Throws `too_many_codes` (429) with `retry_after_seconds`. */
export async function countCode(ctx: ServiceContext, input: { email: string; perHour: number }): Promise<void> {
  const address = await hashOf(input.email);
  const bounds = [
    { key: `codes_hour:${address}`, most: input.perHour, windowMs: HOUR_MS },
    { key: `codes_day:${address}`, most: input.perHour * HOURS_A_DAY, windowMs: DAY_MS },
  ];
  // One after the other: what the hour refuses must not use up the day.
  for (const bound of bounds) {
    await countTry(ctx, bound, "too_many_codes", "This address was sent many codes; the newest counts.");
  }
}

/**
 * Counts one more guess before it is looked at, so that guesses at once are counted too.
 * Throws `too_many_guesses` (429) with `retry_after_seconds`.
 */
export async function countGuess(ctx: ServiceContext, input: { email: string }): Promise<void> {
  const key = `guesses_hour:${await hashOf(input.email)}`;
  const why = "There were too many tries for this address.";
  await countTry(ctx, { key, most: TRIES_PER_HOUR, windowMs: HOUR_MS }, "too_many_guesses", why);
}

export interface Bound {
  /** What is counted, e.g. `codes_hour:9f86…`; it holds nothing readable of a person. */
  key: string;
  most: number;
  windowMs: number;
}

/** Counts one more try before it is looked at. Throws `code` (429) with `retry_after_seconds` once there are too many. */
export async function countTry(ctx: ServiceContext, bound: Bound, code: string, why: string): Promise<void> {
  const waitSeconds = await count(ctx, bound);
  if (waitSeconds > 0) throw tooMany(code, why, waitSeconds);
}

/** A right code clears the guesses before it. */
export async function forgetGuesses(ctx: ServiceContext, input: { email: string }): Promise<void> {
  await ctx.db.delete(signInLimits).where(eq(signInLimits.key, `guesses_hour:${await hashOf(input.email)}`));
}

/** What was right clears the tries before it. */
export async function forgetTries(ctx: ServiceContext, key: string): Promise<void> {
  await ctx.db.delete(signInLimits).where(eq(signInLimits.key, key));
}

/** Drops the counters whose time is over. */
export async function forgetLimits(ctx: ServiceContext): Promise<void> {
  await ctx.db.delete(signInLimits).where(lt(signInLimits.resetsAt, ctx.now()));
}

/** Seconds to wait, 0 when there is room. One statement: the row's lock keeps requests at once apart. */
async function count(ctx: ServiceContext, bound: Bound): Promise<number> {
  const now = ctx.now();
  const over = sql`${signInLimits.resetsAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await ctx.db
    .insert(signInLimits)
    .values({ key: bound.key, used: 1, resetsAt: new Date(now.getTime() + bound.windowMs) })
    .onConflictDoUpdate({
      target: signInLimits.key,
      set: {
        // Past the bound it stands still: a flood must not overflow it.
        used: sql`CASE WHEN ${over} THEN 1 ELSE least(${signInLimits.used}, ${bound.most}) + 1 END`,
        resetsAt: sql`CASE WHEN ${over} THEN excluded.resets_at ELSE ${signInLimits.resetsAt} END`,
      },
    })
    .returning();
  if (row === undefined || row.used <= bound.most) return 0;
  return Math.max(1, Math.ceil((row.resetsAt.getTime() - now.getTime()) / 1000));
}

function tooMany(code: string, why: string, waitSeconds: number): VezError {
  const minutes = Math.ceil(waitSeconds / 60);
  return new VezError(code, {
    status: 429,
    retryable: true,
    detail: `${why} Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
    extra: { retry_after_seconds: waitSeconds },
  });
}

/** The counter needs no readable address. */
function hashOf(email: string): Promise<string> {
  return sha256Hex(email.trim().toLowerCase());
}
