// The set-up code, which makes the first operator: made, checked with bounds on guesses, dead once anybody is operator.
import { and, eq, isNull, sql } from "drizzle-orm";
import { notFound, VezError } from "../../base/errors.ts";
import { plainGroups, randomGroups, sameText, sha256Hex } from "../../base/secret-text.ts";
import { insertIf } from "../../db/insert-if.ts";
import { setupCodes } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { anOperatorExists } from "./operators-sql.ts";
import { countTry } from "./sign-in-limits.ts";

/** 80 random bits: nobody guesses it, with or without bounds. */
const GROUPS = 4;
const HOUR_MS = 3_600_000;
const TRIES_PER_ADDRESS = 10;
/** Of everybody together, for one code: a new start brings a new code, and a new count. */
const TRIES_PER_CODE = 200;

/** A new code in place of the unused one before it; null where an operator exists. Only its hash is kept. */
export async function renewSetupCode(ctx: Pick<ServiceContext, "db" | "now">): Promise<string | null> {
  const code = randomGroups(GROUPS);
  const codeHash = await sha256Hex(code);
  const [, made] = await ctx.db.batch([
    ctx.db.delete(setupCodes).where(isNull(setupCodes.usedAt)),
    insertIf(ctx.db, setupCodes, { codeHash, createdAt: ctx.now() }, sql`NOT ${anOperatorExists}`).returning(),
  ]);
  return made.length === 0 ? null : code;
}

/** True while /setup is there: a code could still make somebody operator. */
export async function isSetupOpen(ctx: ServiceContext, configured: string | undefined): Promise<boolean> {
  return (await openCodes(ctx, configured)).length > 0;
}

export interface SetupTry {
  /** As typed. */
  code: string;
  /** Where the request comes from; counted as a hash. */
  address: string;
  /** The deployment's own code, if it has one. */
  configured: string | undefined;
}

/**
 * The hash of the right code. Throws `not_found` where none is open, `too_many_guesses` (429), and `wrong_setup_code`
 * (403) for a wrong one.
 */
export async function checkSetupCode(ctx: ServiceContext, input: SetupTry): Promise<string> {
  const open = await openCodes(ctx, input.configured);
  if (open.length === 0) throw notFound("page");
  const why = "There were too many tries with set-up codes.";
  const counted = [
    { key: `setup_address:${await sha256Hex(input.address)}`, most: TRIES_PER_ADDRESS, windowMs: HOUR_MS },
    { key: `setup_code:${open[0]?.slice(0, 16)}`, most: TRIES_PER_CODE, windowMs: HOUR_MS },
  ];
  for (const bound of counted) await countTry(ctx, bound, "too_many_guesses", why);
  const typed = [await sha256Hex(plainGroups(input.code)), await sha256Hex(input.code.trim())];
  // Every pair is compared: how long it takes tells nothing.
  const right = open.filter((hash) => typed.map((guess) => sameText(guess, hash)).includes(true));
  if (right[0] !== undefined) return right[0];
  throw new VezError("wrong_setup_code", {
    status: 403,
    detail: "This is not the set-up code. Copy it from where Vez was started, or ask whoever deployed it.",
  });
}

/** Hashes of the codes that are good at this moment. */
async function openCodes(ctx: ServiceContext, configured: string | undefined): Promise<string[]> {
  const own = configured === undefined ? [] : [await sha256Hex(configured.trim())];
  const [[state], unused, used] = await ctx.db.batch([
    ctx.db.select({ over: sql<boolean>`${anOperatorExists}` }).from(sql`(SELECT 1) AS one`),
    ctx.db.select({ hash: setupCodes.codeHash }).from(setupCodes).where(isNull(setupCodes.usedAt)),
    ctx.db
      .select({ hash: setupCodes.codeHash })
      .from(setupCodes)
      .where(and(eq(setupCodes.codeHash, own[0] ?? ""), sql`${setupCodes.usedAt} IS NOT NULL`)),
  ]);
  if (state?.over !== false) return [];
  const hashes = [...unused.map((row) => row.hash), ...own.filter((hash) => used.every((row) => row.hash !== hash))];
  return [...new Set(hashes)];
}
