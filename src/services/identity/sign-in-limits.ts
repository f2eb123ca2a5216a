// Bounds on codes and guesses for one address, whoever asks: a session or an IP address costs an attacker nothing.
import { eq, lt, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
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
    const waitSeconds = await count(ctx, bound);
    if (waitSeconds > 0)
      throw tooMany("too_many_codes", "This address was sent many codes; the newest counts.", waitSeconds);
  }
}

/**
 * Counts one more guess before it is looked at, so that guesses at once are counted too.
 * Throws `too_many_guesses` (429) with `retry_after_seconds`.
 */
export async function countGuess(ctx: ServiceContext, input: { email: string }): Promise<void> {
  const key = `guesses_hour:${await hashOf(input.email)}`;
  const waitSeconds = await count(ctx, { key, most: TRIES_PER_HOUR, windowMs: HOUR_MS });
  if (waitSeconds > 0) throw tooMany("too_many_guesses", "There were too many tries for this address.", waitSeconds);
}

/** A right code clears the guesses before it. */
export async function forgetGuesses(ctx: ServiceContext, input: { email: string }): Promise<void> {
  await ctx.db.delete(signInLimits).where(eq(signInLimits.key, `guesses_hour:${await hashOf(input.email)}`));
}

/** Drops the counters whose time is over. */
export async function forgetLimits(ctx: ServiceContext): Promise<void> {
  await ctx.db.delete(signInLimits).where(lt(signInLimits.resetsAt, ctx.now()));
}

/** Seconds to wait, 0 when there is room. One statement: the row's lock keeps requests at once apart. */
async function count(ctx: ServiceContext, bound: { key: string; most: number; windowMs: number }): Promise<number> {
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
async function hashOf(email: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(email.trim().toLowerCase()));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
