// Proving a second factor: a code of the app, or one of the recovery codes; each counts once, and guesses are bounded.
import { and, count, eq, isNull, lt } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { plainGroups, randomGroups } from "../../base/secret-text.ts";
import { recoveryCodes, secondFactors, signInLimits } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { openSealed } from "./open-sealed.ts";
import { countTry } from "./sign-in-limits.ts";
import { totpStep } from "./totp.ts";

export const RECOVERY_CODES = 10;
/** 60 random bits each. */
const RECOVERY_GROUPS = 3;
const HOUR_MS = 3_600_000;
/** Three of a million codes are right at any moment: a day of guessing at both bounds hits once in some 30 years. */
const TRIES = [
  { name: "second_factor_hour", most: 10, windowMs: HOUR_MS },
  { name: "second_factor_day", most: 30, windowMs: 24 * HOUR_MS },
];

/**
 * Takes `typed` from `userId`: the app's six digits, or a recovery code. What was taken is used up even if what should
 * follow fails: the next code is half a minute away. Throws `invalid_code` (400), `too_many_guesses` (429).
 */
export async function takeCode(ctx: ServiceContext, userId: string, typed: string): Promise<"app" | "recovery"> {
  const why = "There were too many tries with codes of your app.";
  for (const { name, ...bound } of TRIES) {
    await countTry(ctx, { key: `${name}:${userId}`, ...bound }, "too_many_guesses", why);
  }
  const digits = typed.replace(/[\s-]/g, "");
  const isApp = /^\d{6}$/.test(digits);
  const taken = isApp ? await takeAppCode(ctx, userId, digits) : await takeRecoveryCode(ctx, userId, typed);
  if (!taken) {
    throw new VezError("invalid_code", {
      status: 400,
      detail: "This code does not match, or was used before. Wait for the app's next code, or use a recovery code.",
    });
  }
  for (const { name } of TRIES) await ctx.db.delete(signInLimits).where(eq(signInLimits.key, `${name}:${userId}`));
  return isApp ? "app" : "recovery";
}

async function takeAppCode(ctx: ServiceContext, userId: string, digits: string): Promise<boolean> {
  const [factor] = await ctx.db.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  if (factor === undefined) return false;
  const secret = await openSealed(ctx, secretOf(userId), factor.sealedSecret);
  if (secret === null) {
    ctx.log.error("second_factor_unreadable", { user_id: userId });
    return false;
  }
  const step = await totpStep(secret, digits, ctx.now(), factor.lastStep);
  if (step === null) return false;
  // Two requests with one code at once: the row lets one of them through.
  const taken = await ctx.db
    .update(secondFactors)
    .set({ lastStep: step })
    .where(and(eq(secondFactors.userId, userId), lt(secondFactors.lastStep, step)))
    .returning({ userId: secondFactors.userId });
  return taken.length === 1;
}

async function takeRecoveryCode(ctx: ServiceContext, userId: string, typed: string): Promise<boolean> {
  const codeHash = await recoveryHash(ctx, userId, plainGroups(typed));
  const taken = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.now() })
    .where(and(eq(recoveryCodes.codeHash, codeHash), eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId });
  return taken.length === 1;
}

/** Ten new recovery codes: as they are shown once, and as rows. */
export async function newRecoveryCodes(ctx: ServiceContext, userId: string) {
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomGroups(RECOVERY_GROUPS));
  const rows = await Promise.all(
    codes.map(async (code) => ({ codeHash: await recoveryHash(ctx, userId, code), userId })),
  );
  return { codes, rows };
}

export async function recoveryCodesLeft(ctx: ServiceContext, userId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

/** Keyed: whoever has only the database cannot try codes against it. */
function recoveryHash(ctx: ServiceContext, userId: string, code: string): Promise<string> {
  return ctx.sealer.digest("recovery-code", `${userId}:${code}`);
}

/** What the app's secret is sealed for. */
export function secretOf(userId: string): string {
  return `second-factor:${userId}`;
}
