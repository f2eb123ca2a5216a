// A request shows an API key: who that is, whether it may still come, and which request of its minute this is; one statement.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { sha256Hex } from "../../base/digest.ts";
import { SCOPES, type Scope } from "../../domain/keys/scopes.ts";
import { LOCALES } from "../../domain/locale.ts";
import type { ServiceContext } from "../context.ts";

export const WINDOW_SECONDS = 60;

const returned = z.object({
  rows: z
    .array(
      z.object({
        id: z.string(),
        user_id: z.string(),
        locale: z.enum(LOCALES),
        scopes: z.array(z.string()),
        rate: z.coerce.number(),
        used: z.coerce.number(),
        seconds_left: z.coerce.number(),
      }),
    )
    .max(1),
});

export interface AdmittedKey {
  id: string;
  /** The integration. */
  userId: string;
  locale: (typeof LOCALES)[number];
  scopes: readonly Scope[];
  /** Requests in a minute that begins with the first of them. */
  rate: number;
  /** Which request of that minute this is, from 1; more than `rate` is one too many. */
  used: number;
  /** Until the minute ends, from 1. */
  secondsLeft: number;
}

/**
 * Null for a key that is unknown, revoked or expired. Exact: requests of one key are counted one after another at its row
 * in api_key_windows; refused ones count as well. `last_used_at` is written at most once a minute.
 */
export async function admitKey(ctx: ServiceContext, key: string): Promise<AdmittedKey | null> {
  const at = ctx.now().toISOString();
  const found = returned.parse(
    await ctx.db.execute(sql`
      WITH found AS (
        SELECT k.id, k.user_id, u.locale, k.scopes, k.rate_per_minute, k.last_used_at
        FROM api_keys k JOIN users u ON u.id = k.user_id
        WHERE k.hash = ${await sha256Hex(key)} AND k.revoked_at IS NULL
          AND (k.expires_at IS NULL OR k.expires_at > ${at}::timestamptz)
      ), counted AS (
        INSERT INTO api_key_windows AS w (key_id, started_at, used)
        SELECT id, ${at}::timestamptz, 1 FROM found
        ON CONFLICT (key_id) DO UPDATE SET
          used = CASE WHEN w.started_at > excluded.started_at - interval '60 seconds' THEN w.used + 1 ELSE 1 END,
          started_at = CASE WHEN w.started_at > excluded.started_at - interval '60 seconds'
            THEN w.started_at ELSE excluded.started_at END
        RETURNING w.key_id, w.started_at, w.used
      ), seen AS (
        UPDATE api_keys SET last_used_at = ${at}::timestamptz
        WHERE id IN (
          SELECT id FROM found WHERE last_used_at IS NULL OR last_used_at <= ${at}::timestamptz - interval '60 seconds')
      )
      SELECT f.id, f.user_id, f.locale, to_json(f.scopes) AS scopes, f.rate_per_minute AS rate, c.used,
        GREATEST(1, CEIL(60 - EXTRACT(EPOCH FROM ${at}::timestamptz - c.started_at)))::int AS seconds_left
      FROM found f JOIN counted c ON c.key_id = f.id`),
  ).rows[0];
  if (found === undefined) return null;
  return {
    id: found.id,
    userId: found.user_id,
    locale: found.locale,
    scopes: SCOPES.filter((scope) => found.scopes.includes(scope)),
    rate: found.rate,
    used: found.used,
    secondsLeft: Math.min(WINDOW_SECONDS, found.seconds_left),
  };
}
